import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { resolutionCuts } from '../../codestream/resolution-cuts.ts';
import { indexOf, verify } from '../../clean/verify.ts';
import { type Rebuilt, type Replacement, rebuild } from '../../clean/rebuild.ts';
import { nodeCodecs } from '../../node/codecs.ts';
import { greyShape, type MadeRun, madeRun } from '../../planting/made-run.ts';
import { decodeFrame } from '../decode.ts';
import { formatOf } from '../format-of.ts';
import { encodeLossless } from '../jpeg/encode.ts';
import { HTJ2K_RPCL } from '../transfer-syntax.ts';
import { encodeHtj2k } from './encode.ts';
import { repacked } from './repack.ts';

const codecs = nodeCodecs();
const secret = { key: new Uint8Array(32).fill(3), caseSalt: Uint8Array.of(1), reviewed: true };

/** Soft stripes with a little noise: what compression gains on. */
const soft = (count: number, most: number, seed: number, low = 0): number[] =>
  Array.from({ length: count }, (_, at) => low + Math.round(((most - low) * (0.5 + 0.4 * Math.sin(at / 53 + seed))) + ((at * 7919 + seed) % 3)));
const words = (values: readonly number[]): Uint8Array => new Uint8Array(Uint16Array.from(values, (value) => value & 0xffff).buffer);

const cleaned = (run: MadeRun): Rebuilt => {
  const rebuilt = rebuild(madeRun(run), secret);
  if (!rebuilt.ok) throw new Error(rebuilt.code);
  return rebuilt.value;
};

const frameOf = async ({ bytes, sidecar }: Pick<Rebuilt, 'bytes' | 'sidecar'>, index: number): Promise<unknown> => {
  const { offset, length } = sidecar.offsets[index] ?? { offset: 0, length: 0 };
  const frame = await decodeFrame({ ...formatOf(sidecar, null), bytes: bytes.subarray(offset, offset + length) }, codecs);
  if (!frame.ok) throw new Error(frame.code);
  return { ...frame.value, data: Array.from(frame.value.data), kind: frame.value.data.constructor.name };
};

const packed = async (run: MadeRun): Promise<{ before: Rebuilt; after: Rebuilt; replacement: Replacement } | null> => {
  const before = cleaned(run);
  const replacement = await repacked(before.bytes, before.sidecar, codecs, () => {});
  if (!replacement) return null;
  const after = rebuild(madeRun(run), { ...secret, replaceFrames: replacement });
  if (!after.ok) throw new Error(after.code);
  return { before, after: after.value, replacement };
};

const SIDE = 96;
const grey = (bits: number, signed = false): MadeRun => {
  const low = signed ? -(2 ** (bits - 1)) : 0;
  const most = (signed ? 2 ** (bits - 1) : 2 ** bits) - 4;
  const frames = [1, 2].map((seed) => soft(SIDE * SIDE, most, seed, low));
  return { modality: 'XA', shape: greyShape(SIDE, SIDE, 2, bits, { signed }), frames: frames.map((one) => (bits > 8 ? words(one) : Uint8Array.from(one, (value) => value & 255))) };
};
const colour = (photometric: string, planarConfiguration: number): MadeRun => ({
  modality: 'US', frames: [soft(3 * SIDE * SIDE, 250, 4), soft(3 * SIDE * SIDE, 250, 5)].map((one) => Uint8Array.from(one)),
  shape: greyShape(SIDE, SIDE, 2, 8, { samplesPerPixel: 3, photometric, planarConfiguration }),
});

