import { describe, expect, test } from 'vitest';
import { frameRing } from './frame-ring.ts';
import { joinRanges } from './full-frames.ts';

describe('the ring of decoded frames', () => {
  test('wants all frames when they fit, in playing order from the playhead', () => {
    const ring = frameRing<string>(5, 10);
    const order: number[] = [];
    for (let next = ring.missing(3); next !== null; next = ring.missing(3)) {
      order.push(next);
      ring.put(next, 'x');
    }
    expect(order).toEqual([3, 4, 0, 1, 2]);
  });

  test('keeps what is near and a few behind when they do not fit', () => {
    const ring = frameRing<number>(100, 10);
    for (let playhead = 0; playhead < 50; playhead++) {
      for (let next = ring.missing(playhead); next !== null; next = ring.missing(playhead)) ring.put(next, next);
      expect(ring.size).toBeLessThanOrEqual(10);
      expect(ring.get(playhead)).toBe(playhead);
      if (playhead > 6) expect(ring.get(playhead - 3), `behind ${playhead}`).toBe(playhead - 3);
    }
    expect(ring.get(20)).toBeUndefined();
  });

  test('goes round the end of the run', () => {
    const ring = frameRing<number>(20, 8);
    for (let next = ring.missing(18); next !== null; next = ring.missing(18)) ring.put(next, next);
    expect([18, 19, 0, 1].every((frame) => ring.get(frame) === frame)).toBe(true);
  });
});

describe('requests for full frames', () => {
  const small = Array.from({ length: 40 }, (_, n) => ({ offset: 1000 + n * 90_008, length: 90_000 }));

  test('join neighbours up to eight, nearest to the playhead first', () => {
    expect(joinRanges([5, 6, 7, 8, 9, 10, 11, 12, 13, 14], small)).toEqual([[5, 6, 7, 8, 9, 10, 11, 12], [13, 14]]);
    expect(joinRanges([30, 2, 3], small)).toEqual([[30], [2, 3]]);
  });

  test('join no more than a megabyte', () => {
    const large = small.map((_, n) => ({ offset: n * 500_000, length: 500_000 }));
    expect(joinRanges([0, 1, 2, 3, 4], large)).toEqual([[0, 1], [2, 3], [4]]);
  });
});
