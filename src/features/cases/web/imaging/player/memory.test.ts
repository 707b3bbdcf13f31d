import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { frameRing } from './frame-ring.ts';
import { allot, DEVICE_BYTES, sharedMemory } from './memory.ts';

const MB = 1024 * 1024;

describe('the memory for decoded frames', () => {
  test('small needs are met whole, the rest is shared evenly, and nothing is given beyond', () => {
    expect(allot(64, [10, 100, 100])).toEqual([10, 27, 27]);
    expect(allot(64, [10, 20])).toEqual([10, 20]);
    fc.assert(fc.property(fc.integer({ min: 0, max: 1e6 }), fc.array(fc.integer({ min: 0, max: 1e6 }), { maxLength: 9 }), (total, needs) => {
      const shares = allot(total, needs);
      expect(shares.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(total);
      expect(shares.every((share, i) => share <= (needs[i] ?? 0))).toBe(true);
      // Who needs more never gets less.
      for (const [i, one] of needs.entries()) for (const [j, other] of needs.entries()) if (one >= other) expect(shares[i]).toBeGreaterThanOrEqual((shares[j] ?? 0) - 1);
    }));
  });

  test('four panes with 200 frames of 1024² in two tiers each hold no more than one device may, and all play on', () => {
    const memory = sharedMemory(DEVICE_BYTES);
    const [frames, small, deep] = [200, MB, 2 * MB];
    const held = (): number => panes.reduce((sum, { preview, full }) => sum + preview.size * small + full.size * deep, 0);
    const panes = Array.from({ length: 4 }, () => {
      const [preview, full] = [frameRing<number>(frames, 1), frameRing<number>(frames, 1)];
      return { preview, full, leases: [memory.lease((bytes) => preview.resize(Math.floor(bytes / small))), memory.lease((bytes) => full.resize(Math.floor(bytes / deep)))] };
    });
    const fill = (playhead: number): void => {
      for (const { preview, full } of panes) for (const ring of [preview, full]) for (let next = ring.missing(playhead); next !== null; next = ring.missing(playhead)) ring.put(next, next);
    };
    for (const [n, { leases }] of panes.entries()) {
      leases[0]?.need(frames * small);
      if (n % 2 === 0) leases[1]?.need(frames * deep);
      fill(n);
      // A tier nobody asked for keeps the one frame that every ring may.
      expect(held()).toBeLessThanOrEqual(DEVICE_BYTES + panes.length * (small + deep));
    }
    for (let playhead = 0; playhead < 60; playhead++) {
      fill(playhead);
      expect(held()).toBeLessThanOrEqual(DEVICE_BYTES + panes.length * (small + deep));
      expect(panes.every(({ preview }) => preview.get(playhead) === playhead)).toBe(true);
    }
    const before = panes[0]?.preview.size ?? 0;
    for (const pane of panes.slice(1)) for (const lease of pane.leases) lease.release();
    fill(60);
    expect(panes[0]?.preview.size).toBeGreaterThan(before);
  });

  test('a ring that shrinks keeps what is near the playhead', () => {
    const ring = frameRing<number>(100, 50);
    for (let next = ring.missing(10); next !== null; next = ring.missing(10)) ring.put(next, next);
    ring.resize(6);
    expect(ring.size).toBe(6);
    expect(ring.get(10)).toBe(10);
    expect(ring.get(40)).toBeUndefined();
  });
});
