import { describe, expect, test } from 'vitest';
import type { Frame } from './format.ts';
import { applyMasks, blackValue, boxesOn, clipBox } from './masks.ts';
import { brightness, chooseWindow, PLAIN_WINDOW, windowByPercentiles, windowLine, windower } from './window.ts';

const plain = { slope: 1, intercept: 0, inverted: false };

describe('windows', () => {
  test('follow the three formulas of PS3.3 C.11.2.1', () => {
    const linear = { center: 2048, width: 4096, shape: 'linear' as const, ...plain };
    expect([0, 2047, 2048, 4095].map((value) => brightness(value, linear))).toEqual([0, 127, 128, 255]);
    const exact = { ...linear, shape: 'linear-exact' as const };
    expect([0, 2048, 4096].map((value) => brightness(value, exact))).toEqual([0, 128, 255]);
    const sigmoid = { ...linear, shape: 'sigmoid' as const };
    expect(brightness(2048, sigmoid)).toBe(128);
    expect(brightness(4095, sigmoid)).toBeLessThan(255);
    expect(brightness(5, { center: 5, width: 1, shape: 'linear', ...plain })).toBe(255);
    expect(brightness(4, { center: 5, width: 1, shape: 'linear', ...plain })).toBe(0);
  });

  test('rescale first and invert last', () => {
    const ct = { center: 40, width: 400, shape: 'linear' as const, slope: 1, intercept: -1024, inverted: false };
    expect(brightness(1024 + 40, ct)).toBe(128);
    expect(brightness(0, { ...ct, inverted: true })).toBe(255);
  });

  test('show bytes as they are when nothing is said, and the table equals the formula', () => {
    const data = Uint8Array.from({ length: 256 }, (_, n) => n);
    const frame: Frame = { data, rows: 16, columns: 16, channels: 1 };
    expect(windower(chooseWindow({}, [frame], false))(frame)).toEqual(data);
    const signed = Int16Array.of(-1000, -1, 0, 1, 1000);
    const window = { center: 0, width: 2000, shape: 'linear' as const, ...plain };
    const shown = windower(window)({ data: signed, rows: 1, columns: 5, channels: 1 });
    expect(Array.from(shown)).toEqual(Array.from(signed, (value) => brightness(value, window)));
  });

  test('are made from the values when a deep file names none or nonsense', () => {
    const data = Uint16Array.from({ length: 10_000 }, (_, n) => (n < 2 ? 65535 : 500 + (n % 1000)));
    const frames: Frame[] = [{ data, rows: 100, columns: 100, channels: 1 }];
    const window = chooseWindow({ center: 100, width: 0 }, frames, false);
    expect(window).toEqual(windowByPercentiles(frames, false));
    expect(brightness(500, window)).toBeLessThan(3);
    expect(brightness(1499, window)).toBeGreaterThan(252);
  });

  test('as a straight line agree with the formula inside', () => {
    const window = { center: 300, width: 500, shape: 'linear' as const, slope: 2, intercept: -10, inverted: true };
    const { scale, offset } = windowLine(window);
    for (const value of [60, 100, 150, 200, 270]) {
      expect(Math.round(255 * Math.min(1, Math.max(0, value * scale + offset)))).toBe(brightness(value, window));
    }
    expect(windowLine(PLAIN_WINDOW)).toEqual({ scale: 1 / 255, offset: 0 });
  });
});

describe('masks', () => {
  const frame: Frame = { data: new Uint16Array(20).fill(7), rows: 4, columns: 5, channels: 1 };

  test('blank their rectangle in a copy, outwards to whole pixels, and never outside the frame', () => {
    const masked = applyMasks(frame, [{ left: 3.6, top: 2.2, width: 10, height: 10 }], 1);
    expect(Array.from(masked.data)).toEqual([...new Array(13).fill(7), 1, 1, 7, 7, 7, 1, 1]);
    expect(frame.data.every((value) => value === 7)).toBe(true);
    expect(clipBox({ left: 9, top: 0, width: 3, height: 3 }, 5, 4)).toBeNull();
  });

  test('fall on the frames they name, both ends included', () => {
    const box = { left: 0, top: 0, width: 1, height: 1 };
    const masks = [{ box, frames: 'all' as const }, { box, frames: { from: 2, to: 3 } }];
    expect([0, 1, 2, 3, 4].map((frame) => boxesOn(masks, frame).length)).toEqual([1, 1, 2, 2, 1]);
  });

  test('use the value that is shown black', () => {
    expect(blackValue('MONOCHROME2', 12, 0)).toBe(0);
    expect(blackValue('MONOCHROME1', 12, 0)).toBe(4095);
    expect(blackValue('MONOCHROME2', 12, 1)).toBe(-2048);
    expect(blackValue('MONOCHROME1', 12, 1)).toBe(2047);
  });
});
