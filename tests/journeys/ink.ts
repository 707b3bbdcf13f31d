// The ink of a PDF's lines, by poppler when it is installed: what the eye sees, without the letters.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const popplerIsThere = ((): boolean => {
  try {
    execFileSync('pdftoppm', ['-v'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

type Gray = { width: number; height: number; at: (x: number, y: number) => number };

const inFolder = <T>(pdf: Uint8Array, work: (folder: string, file: string) => T): T => {
  const folder = mkdtempSync(join(tmpdir(), 'hamdel-ink-'));
  try {
    writeFileSync(join(folder, 'one.pdf'), pdf);
    return work(folder, join(folder, 'one.pdf'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

export const textOf = (pdf: Uint8Array): string => inFolder(pdf, (_, file) => execFileSync('pdftotext', ['-layout', file, '-']).toString('utf8'));

/** The first page, 0 (paper) to 1 (black). */
const grayOf = (pdf: Uint8Array): Gray => inFolder(pdf, (folder, file) => {
  execFileSync('pdftoppm', ['-gray', '-r', '200', '-f', '1', '-l', '1', '-singlefile', file, join(folder, 'page')]);
  const bytes = readFileSync(join(folder, 'page.pgm'));
  const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(bytes.subarray(0, 40).toString('latin1'));
  if (!head) throw new Error('pdftoppm wrote no gray picture');
  const [width, height, start] = [Number(head[1]), Number(head[2]), head[0].length];
  return { width, height, at: (x, y) => 1 - (bytes[start + y * width + x] ?? 255) / 255 };
});

/** For each line of the page its columns of ink, from its first dark column to its last. */
export const inkOf = (pdf: Uint8Array): number[][] => {
  const page = grayOf(pdf);
  const rows = Array.from({ length: page.height }, (_, y) => Array.from({ length: page.width }, (_x, x) => page.at(x, y)).reduce((a, b) => a + b, 0) > 0.5);
  const bands: [number, number][] = [];
  for (let y = 0; y < page.height; y++) {
    if (!rows[y]) continue;
    const last = bands.at(-1);
    // Dots and tails of Persian letters stand apart from their line by a few rows.
    if (last && y - last[1] <= 5) last[1] = y;
    else bands.push([y, y]);
  }
  return bands.map(([top, bottom]) => {
    const columns = Array.from({ length: page.width }, (_, x) => { let ink = 0; for (let y = top; y <= bottom; y++) ink += page.at(x, y); return ink; });
    return columns.slice(columns.findIndex((ink) => ink > 0.2), columns.findLastIndex((ink) => ink > 0.2) + 1);
  });
};

const resampled = (columns: readonly number[], width: number): number[] => Array.from({ length: width }, (_, x) => columns[Math.min(columns.length - 1, Math.floor(((x + 0.5) * columns.length) / width))] ?? 0);

/** The greatest difference of two lines within any stretch of about one letter, 0 (the same) to 1. */
export const apart = (a: readonly number[], b: readonly number[]): number => {
  const [one, other] = [a, resampled(b, a.length)];
  const SPAN = 24;
  let worst = 0;
  for (let x = 0; x + SPAN <= one.length; x += 6) {
    let best = 1;
    // Hinting and rounding move a letter by a column or two.
    for (let shift = -3; shift <= 3; shift++) {
      let [difference, ink] = [0, 0];
      for (let i = x; i < x + SPAN; i++) {
        difference += Math.abs((one[i] ?? 0) - (other[i + shift] ?? 0));
        ink += (one[i] ?? 0) + (other[i + shift] ?? 0);
      }
      best = Math.min(best, ink < 8 ? 0 : difference / ink);
    }
    worst = Math.max(worst, best);
  }
  return worst;
};
