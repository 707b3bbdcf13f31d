// Short labels over the film. Clinical: left to right, Latin digits.

import type { Locale } from '#kernel/locale.ts';
import { acquisitionRate } from '#features/cases/web/player-door.ts';
import * as say from '#words/story.ts';
import type { RunView } from '../../rules/present.ts';
import { projection } from '../film.tsx';

export const viewOf = (l: Locale, run: RunView): string => projection(run) || say.filmNoView(l);

/** Frames a second of the acquisition, for one decimal where it is not whole: "15 fps", "12.5 fps". */
export const rateOf = ({ frameTimesMs, frameMs }: RunView): string | undefined => {
  const rate = frameTimesMs && frameTimesMs.length > 1 ? acquisitionRate(frameTimesMs) : frameMs ? 1000 / frameMs : 0;
  return rate > 0 ? String(Math.round(rate * 10) / 10) : undefined;
};

/** "T1", "T2 ½". */
export const tierName = (tier: 't0' | 't1' | 't2-half' | 't2'): string => (tier === 't2-half' ? 'T2 ½' : tier.toUpperCase());

/** "T1 · 15 fps"; a full film also tells its pixels: "T2 · 1024² · 15 fps", and when only half of them are there: "T2 ½ · 512² · 15 fps". */
export const tierLabel = (tier: 't0' | 't1' | 't2-half' | 't2', run: RunView): string => {
  const share = tier === 't2-half' ? 2 : 1;
  const [rows, columns] = [Math.ceil(run.rows / share), Math.ceil(run.columns / share)];
  const size = rows === columns ? `${rows}²` : `${columns}×${rows}`;
  const rate = tier === 't0' || run.frames < 2 ? undefined : rateOf(run);
  return [tierName(tier), ...(tier.startsWith('t2') && run.rows > 0 ? [size] : []), ...(rate === undefined ? [] : [`${rate} fps`])].join(' · ');
};

/** Percent of the run's own window: "W 100 L 50" is as it came. */
export const windowLabel = ({ center, width, inverted }: { center: number; width: number; inverted: boolean }): string =>
  `${inverted ? '− ' : ''}W ${Math.round(100 * width)} L ${Math.round(100 * center)}`;
