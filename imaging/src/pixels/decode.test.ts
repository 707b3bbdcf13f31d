import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import dicomParser from 'dicom-parser';
import { describe, expect, test } from 'vitest';
import { nodeCodecs } from '../node/codecs.ts';
import { decodeFrame } from './decode.ts';
import type { Frame, FrameFormat } from './format.ts';
import { haveRealFiles, readReal, realFile } from '../node/real-frames.ts';

const codecs = nodeCodecs();

const MONO: FrameFormat = {
  transferSyntax: '1.2.840.10008.1.2.1',
  rows: 2,
  columns: 2,
  samples: 1,
  bitsAllocated: 16,
  bitsStored: 12,
  pixelRepresentation: 0,
  photometric: 'MONOCHROME2',
  planar: 0,
};

async function decoded(name: string, index = 0): Promise<Frame> {
  const { format, frames } = readReal(name);
  const result = await decodeFrame({ ...format, bytes: frames[index] as Uint8Array }, codecs);
  if (!result.ok) throw new Error(`${name}: ${result.code}`);
  return result.value;
}

describe('a frame without compression', () => {
  const bytes = Uint8Array.of(0x34, 0xf2, 0xff, 0x0f, 0x00, 0x08, 0x01, 0x00);

  test('loses what stands above Bits Stored, and little and big endian agree', async () => {
    const little = await decodeFrame({ ...MONO, bytes }, codecs);
    expect(little.ok && Array.from(little.value.data)).toEqual([0x234, 0xfff, 0x800, 1]);
    const swapped = Uint8Array.of(0xf2, 0x34, 0x0f, 0xff, 0x08, 0x00, 0x00, 0x01);
    const big = await decodeFrame({ ...MONO, transferSyntax: '1.2.840.10008.1.2.2', bytes: swapped }, codecs);
    expect(big).toEqual(little);
  });

  test('gives two’s complement values their sign at Bits Stored', async () => {
    const result = await decodeFrame({ ...MONO, pixelRepresentation: 1, bytes }, codecs);
    expect(result.ok && Array.from(result.value.data)).toEqual([0x234, -1, -2048, 1]);
  });

  test('turns YBR_FULL_422 and planes into interleaved RGB', async () => {
    const colour = { ...MONO, rows: 1, samples: 3, bitsAllocated: 8, bitsStored: 8 };
    const grey = await decodeFrame({ ...colour, photometric: 'YBR_FULL_422', bytes: Uint8Array.of(10, 200, 128, 128) }, codecs);
    expect(grey.ok && Array.from(grey.value.data)).toEqual([10, 10, 10, 200, 200, 200]);
    const planes = await decodeFrame({ ...colour, photometric: 'RGB', planar: 1, bytes: Uint8Array.of(1, 2, 3, 4, 5, 6) }, codecs);
    expect(planes.ok && Array.from(planes.value.data)).toEqual([1, 3, 5, 2, 4, 6]);
  });
});

describe('a hostile claim', () => {
  const bytes = new Uint8Array(8);

  test.each([
    [{ rows: 5000 }, 'dicom-too-large'],
    [{ columns: 65535 }, 'dicom-too-large'],
    [{ rows: 0 }, 'dicom-image-description-bad'],
    [{ bitsAllocated: 32 }, 'dicom-image-description-bad'],
    [{ bitsStored: 17 }, 'dicom-image-description-bad'],
    [{ samples: 4 }, 'dicom-image-description-bad'],
    [{ samples: 3 }, 'dicom-image-description-bad'],
    [{ rows: 3 }, 'frame-broken'],
    [{ transferSyntax: '1.2.840.10008.1.2.4.100' }, 'dicom-transfer-syntax-unsupported'],
    [{ transferSyntax: '1.2.840.10008.1.2.5' }, 'frame-broken'],
    [{ transferSyntax: '1.2.840.10008.1.2.4.70' }, 'frame-broken'],
    [{ transferSyntax: '1.2.840.10008.1.2.4.80' }, 'frame-broken'],
    [{ transferSyntax: '1.2.840.10008.1.2.4.90' }, 'frame-broken'],
    [{ photometric: 'PALETTE COLOR' }, 'dicom-image-description-bad'],
  ])('%o is refused as %s', async (claim, code) => {
    const result = await decodeFrame({ ...MONO, ...claim, bytes }, codecs);
    expect(result.ok ? 'ok' : result.code).toBe(code);
  });
});

