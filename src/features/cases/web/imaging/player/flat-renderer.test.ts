import { describe, expect, test } from 'vitest';
import { paint } from './flat-renderer.ts';
import { PLAIN_LOOK } from './look.ts';

const grey = (data: number[], look: Partial<typeof PLAIN_LOOK> = {}): number[] => {
  const out = new Uint8ClampedArray(data.length * 4);
  paint(out, { kind: 'grey8', data: Uint8Array.from(data), width: data.length, height: 1 }, { ...PLAIN_LOOK, ...look });
  return Array.from(out.filter((_, i) => i % 4 === 0));
};

describe('greys by the processor', () => {
  test('are the stored ones under the plain look, and their negative when inverted', () => {
    expect(grey([0, 1, 128, 255])).toEqual([0, 1, 128, 255]);
    expect(grey([0, 1, 128, 255], { inverted: true })).toEqual([255, 254, 127, 0]);
  });

  test('are spread by a narrow window about its centre, and clipped', () => {
    expect(grey([0, 64, 127.5, 191, 255], { width: 0.5 })).toEqual([0, 0, 126, 254, 255]);
    expect(grey([51], { center: 0.2 })).toEqual([128]);
  });

  test('are the full-range BT.709 colours of three planes', () => {
    const out = new Uint8ClampedArray(4 * 4);
    paint(out, { kind: 'yuv', y: Uint8Array.of(100, 100, 100, 100), u: Uint8Array.of(128), v: Uint8Array.of(178), width: 2, height: 2 }, PLAIN_LOOK);
    expect(Array.from(out.slice(0, 4))).toEqual([179, 77, 100, 255]);
  });
});
