import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
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
