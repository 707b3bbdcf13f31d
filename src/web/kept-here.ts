// A small form that is sent whole: what is typed stays in this tab, so that a reload or a wrong tap loses nothing.

import { useLayoutEffect, useState } from 'preact/hooks';

const read = <T extends object>(name: string): Partial<T> => {
  try {
    return JSON.parse(sessionStorage.getItem(name) ?? '{}') as Partial<T>;
  } catch {
    return {};
  }
};

export const useKeptHere = <T extends object>(name: string, empty: T): [T, (patch: Partial<T>) => void, () => void] => {
  const [value, setValue] = useState(empty);
  // After hydration, because the server knows nothing of this tab; and before the page is drawn again, so that nothing is seen to come back.
  useLayoutEffect(() => { setValue((now) => ({ ...now, ...read<T>(name) })); }, [name]);
  const change = (patch: Partial<T>) => setValue((now) => {
    const next = { ...now, ...patch };
    try { sessionStorage.setItem(name, JSON.stringify(next)); } catch { /* full or forbidden: it stands in the field */ }
    return next;
  });
  const clear = () => {
    try { sessionStorage.removeItem(name); } catch { /* nothing was kept */ }
    setValue(empty);
  };
  return [value, change, clear];
};
