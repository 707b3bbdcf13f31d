import { describe, expect, test } from 'vitest';
import { nodeCodecs } from '../../node/codecs.ts';
import { hardRun } from '../../node/hard-run.ts';
import { lossyCopy } from '../../node/lossy-copy.ts';
import { coveredShare, plantLines } from '../../node/plant-lines.ts';
import { haveRealFiles, readReal } from '../../node/real-frames.ts';
import { readStamps, type Stamp } from '../../node/stamps.ts';
import { random } from '../../phantom/random.ts';
import type { Box, Proposal } from '../box.ts';
import { decodeFrame } from '../decode.ts';
import type { Frame } from '../format.ts';
import { lumaMaker } from '../luma.ts';
import { covers } from '../masks.ts';
import type { Plane } from '../plane.ts';
import { stripPlaces } from '../strip.ts';
import { allProposals } from './all-proposals.ts';
import { proposeMasks, searchRun } from './propose.ts';

const SIDE = 512;
/** The bench says how often faint and small words are found; these are words that nobody would miss. */
const CLEAR: readonly Stamp[] = readStamps('test').filter(({ size, width }) => size >= 11 && size <= 24 && width > 40);

const boxesAt = (proposals: readonly Proposal[], frame: number): Box[] => proposals.filter((proposal) => covers(proposal.frames, frame)).map(({ box }) => box);

const maskedShare = (boxes: readonly Box[], side = SIDE): number => {
  const mask = new Uint8Array(side * side);
  for (const box of boxes) for (let y = box.top; y < box.top + box.height; y++) mask.fill(1, y * side + box.left, y * side + box.left + box.width);
  return mask.reduce((sum, one) => sum + one, 0) / mask.length;
};

/** Plants clear words into the frames named; the rest of the run stays as it was. */
const planted = (clean: readonly Plane[], where: readonly number[], seed: number) => {
  const frames = clean.map((plane, n) => (where.includes(n) ? { ...plane, data: plane.data.slice() } : plane));
  const lines = plantLines(where.map((n) => frames[n] as Plane), CLEAR, 6, random(seed, 'test words')).filter(({ delta }) => delta >= 30);
  expect(lines.length).toBeGreaterThan(0);
  return { frames, lines };
};

describe('writing planted into a phantom with clips, electrodes and collimation', () => {
  const clean = hardRun(21, 14).frames;

  test.each([
    ['all frames', Array.from({ length: 14 }, (_, n) => n)],
    ['the second half of the frames', [7, 8, 9, 10, 11, 12, 13]],
    ['five frames', [4, 5, 6, 7, 8]],
    ['three frames', [6, 7, 8]],
    ['two frames', [6, 7]],
    ['the first frame', [0]],
    ['a middle frame', [8]],
    ['the last frame', [13]],
  ] as const)('in %s is found there', (_, where) => {
    const { frames, lines } = planted(clean, where, 7 + where.length);
    const { proposals, suspicious } = proposeMasks(frames);
    for (const frame of where) {
      const boxes = boxesAt(proposals, frame);
      const found = lines.filter(({ strokes }) => coveredShare(strokes, boxes, SIDE) >= 0.95);
      expect(found.length, `frame ${frame}: ${found.length} of ${lines.length}`).toBe(lines.length);
    }
    if (where.length < 4) expect(stripPlaces(14, suspicious, 0, true).some(({ frame }) => frame !== null && (where as readonly number[]).includes(frame))).toBe(true);
  });

  test('is found there after the run was stored as JPEG with it', () => {
    for (const where of [clean.map((_, n) => n), [8]]) {
      const { frames, lines } = planted(clean, where, 31);
      const { proposals } = proposeMasks(frames.map((frame) => lossyCopy(frame, 85)));
      expect(lines.every(({ strokes }) => coveredShare(strokes, boxesAt(proposals, 8), SIDE) >= 0.95), `in ${where.length} frames`).toBe(true);
    }
  });

  test('what stands in all frames is known from the first step on, and the search can be left after any step', () => {
    const { frames, lines } = planted(clean, clean.map((_, n) => n), 3);
    const first = searchRun(frames).next();
    if (first.done) throw new Error('the search ended at once');
    expect(first.value.done).toBe(1);
    expect(first.value.total).toBeGreaterThan(14);
    expect(lines.every(({ strokes }) => coveredShare(strokes, boxesAt(first.value.proposals, 0), SIDE) >= 0.95)).toBe(true);
    expect(first.value.proposals.every(({ reason, frames: where }) => reason === 'static' && where === 'all')).toBe(true);
  });

  test('in a still without neighbours is found', () => {
    const { frames, lines } = planted(clean.slice(5, 6), [0], 12);
    const { proposals } = proposeMasks(frames);
    expect(lines.every(({ strokes }) => coveredShare(strokes, boxesAt(proposals, 0), SIDE) >= 0.95)).toBe(true);
    expect(proposals.every(({ reason }) => reason === 'single-image')).toBe(true);
  });
});

