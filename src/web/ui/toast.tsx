import { useEffect, useState } from 'preact/hooks';
import { Say } from '#web/text/say.tsx';

type Line = { readonly text: string; readonly at: number };
let current: Line | undefined;
const listeners = new Set<(line: Line | undefined) => void>();

/** Says one line at the foot of the page for as long as it takes to read it; a screen reader says it once. */
export const tell = (text: string): void => {
  current = { text, at: Date.now() };
  for (const listener of listeners) listener(current);
};

/** Stands once in the frame. */
export const Toast = () => {
  const [line, setLine] = useState<Line | undefined>(current);
  useEffect(() => {
    listeners.add(setLine);
    return () => void listeners.delete(setLine);
  }, []);
  useEffect(() => {
    if (line === undefined) return;
    // Four seconds and one for each fifteen letters: slow readers and screen readers first.
    const timer = setTimeout(() => setLine(undefined), 4000 + (line.text.length / 15) * 1000);
    return () => clearTimeout(timer);
  }, [line]);
  return <div class="toast" role="status">{line && <p><span><Say>{line.text}</Say></span></p>}</div>;
};
