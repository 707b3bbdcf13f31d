import { describe, expect, test } from 'vitest';
import { frameRing } from './frame-ring.ts';
import type { DecodedFrame } from 'imaging/browser/protocol';
import { errands, type FullRun, fullFrames, joinRanges } from './full-frames.ts';

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

describe('frames that come by halves', () => {
  const offsets = Array.from({ length: 12 }, (_, n) => ({ offset: 1000 + n * 800_008, length: 800_000 }));
  const halves = offsets.map(() => 200_000);
  const none = new Set<number>();
  const told = (wanted: number[], seen = none, held = none, of = { offsets, halves }): string[] => errands(wanted, of, seen, held).map(({ frames, part }) => `${part} ${frames.join('+')}`);

  test('come as first parts nearest first, then as what is left', () => {
    expect(told([4, 5, 3])).toEqual(['half 4', 'half 5', 'half 3', 'rest 4', 'rest 5', 'rest 3']);
    expect(told([4, 5], new Set([4]), new Set([4]))).toEqual(['half 5', 'rest 4', 'rest 5']);
    // The half was shown, but its bytes were let go.
    expect(told([4], new Set([4]))).toEqual(['whole 4']);
  });

  test('when they are small, only the one that is looked at does; its neighbours are joined', () => {
    const small = { offsets: offsets.map((_, n) => ({ offset: n * 60_008, length: 60_000 })), halves: offsets.map(() => 20_000) };
    expect(told([4, 5, 6, 7], none, none, small)).toEqual(['half 4', 'rest 4', 'whole 5+6+7']);
    expect(told([4, 5, 6], none, none, { offsets: small.offsets } as typeof small)).toEqual(['whole 4+5+6']);
  });

  const file = Uint8Array.from({ length: 12 * 800_008 + 1000 }, (_, at) => (at * 31) & 255);
  const run = (asked: string[], over: Partial<FullRun> = {}): FullRun => ({
    url: '', offsets, halves, format: {} as FullRun['format'],
    async read(offset, length, signal) {
      asked.push(`${offset}+${length}`);
      await new Promise((resolve) => setTimeout(resolve, 1));
      signal.throwIfAborted();
      return file.slice(offset, offset + length);
    },
    async decode(bytes, _, level = 0) {
      return { ok: true, value: { data: bytes, rows: level === 1 ? 512 : 1024, columns: 1024, channels: 1 } satisfies DecodedFrame };
    },
    ...over,
  });

  test('are shown by half and then whole, each byte fetched once, never more than four requests at a time', async () => {
    const [asked, seen]: [string[], string[]] = [[], []];
    const [flying, most] = [{ now: 0 }, { ever: 0 }];
    const plain = run(asked);
    const frames = fullFrames({ ...plain, read: async (offset, length, signal) => {
      most.ever = Math.max(most.ever, ++flying.now);
      try { return await (plain.read as NonNullable<FullRun['read']>)(offset, length, signal); } finally { flying.now--; }
    } }, (frame, { rows, data }) => {
      seen.push(`${frame} ${rows}`);
      const { offset } = offsets[frame] as { offset: number };
      expect(Buffer.compare(data as Uint8Array, file.subarray(offset, offset + (rows === 512 ? 200_000 : 800_000)))).toBe(0);
    }, (why) => seen.push(why));
    frames.want([7, 8, 9, 10, 11, 0], none);
    await expect.poll(() => seen.length).toBe(12);
    expect(seen.slice(0, 6).every((one) => one.endsWith(' 512'))).toBe(true);
    expect(seen.filter((one) => one.endsWith(' 1024')).map((one) => Number(one.split(' ')[0]))).toEqual([7, 8, 9, 10, 11, 0]);
    expect(new Set(asked).size).toBe(12);
    expect(most.ever).toBe(4);
    frames.dispose();
  });

  test('are given up when the playhead goes elsewhere, and the new place comes first', async () => {
    const [asked, seen]: [string[], string[]] = [[], []];
    const frames = fullFrames(run(asked), (frame, { rows }) => seen.push(`${frame} ${rows}`), (why) => seen.push(why));
    frames.want([0, 1, 2, 3, 4], none);
    frames.want([9], none);
    await expect.poll(() => seen).toEqual(['9 512', '9 1024']);
    expect(asked).toHaveLength(6);
    frames.dispose();
  });

  test('whose half cannot be decoded come whole all the same', async () => {
    const seen: string[] = [];
    const broken: FullRun['decode'] = async (bytes, format, level = 0) => (level === 1 ? { ok: false } : run([]).decode(bytes, format, level));
    const frames = fullFrames(run([], { decode: broken }), (frame, { rows }) => seen.push(`${frame} ${rows}`), (why) => seen.push(why));
    frames.want([2], none);
    await expect.poll(() => seen).toEqual(['2 1024']);
    frames.dispose();
  });
});
