import { describe, expect, test } from 'vitest';
import { frameBeforeContrast, sampled } from './mask-frame.ts';
import type { Picture } from './picture.ts';

/** A heart that beats (a bright edge going to and fro), and contrast from `arrives` to `gone`, which darkens a band. */
const run = (frames: number, arrives: number, gone: number): Picture[] => Array.from({ length: frames }, (_, frame) => {
  const data = new Uint8Array(128 * 128).fill(180);
  const beat = 60 + Math.round(3 * Math.sin(frame));
  for (let n = 0; n < data.length; n++) {
    if (n % 128 > beat) data[n] = 170;
    const row = Math.floor(n / 128);
    if (frame >= arrives && frame < gone && row > 40 && row < 52) data[n] = 60;
  }
  return { kind: 'grey8', data, width: 128, height: 128 };
});
const maskOf = (pictures: readonly (Picture | null)[]): number => frameBeforeContrast(pictures.map((picture) => sampled(picture, 128, 128)));

describe('the frame that is taken away', () => {
  test('lies before the contrast', () => {
    expect(maskOf(run(40, 12, 30))).toBeLessThan(12);
    expect(maskOf(run(40, 1, 30))).toBe(0);
  });

  test('is never one of wash-out, and frames that are not at hand do not count', () => {
    const late = run(40, 0, 20);
    expect(maskOf(late)).toBeLessThan(20);
    expect(maskOf(run(40, 12, 30).map((picture, frame) => (frame % 2 === 0 ? null : picture)))).toBeLessThan(12);
  });

  test('is the first when nothing is known, or the pictures have colour', () => {
    expect(maskOf([null, null])).toBe(0);
    const colour: Picture = { kind: 'rgb', data: new Uint8Array(3 * 128 * 128), width: 128, height: 128 };
    expect(maskOf([colour, colour])).toBe(0);
  });
});
