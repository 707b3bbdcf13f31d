import { useEffect, useState } from 'preact/hooks';

/** A part of a page that is not needed for its first sight: fetched once the page stands. */
export const useLater = <T,>(load: () => Promise<T>): T | undefined => {
  const [part, setPart] = useState<T>();
  useEffect(() => void load().then((found) => setPart(() => found), () => undefined), []);
  return part;
};
