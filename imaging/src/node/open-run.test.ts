import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { nodeCodecs } from './codecs.ts';
import { haveRealFiles, realFile } from './real-frames.ts';
import { openRun } from '../browser/open-run.ts';

const options = { key: new Uint8Array(32).fill(5), caseSalt: new Uint8Array(16) };
const codecs = nodeCodecs();
const open = (name: string) => openRun(new Uint8Array(readFileSync(realFile(name))), options, codecs, () => {});

describe.skipIf(!haveRealFiles)('real files of every kind', () => {
  test.each([
    ['fo-dicom__HasFragmentSequence.dcm', 96, 1],
    ['dicom-test-files__XA1_J2KR.dcm', 1, 1],
    ['dicom-test-files__XA1_JPLL.dcm', 1, 1],
    ['dicom-test-files__XA1_RLE.dcm', 1, 1],
    ['fo-dicom__DIRW0007.dcm', 65, 3],
    ['dcm4che__US-PAL-8-10x-echo.dcm', 10, 3],
    ['pydicom-data__OBXXXX1A_expb_2frame.dcm', 2, 3],
    ['orthanc-tests__Implicit-vr-us-palette.dcm', 1, 3],
    ['dwv__gdcm-US-RGB-8-esopecho.dcm', 1, 3],
    ['dicomParser__IM00001.fragmented_no_bot_jpeg_baseline.50.dcm', 8, 3],
  ] as const)('%s opens with all its frames, not black and not white', { timeout: 30_000 }, async (name, frames, channels) => {
    const run = await open(name);
    if (!run.ok) throw new Error(run.code);
    expect(run.value.shown).toHaveLength(frames);
    expect(run.value.channels).toBe(channels);
    const [first] = run.value.shown;
    const mean = (first ?? new Uint8Array(1)).reduce((sum, value) => sum + value, 0) / (first?.length ?? 1);
    expect(mean).toBeGreaterThan(4);
    expect(mean).toBeLessThan(250);
  });

  test.each([
    ['pydicom__waveform_ecg.dcm', 'dicom-paper'],
    ['orthanc-tests__sample-pdf.dcm', 'dicom-paper'],
    ['dwv__DICOMDIR.dcm', 'dicom-directory'],
    ['raccoon-dicom__1009.dcm', 'frame-count-mismatch'],
  ])('%s is refused as %s', async (name, code) => {
    expect(await open(name)).toMatchObject({ ok: false, code });
  });

  test('the three packings of one picture are shown alike', async () => {
    const shown = await Promise.all(['J2KR', 'JPLL', 'RLE'].map((kind) => open(`dicom-test-files__XA1_${kind}.dcm`)));
    const [a, b, c] = shown.map((run) => (run.ok ? Buffer.from(run.value.shown[0] as Uint8Array) : Buffer.alloc(0)));
    expect(a?.length).toBe(1024 * 1024);
    expect(a?.equals(b as Buffer) && a.equals(c as Buffer)).toBe(true);
  });
});
