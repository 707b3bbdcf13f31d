import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { framesOf } from '../dicom/frames.ts';
import { imageShapeOf } from '../dicom/image.ts';
import { readDicom } from '../dicom/read.ts';
import { rebuild } from './rebuild.ts';
import { indexOf, verify } from './verify.ts';

const FOLDER = '../shared/data/dicom';
const OPTIONS = { key: new Uint8Array(32).fill(7), caseSalt: new Uint8Array(4) };

/** Files that cannot be shown, each with the true reason; all others must come through. */
const REFUSED: Readonly<Record<string, string>> = {
  'dwv__DICOMDIR.dcm': 'dicom-directory',
  'dwv__dwv-test-anonymise.dcm': 'dicom-kind-not-allowed', // names no class
  'fo-dicom__multiframe.dcm': 'dicom-kind-not-allowed', // says it is whole slide microscopy
  'orthanc-tests__sample-pdf.dcm': 'dicom-kind-not-allowed',
  'pydicom-data__liver_deflate.dcm': 'dicom-transfer-syntax-unsupported', // a segmentation in deflated frames
  'pydicom__waveform_ecg.dcm': 'dicom-modality-not-allowed',
  'raccoon-dicom__1009.dcm': 'frame-count-mismatch', // says RGB, has a third of the bytes
};

const outcome = (name: string): string => {
  const bytes = new Uint8Array(readFileSync(`${FOLDER}/${name}`));
  const start = performance.now();
  const made = rebuild(bytes, OPTIONS);
  const ms = Math.round(performance.now() - start);
  if (!made.ok) return made.code;
  const checked = verify(made.value.bytes);
  if (!checked.ok) return `${checked.code} ${JSON.stringify(checked.params)}`;
  const index = indexOf(made.value.bytes);
  expect(index.ok && index.value).toEqual(made.value.sidecar);
  expect(checked.value).toEqual(made.value.sidecar);
  const { sidecar, certificate } = made.value;
  return `clean ${sidecar.modality} ${sidecar.frames} × ${sidecar.columns}×${sidecar.rows}, kept ${certificate.kept.length}, unsound ${certificate.unsound.length}, ${ms} ms`;
};

test.skipIf(!existsSync(FOLDER))(`every real file is cleaned and verified, or refused with the true reason (needs ${FOLDER})`, () => {
  const names = readdirSync(FOLDER).filter((name) => name.endsWith('.dcm'));
  expect(names.length).toBeGreaterThan(20);
  const table = names.map((name) => [name, outcome(name)] as const);
  console.info(table.map(([name, result]) => `${name.padEnd(62)} ${result}`).join('\n'));
  for (const [name, result] of table) expect(result, name).toMatch(REFUSED[name] ?? /^clean /);
}, 60_000);

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
