import type { Sidecar } from 'imaging/clean/sidecar';
import { formatOf } from 'imaging/pixels/format-of';
import { PLAIN_WINDOW, type Window } from 'imaging/pixels/window';
import type { FullRun } from './full-frames.ts';

/** One run as the player gets it. Any tier may be missing; what is there is used. */
export type PlayerSource = {
  readonly sidecar: Sidecar;
  /** Still, shown until a moving picture is there. */
  readonly t0?: string;
  /** Preview cine (MP4). */
  readonly t1?: string;
  /** Clean DICOM, served by ranges. */
  readonly t2?: string;
  /** The imaging worker's decoder; without it t2 is not used. */
  readonly decode?: FullRun['decode'];
  /** Brings bytes of t2 in place of ranges of its address. */
  readonly read?: NonNullable<FullRun['read']>;
};

/** The window the run is shown with at first; null when full frames must tell it themselves (deep pixels without a window). */
export function ownWindow({ window, rescale, invert, bitsStored, samplesPerPixel }: Sidecar): Window | null {
  if (window) {
    const shape = window.shape === 'SIGMOID' ? 'sigmoid' : window.shape === 'LINEAR_EXACT' ? 'linear-exact' : 'linear';
    return { center: window.center, width: window.width, shape, slope: rescale?.slope ?? 1, intercept: rescale?.intercept ?? 0, inverted: invert };
  }
  return bitsStored <= 8 || samplesPerPixel === 3 ? { ...PLAIN_WINDOW, inverted: invert } : null;
}

export function isColour({ samplesPerPixel, photometric }: Sidecar): boolean {
  return samplesPerPixel === 3 || photometric === 'PALETTE COLOR';
}

/** Full frames of this run, or null. A palette stands in the header, which a player never fetches: such runs stay on t1. */
export function fullRunOf({ sidecar, t2, decode, read }: PlayerSource): FullRun | null {
  if (!t2 || !decode || sidecar.photometric === 'PALETTE COLOR') return null;
  return { url: t2, offsets: sidecar.offsets, format: formatOf(sidecar, null), ...(sidecar.cuts ? { halves: sidecar.cuts.map(([, , half]) => half) } : {}), decode, ...(read ? { read } : {}) };
}
