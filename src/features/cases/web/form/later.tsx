import type { ComponentChildren, ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';

type Props = Record<string, unknown>;

/** A part that comes after the page stands: the taxonomy, the calculators. Until then, and offline without it, `children` stand there. */
export const Later = <P extends Props>({ load, props, children }: { load: () => Promise<ComponentType<P>>; props: P; children?: ComponentChildren }) => {
  const [Part, setPart] = useState<ComponentType<P> | undefined>(undefined);
  useEffect(() => {
    let here = true;
    load().then((part) => { if (here) setPart(() => part); }, () => {});
    return () => { here = false; };
  }, []);
  return Part === undefined ? <>{children}</> : <Part {...props} />;
};
