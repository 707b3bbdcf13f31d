import type { Dominance } from 'scores/syntax/segments';
import type { Lesion } from '../../rules/wire.ts';

export type LesionProps = { readonly lesion: Lesion; readonly dominance: Dominance; readonly onChange: (lesion: Lesion) => void };

/** Takes a key away when there is no value: an absent fact is not told. */
export const withFact = <K extends keyof Lesion>(lesion: Lesion, key: K, value: Lesion[K] | undefined): Lesion => {
  const { [key]: _, ...rest } = lesion;
  return value === undefined ? (rest as Lesion) : { ...lesion, [key]: value };
};
