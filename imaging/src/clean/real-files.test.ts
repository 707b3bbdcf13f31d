import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { openRun } from '../browser/open-run.ts';
import { framesOf } from '../dicom/frames.ts';
import { imageShapeOf } from '../dicom/image.ts';
import { readDicom } from '../dicom/read.ts';
import { nodeCodecs } from '../node/codecs.ts';
import { needsReview } from './needs-review.ts';
import { rebuild } from './rebuild.ts';
import { indexOf, verify } from './verify.ts';

const FOLDER = '../shared/data/dicom';
const OPTIONS = { key: new Uint8Array(32).fill(7), caseSalt: new Uint8Array(4) };
if (!existsSync(FOLDER)) console.warn(`skipped: no real DICOM files at ${FOLDER}`);

/** What becomes of each file: how many frames are shown and whether a person must look whatever the search finds, or the true reason of a refusal. */
const EXPECTED: Readonly<Record<string, string>> = {
  'dcm4che__US-PAL-8-10x-echo.dcm': 'needs-review US 10',
  'dicom-test-files__XA1_J2KR.dcm': 'needs-review XA 1', // a secondary capture
  'dicom-test-files__XA1_JPLL.dcm': 'needs-review XA 1', // a secondary capture
  'dicom-test-files__XA1_RLE.dcm': 'needs-review XA 1', // a secondary capture
  'dicomParser__IM00001.fragmented_no_bot_jpeg_baseline.50.dcm': 'needs-review US 8',
  'dwv__DICOMDIR.dcm': 'refused dicom-directory',
  'dwv__dwv-test-anonymise.dcm': 'refused dicom-kind-not-allowed', // names no class
  'dwv__gdcm-US-RGB-8-esopecho.dcm': 'needs-review US 1',
  'fo-dicom__DIRW0007.dcm': 'needs-review US 65',
  'fo-dicom__HasFragmentSequence.dcm': 'clean XA 96',
  'fo-dicom__multiframe.dcm': 'refused dicom-kind-not-allowed', // whole slide microscopy
  'orthanc-tests__1.2.840.10008.1.2.4.50.dcm': 'needs-review US 1',
  'orthanc-tests__Implicit-vr-us-palette.dcm': 'needs-review US 1',
  'orthanc-tests__Issue143.dcm': 'needs-review OT 1',
  'orthanc-tests__Issue16.dcm': 'needs-review US 34',
  'orthanc-tests__MultiframeWindowing.dcm': 'needs-review MR 4',
  'orthanc-tests__SCSARAB.dcm': 'needs-review OT 1',
  'orthanc-tests__sample-pdf.dcm': 'refused dicom-paper', // a document: its pages are painted in the browser, as photos
  'pydicom-data__HTJ2KLossless_08_RGB.dcm': 'needs-review OT 1',
  'pydicom-data__OBXXXX1A_expb_2frame.dcm': 'needs-review US 2',
  'pydicom-data__OBXXXX1A_rle_2frame.dcm': 'needs-review US 2',
  'pydicom-data__bad_sequence.dcm': 'needs-review CT 1',
  'pydicom-data__explicit_VR-UN.dcm': 'needs-review CT 1',
  'pydicom-data__gdcm-US-ALOKA-16.dcm': 'needs-review US 1',
  'pydicom-data__liver_deflate.dcm': 'refused dicom-transfer-syntax-unsupported', // a segmentation in deflated frames
  'pydicom__examples_ybr_color.dcm': 'needs-review US 30',
  'pydicom__waveform_ecg.dcm': 'refused dicom-paper', // curves: drawn as a picture, not rebuilt
  'raccoon-dicom__1009.dcm': 'refused frame-count-mismatch', // says RGB, has a third of the bytes
};

const codecs = nodeCodecs();

const outcome = async (name: string): Promise<string> => {
  const bytes = new Uint8Array(readFileSync(`${FOLDER}/${name}`));
  const made = rebuild(bytes, OPTIONS);
  if (!made.ok) return `refused ${made.code}`;
  const checked = verify(made.value.bytes);
  if (!checked.ok) return `${checked.code} ${JSON.stringify(checked.params)}`;
  const index = indexOf(made.value.bytes);
  expect(index.ok && index.value, name).toEqual(made.value.sidecar);
  expect(checked.value, name).toEqual(made.value.sidecar);
  const run = await openRun(bytes, OPTIONS, codecs, () => {});
  if (!run.ok) return `does not open: ${run.code}`;
  const { sidecar } = run.value;
  return `${needsReview(sidecar, 0) ? 'needs-review' : 'clean'} ${sidecar.modality} ${run.value.shown.length}`;
};

test.skipIf(!existsSync(FOLDER)).each(Object.keys(EXPECTED))('%s opens as it should, or is refused with the true reason', async (name) => {
  expect(await outcome(name)).toBe(EXPECTED[name]);
}, 60_000);

test.skipIf(!existsSync(FOLDER))('every real file stands in the table', () => {
  expect(readdirSync(FOLDER).filter((name) => name.endsWith('.dcm') && !(name in EXPECTED))).toEqual([]);
});

const framesIn = (bytes: Uint8Array): Uint8Array[] => {
  const read = readDicom(bytes);
  const shape = read.ok ? imageShapeOf(read.value.set) : read;
  const frames = read.ok && shape.ok ? framesOf(read.value, shape.value) : undefined;
  if (frames === undefined || !frames.ok) throw new Error('no frames');
  return frames.value.map((frame) => frame.bytes);
};

const ANGIOGRAM = `${FOLDER}/fo-dicom__HasFragmentSequence.dcm`;

test.skipIf(!existsSync(ANGIOGRAM))(`the frames of the real angiogram come through bit for bit, up to their end marker (needs ${ANGIOGRAM})`, () => {
  const source = new Uint8Array(readFileSync(ANGIOGRAM));
  const made = rebuild(source, OPTIONS);
  if (!made.ok) throw new Error(made.code);
  const [before, after] = [framesIn(source), framesIn(made.value.bytes)];
  expect(after).toHaveLength(96);
  for (const [i, frame] of after.entries()) {
    const end = frame.lastIndexOf(0xd9) + 1;
    expect(Buffer.compare(frame.subarray(0, end), before[i]?.subarray(0, end) ?? new Uint8Array(0))).toBe(0);
  }
  expect(made.value.sidecar).toMatchObject({ primaryAngle: -32, secondaryAngle: 2, timing: 'frame-time', bitsStored: 8 });
  expect(made.value.sidecar.rWaveTimesMs).toHaveLength(3);
});
