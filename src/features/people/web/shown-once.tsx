import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/** A sheet with what will not be shown again; its heading takes the focus, so that it is read out. */
export const ShownOnce = ({ title, lead, children }: { title: ComponentChildren; lead: ComponentChildren; children: ComponentChildren }) => {
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => head.current?.focus(), []);
  return (
    <section class="sheet stack">
      <h2 ref={head} tabIndex={-1}>{title}</h2>
      <p>{lead}</p>
      {children}
    </section>
  );
};
