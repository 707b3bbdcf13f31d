import { type Id, newId } from '#kernel/ids.ts';
import { useNow } from '#web/context.tsx';
import { browserRandom } from '#web/random.ts';

/** Makes a fresh id for a row. */
export const useFresh = (): (() => Id) => {
  const now = useNow();
  return () => newId(now, browserRandom);
};
