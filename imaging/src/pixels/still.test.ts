import { describe, expect, test } from 'vitest';
import type { Plane } from './plane.ts';
import { evenly, halved, medianOf } from './plane.ts';
import { stillIndex, vesselEnergy } from './still.ts';
import { blackTopHat, whiteTopHat } from './top-hat.ts';

/** A grey field with a dark tube of the given depth, and noise that changes with the frame. */
function tube(depth: number, frame: number, size = 128): Plane {
  let state = frame + 1;
  const data = new Uint8Array(size * size);
  for (let at = 0; at < data.length; at++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const x = at % size;
    const y = Math.floor(at / size);
    const middle = 40 + 30 * Math.sin(y / 30);
    data[at] = 150 - depth * Math.exp(-(((x - middle) / 2) ** 2)) + (state >>> 29);
  }
  return { data, width: size, height: size };
}

describe('the still', () => {
  test('is the frame in which the vessels are filled', () => {
    const inflow = Array.from({ length: 40 }, (_, t) => tube(70 * Math.exp(-(((t - 22) / 6) ** 2)), t));
    expect(Math.abs(stillIndex(inflow.map(vesselEnergy)) - 22)).toBeLessThanOrEqual(1);
  });

  test('is the middle frame when no frame stands out', () => {
    expect(stillIndex([0, 0, 0, 0, 0, 0])).toBe(3);
    expect(stillIndex([4])).toBe(0);
  });
});

describe('planes', () => {
  test('halve by means, and the median forgets outliers', () => {
    expect(halved({ data: Uint8Array.of(0, 4, 8, 8, 4, 8, 8, 8), width: 4, height: 2 })).toEqual({ data: Uint8Array.of(4, 8), width: 2, height: 1 });
    const planes = [10, 12, 255].map((value) => ({ data: Uint8Array.of(value), width: 1, height: 1 }));
    expect(medianOf(planes).data[0]).toBe(12);
    expect(evenly(96, 15)).toHaveLength(15);
    expect(evenly(96, 15).at(-1)).toBe(95);
    expect(evenly(3, 15)).toEqual([0, 1, 2]);
  });

  test('a thin stroke stands out of the top-hat, a step edge does not', () => {
    const data = new Uint8Array(32 * 32);
    for (let at = 0; at < data.length; at++) data[at] = at % 32 < 16 ? 50 : 120;
    const step: Plane = { data, width: 32, height: 32 };
    expect(Math.max(...whiteTopHat(step).data, ...blackTopHat(step).data)).toBe(0);
    const stroke = { ...step, data: step.data.slice() };
    for (let y = 4; y < 28; y++) stroke.data[y * 32 + 8] = 90;
    expect(whiteTopHat(stroke).data[10 * 32 + 8]).toBe(40);
    expect(blackTopHat(stroke).data[10 * 32 + 8]).toBe(0);
  });
});
