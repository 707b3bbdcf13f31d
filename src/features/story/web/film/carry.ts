// A run carried by the mouse from the montage into a pane.

import { useEffect, useRef, useState } from 'preact/hooks';

const CARRIED = 'application/x-hamdel-run';

/** For the still that is picked up. */
export const carry = (run: number) => (event: DragEvent): void => event.dataTransfer?.setData(CARRIED, String(run));

/** Takes a run that is dragged here from the montage. True while it hangs over. */
export const useDrop = (box: { current: HTMLDivElement | null }, dropped: (run: number) => void): boolean => {
  const [over, setOver] = useState(false);
  const hear = useRef(dropped);
  hear.current = dropped;
  useEffect(() => {
    const element = box.current;
    const stop = new AbortController();
    const listen = (name: 'dragover' | 'dragleave' | 'drop', act: (event: DragEvent) => void): void => element?.addEventListener(name, act, { signal: stop.signal });
    listen('dragover', (event) => {
      if (!event.dataTransfer?.types.includes(CARRIED)) return;
      event.preventDefault();
      setOver(true);
    });
    listen('dragleave', () => setOver(false));
    listen('drop', (event) => {
      setOver(false);
      const run = event.dataTransfer?.getData(CARRIED) ?? '';
      if (run === '') return;
      event.preventDefault();
      hear.current(Number(run));
    });
    return () => stop.abort();
  }, []);
  return over;
};
