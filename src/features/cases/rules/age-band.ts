// A case knows an age only by its band of five years; the exact age stays on the asker's device.

import { ageBands } from './vocabulary.ts';

export type AgeBand = (typeof ageBands)[number];

/** Whole years, 18–120; undefined outside. */
export const bandOf = (age: number): AgeBand | undefined => {
  if (!Number.isInteger(age) || age < 18 || age > 120) return undefined;
  return ageBands.find((band) => {
    const [from = 0, to] = band.split(/[-+]/).filter(Boolean).map(Number);
    return age >= from && (to === undefined || age <= to);
  });
};
