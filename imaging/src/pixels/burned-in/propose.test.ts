import { describe, expect, test } from 'vitest';
import { nodeCodecs } from '../../node/codecs.ts';
import { haveRealFiles, readReal } from '../../node/real-frames.ts';
import type { Box, Proposal } from '../box.ts';
import { decodeFrame } from '../decode.ts';
import type { Frame } from '../format.ts';
import { lumaMaker } from '../luma.ts';
import type { Plane } from '../plane.ts';
import { coveredShare, withText } from './planted-text.ts';
import { outsideRegions, proposeMasks } from './propose.ts';

const SIZE = 512;

/** A soft ground with noise and a dark tube that swings: nothing in it is writing. */
function syntheticRun(frames: number, seed: number): Plane[] {
  let state = seed;
  const random = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  return Array.from({ length: frames }, (_, t) => {
    const data = new Uint8Array(SIZE * SIZE);
    for (let y = 0, at = 0; y < SIZE; y++) {
      const tube = 250 + 90 * Math.sin(y / 90) + 14 * Math.sin(t / 3);
      for (let x = 0; x < SIZE; x++, at++) {
        const ground = 130 + 45 * Math.sin(x / 140 + seed) + 30 * Math.cos(y / 170);
        const depth = 40 * Math.exp(-(((x - tube) / 7) ** 2));
        data[at] = Math.min(255, Math.max(0, ground - depth + 6 * (random() + random() + random() - 1.5)));
      }
    }
    return { data, width: SIZE, height: SIZE };
  });
}

const boxesOf = (proposals: readonly Proposal[]): Box[] => proposals.map((proposal) => proposal.box);

const maskedShare = (proposals: readonly Proposal[]): number => {
  const mask = new Uint8Array(SIZE * SIZE);
  for (const { box } of proposals) {
    for (let y = box.top; y < box.top + box.height; y++) mask.fill(1, y * SIZE + box.left, y * SIZE + box.left + box.width);
  }
  return mask.reduce((sum, one) => sum + one, 0) / mask.length;
};

const MARKS = [
  { text: 'SMITH JOHN', left: 12, top: 10, scale: 2, grey: 255, opacity: 1 },
  { text: 'ID: 7302173', left: 330, top: 480, scale: 2, grey: 255, opacity: 0.5 },
  { text: 'REZA KARIMI', left: 150, top: 300, scale: 3, grey: 0, opacity: 0.6 },
].map((mark) => ({ ...mark, text: [...mark.text].filter((letter) => 'ADEIKLMNORST01237: '.includes(letter)).join('') }));

describe('writing on a synthetic run', () => {
  const clean = syntheticRun(20, 3);

  test('that stands on all frames is found, bright or dark, at the border or not', () => {
    for (const mark of MARKS) {
      const planted = clean.map((plane) => withText(plane, mark.text, mark));
      const { proposals } = proposeMasks(planted.map(({ plane }) => plane));
      const still = proposals.filter((proposal) => proposal.reason === 'static');
      expect(coveredShare(planted[0]?.strokes ?? [], boxesOf(still), SIZE), mark.text).toBeGreaterThan(0.95);
      expect(still.every((proposal) => proposal.frames === 'all')).toBe(true);
    }
  });

  test('that stands in one frame only is found there, and the frame is suspicious', () => {
    const mark = MARKS[1] as (typeof MARKS)[number];
    for (const index of [0, 9, 19]) {
      const planted = withText(clean[index] as Plane, mark.text, { ...mark, opacity: 0.4 });
      const run = clean.map((plane, n) => (n === index ? planted.plane : plane));
      const { proposals, suspicious } = proposeMasks(run);
      const here = proposals.filter(({ frames }) => frames !== 'all' && frames.from === index);
      expect(coveredShare(planted.strokes, boxesOf(here), SIZE), `frame ${index}`).toBeGreaterThan(0.95);
      expect(suspicious.slice(0, 3)).toContain(index);
    }
  });

  test('in a still without neighbours is found', () => {
    const mark = MARKS[0] as (typeof MARKS)[number];
    const planted = withText(clean[0] as Plane, mark.text, mark);
    const { proposals } = proposeMasks([planted.plane]);
    expect(coveredShare(planted.strokes, boxesOf(proposals), SIZE)).toBeGreaterThan(0.95);
    expect(proposals.every(({ reason }) => reason === 'single-image')).toBe(true);
  });
});

test('clean synthetic runs are hardly masked', () => {
  for (const seed of [3, 11, 29]) {
    const { proposals } = proposeMasks(syntheticRun(16, seed));
    expect(maskedShare(proposals), `seed ${seed}`).toBeLessThan(0.05);
  }
});

test('outside the ultrasound regions four boxes leave the common rectangle free', () => {
  const boxes = boxesOf(outsideRegions([{ left: 100, top: 40, width: 300, height: 200 }], SIZE, SIZE));
  expect(boxes).toHaveLength(4);
  const strokes = Array.from({ length: SIZE * SIZE }, (_, at) => at);
  expect(coveredShare(strokes, boxes, SIZE)).toBeCloseTo(1 - (300 * 200) / (SIZE * SIZE), 6);
});

describe.skipIf(!haveRealFiles)('the real coronary run', () => {
  test('gives no static proposal when clean, and gives planted names back', { timeout: 60_000 }, async () => {
    const { format, frames } = readReal('fo-dicom__HasFragmentSequence.dcm');
    const decoded: Frame[] = [];
    for (const bytes of frames) {
      const result = await decodeFrame({ ...format, bytes }, nodeCodecsOnce);
      if (result.ok) decoded.push(result.value);
    }
    const clean = decoded.map(lumaMaker(decoded));
    const { proposals } = proposeMasks(clean);
    expect(maskedShare(proposals.filter(({ reason }) => reason === 'static'))).toBeLessThan(0.01);
    expect(maskedShare(proposals)).toBeLessThan(0.05);
    const mark = MARKS[0] as (typeof MARKS)[number];
    const planted = clean.map((plane) => withText(plane, mark.text, { ...mark, left: 200, top: 20 }));
    const found = proposeMasks(planted.map(({ plane }) => plane));
    expect(coveredShare(planted[0]?.strokes ?? [], boxesOf(found.proposals), SIZE)).toBeGreaterThan(0.95);
  });
});

const nodeCodecsOnce = nodeCodecs();
