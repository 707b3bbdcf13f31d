import type { Plane } from '../plane.ts';
import type { Known } from './known.ts';
import type { BlockThresholds } from './threshold.ts';

/** The pictures one search works on, all of one size. */
export type Level = {
  /** 0, 1, 2 … halvings; 0.5 for the whole size smoothed. */
  readonly level: number;
  /** True when dark writing is searched, in an inverted picture. */
  readonly dark: boolean;
  /** The picture that is searched. */
  readonly image: Plane;
  /** Its top-hat. */
  readonly strokes: Plane;
  /** 1 where the top-hat reaches the threshold. */
  readonly mask: Uint8Array;
  /** How much each pixel moves over time; null for a single picture. */
  readonly activity: Plane | null;
  /** What the whole run says of each place; null where it is searched as it stands. */
  readonly known: Known | null;
  readonly thresholds: BlockThresholds;
};