test('clean phantoms are hardly masked', { timeout: 60_000 }, () => {
  for (const seed of [22, 23]) {
    const frames = hardRun(seed, 14).frames;
    const { proposals } = proposeMasks(frames);
    const shares = frames.map((_, n) => maskedShare(boxesAt(proposals, n)));
    expect(shares.reduce((sum, one) => sum + one, 0) / shares.length, `seed ${seed}`).toBeLessThan(0.03);
  }
});

describe('an ultrasound picture', () => {
  const region = { minX: 100, minY: 40, maxX: 399, maxY: 239 };
  const of = (left: number): Proposal => ({ id: `at ${left}`, box: { left, top: 60, width: 60, height: 20 }, frames: 'all', reason: 'static', score: 3 });

  test('is blanked outside its regions by four boxes; what lies under them is not proposed twice, what stands inside stays', () => {
    const all = allProposals({ modality: 'US', regions: [region], columns: SIDE, rows: SIDE }, [of(20), of(80), of(200)]);
    const outside = all.filter(({ reason }) => reason === 'outside-ultrasound-region').map(({ box }) => box);
    expect(outside).toHaveLength(4);
    expect(maskedShare(outside)).toBeCloseTo(1 - (300 * 200) / (SIDE * SIDE), 6);
    expect(all.filter(({ reason }) => reason === 'static').map(({ id }) => id)).toEqual(['at 80', 'at 200']);
  });

  test('whose header names no regions gets the band at the top where such machines write; an angiogram gets none', () => {
    const said = { regions: [], columns: 640, rows: 480 };
    expect(allProposals({ ...said, modality: 'US' }, [of(20)]).map(({ reason, box }) => [reason, box.height])).toEqual([['device-band', 63], ['static', 20]]);
    expect(allProposals({ ...said, modality: 'XA' }, [of(20)])).toHaveLength(1);
  });
});

/** The first frames of a real file as the search sees them. */
async function greyFrames(name: string, count: number): Promise<Plane[]> {
  const { format, frames } = readReal(name);
  const codecs = nodeCodecs();
  const decoded: Frame[] = [];
  for (const bytes of frames.slice(0, count)) {
    const result = await decodeFrame({ ...format, bytes }, codecs);
    if (result.ok) decoded.push(result.value);
  }
  return decoded.map(lumaMaker(decoded));
}

describe.skipIf(!haveRealFiles)('the real coronary run', () => {
  test('gives next to no static proposal when clean, and gives planted names back', { timeout: 90_000 }, async () => {
    const clean = await greyFrames('fo-dicom__HasFragmentSequence.dcm', 36);
    const { proposals } = proposeMasks(clean);
    expect(maskedShare(proposals.filter(({ reason }) => reason === 'static').map(({ box }) => box))).toBeLessThan(0.01);
    const shares = clean.map((_, n) => maskedShare(boxesAt(proposals, n)));
    expect(shares.reduce((sum, one) => sum + one, 0) / shares.length).toBeLessThan(0.03);
    for (const where of [clean.map((_, n) => n), [20]]) {
      const { frames, lines } = planted(clean, where, 5);
      const found = proposeMasks(frames).proposals;
      expect(lines.every(({ strokes }) => coveredShare(strokes, boxesAt(found, 20), SIDE) >= 0.95), `in ${where.length} frames`).toBe(true);
    }
  });
});

describe.skipIf(!haveRealFiles)('a real echo', () => {
  /** Where the machines wrote, read off the pictures by eye. */
  test.each([
    ['fo-dicom__DIRW0007.dcm', 'YBR', [[24, 4, 176, 24], [448, 34, 124, 172], [505, 4, 70, 14]]],
    ['dcm4che__US-PAL-8-10x-echo.dcm', 'palette', [[4, 2, 140, 68], [2, 174, 98, 92]]],
  ] as const)('%s (%s) has its machine’s writing covered', { timeout: 60_000 }, async (name, _, places) => {
    const frames = await greyFrames(name, 14);
    const [first] = frames as [Plane];
    const boxes = boxesAt(proposeMasks(frames).proposals, 0);
    for (const [left, top, width, height] of places) {
      const bright: number[] = [];
      for (let y = top; y < top + height; y++) for (let x = left; x < left + width; x++) if ((first.data[y * first.width + x] as number) > 120) bright.push(y * first.width + x);
      expect(bright.length).toBeGreaterThan(200);
      expect(coveredShare(bright, boxes, first.width), `${left},${top}`).toBeGreaterThan(0.95);
    }
  });
});
