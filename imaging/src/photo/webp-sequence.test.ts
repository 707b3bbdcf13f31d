import { expect, test } from 'vitest';
import { joinBytes, latin1Bytes, viewOf } from '../bytes.ts';
import { verifyWebp } from './photo.ts';
import { picturesOfSequence, sparseFrames, webpSequence } from './webp-sequence.ts';

/** A WebP whose lossy picture says 16 × 12 and is otherwise `fill`. */
const still = (fill: number, length = 31): Uint8Array => {
  const picture = Uint8Array.from({ length }, (_, i) => [0x10, 0, 0, 0x9d, 0x01, 0x2a, 16, 0, 12, 0][i] ?? fill);
  const head = new Uint8Array(20);
  head.set(latin1Bytes('RIFF....WEBPVP8 '));
  viewOf(head).setUint32(4, 4 + 8 + length + (length & 1), true);
  viewOf(head).setUint32(16, length, true);
  return joinBytes([head, picture, new Uint8Array(length & 1)]);
};

test('a sequence passes the check of sent pictures and gives back its stills with their times', () => {
  const bytes = webpSequence([{ webp: still(1), ms: 100 }, { webp: still(2, 40), ms: 99.4 }, { webp: still(3), ms: 70_000 }], 16, 12);
  expect(bytes && verifyWebp(bytes)).toMatchObject({ ok: true, value: { width: 16, height: 12 } });
  const back = picturesOfSequence(bytes as Uint8Array);
  expect(back?.map(({ startMs }) => startMs)).toEqual([0, 100, 199]);
  expect(back?.map(({ webp }) => [...webp])).toEqual([still(1), still(2, 40), still(3)].map((one) => [...one]));
});

test('what is no lossy picture makes no sequence, and a still is none', () => {
  expect(webpSequence([{ webp: latin1Bytes('RIFF....WEBPVP8L....'), ms: 1 }], 16, 12)).toBeUndefined();
  expect(picturesOfSequence(still(1))).toBeNull();
  expect(picturesOfSequence(new Uint8Array(40))).toBeNull();
});

test('every third frame of 30 a second, every second of 15, all of 8, each standing until the next', () => {
  const times = (count: number, ms: number): number[] => Array.from({ length: count }, (_, i) => i * ms);
  expect(sparseFrames(times(7, 33.3)).map(({ frame }) => frame)).toEqual([0, 3, 6]);
  expect(sparseFrames(times(5, 66.7)).map(({ frame, ms }) => [frame, Math.round(ms)])).toEqual([[0, 133], [2, 133], [4, 67]]);
  expect(sparseFrames(times(3, 125)).map(({ frame }) => frame)).toEqual([0, 1, 2]);
});
