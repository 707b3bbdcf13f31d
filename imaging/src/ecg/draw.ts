import { LETTERS } from '../letters.ts';
import type { Ecg, Lead } from './waveform.ts';

/** Interleaved RGB of 8 bits. */
export type EcgPicture = { readonly data: Uint8Array<ArrayBuffer>; readonly width: number; readonly height: number; readonly channels: 3 };

/** The paper every cardiologist reads: 25 mm a second, 10 mm a millivolt, lines every millimetre and every five. */
const PAPER = { mmPerSecond: 25, mmPerMillivolt: 10, seconds: 10, rowMm: 20, headMm: 15, marginMm: 5 } as const;
/** A millimetre of paper in pixels: a hundredth of a millivolt and two milliseconds can still be told apart on a screen. */
const DOT = 8;

type Colour = readonly [number, number, number];
const WHITE = 0xff;
const FINE: Colour = [0xff, 0xe0, 0xe0];
const BOLD: Colour = [0xf5, 0xb5, 0xb5];
const INK: Colour = [0x14, 0x14, 0x28];

type Sheet = { readonly data: Uint8Array<ArrayBuffer>; readonly width: number; readonly height: number };

const fill = ({ data, width, height }: Sheet, left: number, top: number, right: number, bottom: number, [r, g, b]: Colour): void => {
  for (let y = Math.max(0, top); y < Math.min(height, bottom); y++)
    for (let x = Math.max(0, left); x < Math.min(width, right); x++) data.set([r, g, b], (y * width + x) * 3);
};

const ruled = (sheet: Sheet): void => {
  for (const [step, thick, colour] of [[DOT, 1, FINE], [5 * DOT, 2, BOLD]] as const) {
    for (let x = 0; x < sheet.width; x += step) fill(sheet, x, 0, x + thick, sheet.height, colour);
    for (let y = 0; y < sheet.height; y += step) fill(sheet, 0, y, sheet.width, y + thick, colour);
  }
};

const write = (sheet: Sheet, text: string, left: number, top: number, dot: number): void => {
  for (const [n, letter] of [...text.toUpperCase()].entries())
    for (const [row, bits] of (LETTERS[letter] ?? []).entries())
      for (let column = 0; column < 5; column++) {
        const [x, y] = [left + (n * 6 + column) * dot, top + row * dot];
        if ((bits >> (4 - column)) & 1) fill(sheet, x, y, x + dot, y + dot, INK);
      }
};

/** A pulse of one millivolt over 200 ms: shows the gain in the picture itself. */
const pulse = (sheet: Sheet, left: number, base: number): void => {
  const [high, up, down] = [base - PAPER.mmPerMillivolt * DOT, left + DOT, left + 6 * DOT];
  fill(sheet, left, base, up, base + 2, INK);
  fill(sheet, up, high, up + 2, base + 2, INK);
  fill(sheet, up, high, down, high + 2, INK);
  fill(sheet, down, high, down + 2, base + 2, INK);
  fill(sheet, down, base, down + DOT, base + 2, INK);
};

/** Every column gets a stroke from the lowest to the highest voltage within it, so that no spike is lost between two pixels. */
const trace = (sheet: Sheet, { millivolts }: Lead, hertz: number, place: { left: number; right: number; base: number; from: number }): void => {
  const perColumn = hertz / (PAPER.mmPerSecond * DOT);
  let last: number | undefined;
  for (let x = place.left; x < place.right; x++) {
    const first = place.from + Math.floor((x - place.left) * perColumn);
    let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (let i = first; i <= Math.min(millivolts.length - 1, place.from + Math.floor((x + 1 - place.left) * perColumn)); i++) {
      const value = millivolts[i] as number;
      if (Number.isNaN(value)) continue;
      [low, high] = [Math.min(low, value), Math.max(high, value)];
    }
    if (first >= millivolts.length || high < low) continue;
    const rows = [low, high].map((value) => Math.round(place.base - value * PAPER.mmPerMillivolt * DOT));
    const [top, bottom] = [Math.min(rows[1] as number, last ?? Infinity), Math.max(rows[0] as number, last ?? -Infinity)];
    fill(sheet, x, top, x + 2, bottom + 2, INK);
    last = rows[1];
  }
};

/**
 * An ECG as a sheet of paper: every lead whole, ten seconds a line, with its name and a pulse of calibration; the speed and the gain are
 * written above. Nothing of the file but its voltages and the names of leads (from a closed list) is drawn. Longer recordings show the first ten seconds.
 */
export const ecgPicture = ({ hertz, leads }: Ecg): EcgPicture => {
  const seconds = Math.min(PAPER.seconds, (leads[0]?.millivolts.length ?? 0) / hertz);
  const left = (PAPER.marginMm + PAPER.headMm) * DOT;
  const right = left + Math.ceil(seconds * PAPER.mmPerSecond * DOT);
  const [width, height] = [right + PAPER.marginMm * DOT, (leads.length * PAPER.rowMm + 3 * PAPER.marginMm) * DOT];
  const sheet: Sheet = { data: new Uint8Array(width * height * 3).fill(WHITE), width, height };
  ruled(sheet);
  write(sheet, `${PAPER.mmPerSecond} mm/s  ${PAPER.mmPerMillivolt} mm/mV`, PAPER.marginMm * DOT, DOT, 3);
  for (const [row, lead] of leads.entries()) {
    const base = ((row + 0.5) * PAPER.rowMm + 2 * PAPER.marginMm) * DOT;
    write(sheet, lead.name, DOT, base - 6 * DOT, 4);
    pulse(sheet, 11 * DOT, base);
    trace(sheet, lead, hertz, { left, right, base, from: 0 });
  }
  return { ...sheet, channels: 3 };
};
