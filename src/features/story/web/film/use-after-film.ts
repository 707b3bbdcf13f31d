// What is not needed to see the film waits until the film is there.

import { useEffect, useState } from 'preact/hooks';
import type { Desk } from './use-desk.ts';
import { usePane } from './use-pane.ts';

const PATIENCE_MS = 4000;
/** The stills of all runs are half as heavy as a film: on a thin link they come after it. */
export const useAfterFilm = ({ panes, slots }: Desk): boolean => {
  const now = usePane(panes[0]);
  const [waited, setWaited] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setWaited(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, []);
  return waited || (now !== undefined && (now.ready === now.frames || now.trouble.t1 !== null || slots.length === 0));
};