describe('uncompressed frames in HTJ2K', () => {
  test.each<[string, MadeRun]>([
    ['8 bits', grey(8)], ['10 bits', grey(10)], ['12 bits', grey(12)], ['16 bits', grey(16)], ['12 bits with a sign', grey(12, true)], ['16 bits with a sign', grey(16, true)],
    ['8 bits with a sign', grey(8, true)], ['red, green and blue', colour('RGB', 0)], ['planes', colour('RGB', 1)], ['YBR_FULL', colour('YBR_FULL', 0)],
    ['implicit VR', { ...grey(12), transferSyntax: '1.2.840.10008.1.2' }], ['big endian', { ...grey(12), transferSyntax: '1.2.840.10008.1.2.2' }],
  ])('%s: every sample as before, fewer bytes, and the verifier finds the same index', async (_, run) => {
    const made = await packed(run);
    if (!made) throw new Error('nothing was won');
    const { before, after } = made;
    expect(after.sidecar.transferSyntax).toBe(HTJ2K_RPCL);
    expect(after.bytes.length).toBeLessThan(before.bytes.length);
    for (const index of [0, 1]) expect(await frameOf(after, index)).toEqual(await frameOf(before, index));
    expect(after.sidecar.cuts).toHaveLength(2);
    expect(verify(after.bytes)).toMatchObject({ ok: true, value: { cuts: after.sidecar.cuts, offsets: after.sidecar.offsets } });
    expect(indexOf(after.bytes)).toMatchObject({ ok: true, value: { cuts: after.sidecar.cuts } });
    expect(after.certificate).toMatchObject({ framesReplaced: true, removed: { insideFrames: 0 }, transferSyntax: { to: HTJ2K_RPCL } });
  });

  test('what gains nothing stays as it is: noise, lossless JPEG, halved colour', async () => {
    const noise = Uint8Array.from({ length: SIDE * SIDE * 2 }, (_, at) => (Math.imul(at + 1, 2654435761) >>> 13) & 255);
    expect(await packed({ modality: 'XA', shape: greyShape(SIDE, SIDE, 1, 16), frames: [noise] })).toBeNull();
    const jpeg = encodeLossless({ data: soft(SIDE * SIDE, 4000, 1), rows: SIDE, columns: SIDE, components: 1, precision: 12 });
    expect(await packed({ modality: 'XA', shape: greyShape(SIDE, SIDE, 1, 12), frames: [jpeg], transferSyntax: '1.2.840.10008.1.2.4.70' })).toBeNull();
    const halved = colour('YBR_FULL_422', 0);
    expect(await packed({ ...halved, frames: halved.frames.map((one) => one.subarray(0, 2 * SIDE * SIDE)) })).toBeNull();
  });
});

describe('a prefix of a frame', () => {
  test('is the same smaller picture as the whole frame gives, at each cut point', async () => {
    const made = await packed(grey(12));
    if (!made) throw new Error('nothing was won');
    const { bytes, sidecar } = made.after;
    const { offset, length } = sidecar.offsets[1] ?? { offset: 0, length: 0 };
    const cuts = sidecar.cuts?.[1] ?? [0, 0, 0];
    for (const [level, cut] of [[3, cuts[0]], [2, cuts[1]], [1, cuts[2]]] as const) {
      const [part, whole] = await Promise.all([cut, length].map((end) => decodeFrame({ ...formatOf(sidecar, null), bytes: bytes.subarray(offset, offset + end), level }, codecs)));
      expect(part).toMatchObject({ ok: true, value: { rows: SIDE / 2 ** level, columns: SIDE / 2 ** level } });
      expect(part).toEqual(whole);
    }
    expect(cuts[2]).toBeLessThan(length / 2);
  });

  test('is refused of frames that have none, and of palettes', async () => {
    const { bytes, sidecar } = cleaned(grey(12));
    const { offset, length } = sidecar.offsets[0] ?? { offset: 0, length: 0 };
    const frame = { ...formatOf(sidecar, null), bytes: bytes.subarray(offset, offset + length), level: 1 };
    expect(await decodeFrame(frame, codecs)).toMatchObject({ ok: false, code: 'dicom-transfer-syntax-unsupported' });
    expect(await decodeFrame({ ...frame, transferSyntax: HTJ2K_RPCL, photometric: 'PALETTE COLOR' }, codecs)).toMatchObject({ ok: false });
  });

  test('cut anywhere, or with a byte changed, gives a picture of its size or a refusal', { timeout: 60_000 }, async () => {
    const module = await codecs.openjph();
    const data = Uint8Array.from(soft(64 * 64, 250, 3));
    const whole = encodeHtj2k(module, { data, rows: 64, columns: 64, components: 1, precision: 8, signed: false, transform: false });
    if (!whole) throw new Error('no frame');
    expect(resolutionCuts(whole)).not.toBeNull();
    const format = { transferSyntax: HTJ2K_RPCL, rows: 64, columns: 64, samples: 1, bitsAllocated: 8, bitsStored: 8, pixelRepresentation: 0, photometric: 'MONOCHROME2', planar: 0 };
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(whole.length - 1), fc.nat(255), fc.integer({ min: 0, max: 3 }), async (end, place, value, level) => {
        const bytes = whole.slice(0, Math.max(45, end));
        if (place < bytes.length) bytes[place] = value;
        const cuts = resolutionCuts(bytes);
        if (cuts) expect(cuts[2]).toBeLessThanOrEqual(bytes.length);
        const frame = await decodeFrame({ ...format, bytes, level }, codecs);
        if (frame.ok) expect(frame.value.data).toHaveLength((64 / 2 ** level) ** 2);
      }),
      { numRuns: 300 },
    );
  });
});