describe.skipIf(!haveRealFiles)('real files', () => {
  test('one image in RLE, lossless JPEG and JPEG 2000 decodes to the same pixels', async () => {
    const rle = await decoded('dicom-test-files__XA1_RLE.dcm');
    expect(rle.data.length).toBe(1024 * 1024);
    expect(Buffer.compare(Buffer.from(rle.data.buffer), Buffer.from((await decoded('dicom-test-files__XA1_JPLL.dcm')).data.buffer))).toBe(0);
    expect(Buffer.compare(Buffer.from(rle.data.buffer), Buffer.from((await decoded('dicom-test-files__XA1_J2KR.dcm')).data.buffer))).toBe(0);
  });

  test('one palette image in RLE and in big endian decodes to the same colours', async () => {
    for (const index of [0, 1]) {
      const rle = await decoded('pydicom-data__OBXXXX1A_rle_2frame.dcm', index);
      expect(rle.channels).toBe(3);
      expect(Buffer.compare(Buffer.from(rle.data), Buffer.from((await decoded('pydicom-data__OBXXXX1A_expb_2frame.dcm', index)).data))).toBe(0);
    }
  });

  test('every frame of the real coronary cine decodes, and HTJ2K and signed CT have plausible levels', async () => {
    const { format, frames } = readReal('fo-dicom__HasFragmentSequence.dcm');
    expect(frames).toHaveLength(96);
    for (const bytes of frames) expect((await decodeFrame({ ...format, bytes }, codecs)).ok).toBe(true);
    expect((await decoded('pydicom-data__HTJ2KLossless_08_RGB.dcm')).channels).toBe(3);
    const { data } = await decoded('pydicom-data__explicit_VR-UN.dcm');
    let air = 0;
    for (const value of data) air = Math.min(air, value);
    expect(air).toBeLessThan(-900);
  });

  test('a frame that is another size than the file says is refused', async () => {
    const { format, frames } = readReal('fo-dicom__multiframe.dcm');
    const result = await decodeFrame({ ...format, bytes: frames[13] as Uint8Array }, codecs);
    expect(result).toMatchObject({ ok: false, code: 'frame-size-mismatch' });
  });
});

const haveOracle = spawnSync('dcmdjpeg', ['--version']).status === 0;
if (!haveOracle) console.warn('skipped: dcmdjpeg (DCMTK) is not installed');

describe.skipIf(!haveRealFiles || !haveOracle)('beside DCMTK', () => {
  test.each(['dicom-test-files__XA1_JPLL.dcm', 'pydicom-data__bad_sequence.dcm'])('%s has the same pixels', async (name) => {
    const folder = mkdtempSync(join(tmpdir(), 'pixels-'));
    try {
      expect(nativePixels('dcmdjpeg', [], realFile(name), folder).equals(Buffer.from((await decoded(name)).data.buffer))).toBe(true);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test('all seven predictors, point transform included, give back what DCMTK encoded', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'pixels-'));
    try {
      for (const options of [1, 2, 3, 4, 5, 6, 7].map((n) => ['+el', '+sv', String(n)]).concat([['+e1', '+pt', '2']])) {
        const encoded = join(folder, 'encoded.dcm');
        const source = realFile('pydicom-data__bad_sequence.dcm');
        const plain = join(folder, 'plain.dcm');
        expect(spawnSync('dcmdjpeg', [source, plain]).status).toBe(0);
        expect(spawnSync('dcmcjpeg', [...options, plain, encoded]).status).toBe(0);
        const set = dicomParser.parseDicom(new Uint8Array(readFileSync(encoded)));
        const element = set.elements['x7fe00010'] as dicomParser.Element;
        const count = element.fragments?.length ?? 0;
        const bytes = dicomParser.readEncapsulatedPixelDataFromFragments(set, element, 0, count) as Uint8Array;
        const { format } = readReal('pydicom-data__bad_sequence.dcm');
        const result = await decodeFrame({ ...format, transferSyntax: set.string('x00020010') ?? '', bytes }, codecs);
        const ours = result.ok ? Buffer.from(result.value.data.buffer) : Buffer.alloc(0);
        expect(nativePixels('dcmdjpeg', [], encoded, folder).equals(ours), options.join(' ')).toBe(true);
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

/** Pixel bytes after one of DCMTK's programs turned a file into native pixels. */
function nativePixels(program: string, options: string[], source: string, folder: string): Buffer {
  const target = join(folder, 'native.dcm');
  const run = spawnSync(program, [...options, source, target]);
  if (run.status !== 0) throw new Error(run.stderr.toString());
  const set = dicomParser.parseDicom(new Uint8Array(readFileSync(target)));
  const element = set.elements['x7fe00010'] as dicomParser.Element;
  return Buffer.from(set.byteArray.subarray(element.dataOffset, element.dataOffset + element.length));
}
