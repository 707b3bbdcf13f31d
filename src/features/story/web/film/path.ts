// The expert's path: the film runs to each marked frame in the order the marks were drawn, and rests there while its words are read.

import type { Shown } from './use-marks.ts';

/** At most so many frames are played before a marked one: enough to see how it comes about. */
const RUN_IN = 20;
const LEAST_MS = 1800;
const MS_A_LETTER = 55;
const MOST_MS = 8000;

/** One author's marks in the order they were drawn. */
export const pathOf = (marks: readonly Shown[], by: string | null): Shown[] => marks.filter((mark) => mark.by === by).sort((a, b) => a.n - b.n);

/** The frame to play from: where the film stands when that is shortly before, else a few frames ahead of the mark. */
export const runInFrom = (now: number | null, target: number): number =>
  now !== null && now <= target && target - now <= RUN_IN ? now : Math.max(0, target - RUN_IN);

/** How long a mark with these words is rested on. */
export const restMs = (words: string): number => Math.min(MOST_MS, LEAST_MS + MS_A_LETTER * words.length);
