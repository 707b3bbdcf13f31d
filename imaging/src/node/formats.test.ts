import { describe, expect, test } from 'vitest';
import { openRun, type OpenRun } from '../browser/open-run.ts';
import { el, type Element } from '../dicom/element.ts';
import { greyShape, type MadeRun, madeRun } from '../planting/made-run.ts';
import { decodeFrame } from '../pixels/decode.ts';
import { encodeLossless } from '../pixels/jpeg/encode.ts';
import { nodeCodecs } from './codecs.ts';

const codecs = nodeCodecs();
const options = { key: new Uint8Array(32).fill(5), caseSalt: new Uint8Array(16) };

const opened = async (run: MadeRun): Promise<OpenRun> => {
  const open = await openRun(madeRun(run), options, codecs, () => {});
  if (!open.ok) throw new Error(open.code);
  return open.value;
};
const decoded = async (run: OpenRun, index: number): Promise<ArrayLike<number>> => {
  const { offset, length } = run.sidecar.offsets[index] ?? { offset: 0, length: 0 };
  const frame = await decodeFrame({ ...run.format, bytes: run.clean.subarray(offset, offset + length) }, codecs);
  if (!frame.ok) throw new Error(frame.code);
  return frame.value.data;
};

/** A ramp over all values that the depth has. */
const ramp = (count: number, bits: number, seed: number): Uint16Array => Uint16Array.from({ length: count }, (_, at) => (at * 37 + seed * 101) % 2 ** bits);

describe('grey of every depth', () => {
  test.each([8, 9, 10, 11, 12, 13, 14, 15, 16])('%i bits, uncompressed and as lossless JPEG, are decoded to the stored values', async (bits) => {
    const frames = [1, 2].map((seed) => ramp(20 * 24, bits, seed));
    const shape = greyShape(20, 24, 2, bits);
    const plain = frames.map((one) => (bits > 8 ? new Uint8Array(one.buffer) : Uint8Array.from(one)));
    const coded = frames.map((data) => encodeLossless({ data, rows: 20, columns: 24, components: 1, precision: bits }));
    for (const run of [await opened({ modality: 'XA', shape, frames: plain }), await opened({ modality: 'XA', shape, frames: coded, transferSyntax: '1.2.840.10008.1.2.4.70' })]) {
      for (const index of [0, 1]) expect(Array.from(await decoded(run, index))).toEqual(Array.from(frames[index] as Uint16Array));
    }
  });

  test('a flat-panel frame of 1024² and 12 bits, written with 16 as some devices do, is decoded to the stored values', async () => {
    const data = ramp(1024 * 1024, 12, 3);
    for (const precision of [12, 16]) {
      const frames = [encodeLossless({ data, rows: 1024, columns: 1024, components: 1, precision })];
      const run = await opened({ modality: 'XA', shape: greyShape(1024, 1024, 1, 12), frames, transferSyntax: '1.2.840.10008.1.2.4.70' });
      expect(Buffer.compare(Buffer.from((await decoded(run, 0) as Uint16Array).buffer), Buffer.from(data.buffer))).toBe(0);
    }
  });
});

describe('ultrasound', () => {
  test('a palette gives its colours', async () => {
    const table = (tag: number, of: (n: number) => number): Element[] => [el(tag - 0x100, 'US', [256, 0, 16]), el(tag, 'OW', new Uint8Array(Uint16Array.from({ length: 256 }, (_, n) => of(n) << 8).buffer))];
    const elements = [...table(0x00281201, (n) => n), ...table(0x00281202, (n) => 255 - n), ...table(0x00281203, (n) => n >> 1)];
    const indices = Uint8Array.from({ length: 64 }, (_, at) => at * 4);
    const run = await opened({ modality: 'US', shape: greyShape(8, 8, 1, 8, { photometric: 'PALETTE COLOR' }), frames: [indices], elements });
    expect(run.channels).toBe(3);
    expect(Array.from(await decoded(run, 0))).toEqual(Array.from(indices).flatMap((n) => [n, 255 - n, n >> 1]));
  });

  test('luma and chroma give red, green and blue, whole or halved', async () => {
    // Red of BT.601 in full range is 76, 85, 255.
    const whole = await opened({ modality: 'US', shape: greyShape(2, 2, 1, 8, { samplesPerPixel: 3, photometric: 'YBR_FULL' }), frames: [Uint8Array.from([76, 85, 255, 76, 85, 255, 76, 85, 255, 76, 85, 255])] });
    const halved = await opened({ modality: 'US', shape: greyShape(2, 2, 1, 8, { samplesPerPixel: 3, photometric: 'YBR_FULL_422' }), frames: [Uint8Array.from([76, 76, 85, 255, 76, 76, 85, 255])] });
    for (const run of [whole, halved]) {
      const pixels = Array.from(await decoded(run, 0));
      for (const [at, value] of pixels.entries()) expect(Math.abs(value - (at % 3 === 0 ? 255 : 0)), `sample ${at}`).toBeLessThanOrEqual(2);
    }
  });
});

describe('time', () => {
  const frames = Array.from({ length: 4 }, (_, n) => Uint8Array.from({ length: 64 }, (_, at) => (at * 3 + n * 40) & 255));

  test('frames that were taken at uneven times keep them', async () => {
    const run = await opened({ modality: 'XA', shape: greyShape(8, 8, 4, 8), frames, elements: [el(0x00280009, 'AT', 0x00181065), el(0x00181065, 'DS', ['0', '66.7', '33.3', '100'])] });
    expect(run.sidecar.timing).toBe('vector');
    for (const [at, ms] of [0, 66.7, 100, 200].entries()) expect(run.sidecar.frameTimesMs[at]).toBeCloseTo(ms, 6);
  });

  test('two planes of one acquisition are two runs with one number and angles of their own', async () => {
    const plane = (angle: number, uid: string) => opened({
      modality: 'XA', shape: greyShape(8, 8, 4, 8), frames, uid,
      elements: [el(0x00181063, 'DS', '66.7'), el(0x00200012, 'IS', '7'), el(0x00181510, 'DS', String(angle)), el(0x00181511, 'DS', '0')],
    });
    const [a, b] = await Promise.all([plane(-30, '1.2.7'), plane(60, '1.2.8')]);
    expect([a.sidecar.primaryAngle, b.sidecar.primaryAngle]).toEqual([-30, 60]);
    expect(a.sidecar.acquisitionNumber).toBe(b.sidecar.acquisitionNumber);
    expect(a.sidecar.frameTimesMs).toEqual(b.sidecar.frameTimesMs);
    expect(a.sidecar.instanceUid).not.toBe(b.sidecar.instanceUid);
  });
});
