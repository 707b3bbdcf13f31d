import type { Picture } from './picture.ts';

/** Places a side that a frame is looked at: enough for a vessel two millimetres wide. */
const GRID = 96;

/** Greys of a frame on a coarse grid, 0–1; null where the frame is not at hand or has colour. */
export function sampled(picture: Picture | null, columns: number, rows: number): Float32Array | null {
  if (picture?.kind !== 'grey8' && picture?.kind !== 'grey') return null;
  const out = new Float32Array(GRID * GRID);
  for (let n = 0; n < out.length; n++) {
    const x = Math.floor((((n % GRID) + 0.5) * Math.min(columns, picture.width)) / GRID);
    const y = Math.floor(((Math.floor(n / GRID) + 0.5) * Math.min(rows, picture.height)) / GRID);
    out[n] = (picture.data[y * picture.width + x] as number) / (picture.kind === 'grey8' ? 255 : 1);
  }
  return out;
}

/**
 * The frame to subtract: of those before the fullest one, the frame with least contrast in it. Contrast darkens; how dark a place is
 * counts against the brightest it ever is in this run. The first frame when nothing is known.
 */
export function frameBeforeContrast(frames: readonly (Float32Array | null)[]): number {
  const known = frames.flatMap((greys, frame) => (greys ? [{ greys, frame }] : []));
  const brightest = new Float32Array(GRID * GRID);
  for (const { greys } of known) for (let n = 0; n < brightest.length; n++) brightest[n] = Math.max(brightest[n] as number, greys[n] ?? 0);
  const darkness = known.map(({ greys, frame }) => ({ frame, dark: greys.reduce((sum, grey, n) => sum + ((brightest[n] as number) - grey) ** 2, 0) }));
  const fullest = darkness.reduce((most, one) => (one.dark > most.dark ? one : most), { frame: 0, dark: -1 });
  return darkness.reduce((least, one) => (one.frame <= fullest.frame && one.dark < least.dark ? one : least), { frame: 0, dark: Infinity }).frame;
}
