import { expect, test } from 'vitest';
import { readDicom } from '../dicom/read.ts';
import { framesOf } from '../dicom/frames.ts';
import { imageShapeOf } from '../dicom/image.ts';
import { TAG, tag } from '../dicom/tags.ts';
import { numbersOf } from '../dicom/values.ts';
import { decodeLossless } from '../pixels/jpeg/lossless.ts';
import { fakeIdentity } from './identity.ts';
import { renderRun } from './run.ts';
import { burnedLine, writeRun } from './write-run.ts';

const run = renderRun({
  seed: 5, run: 3, patient: { sex: 'female' }, projection: { primary: 44.6, secondary: -29.7 }, system: 'LCA',
  dominance: 'right', lesions: [], frames: 4, frameMs: 66.67, size: 64, style: 'log',
});
const who = fakeIdentity(9, 'female', 71);

const opened = (bytes: Uint8Array) => {
  const file = readDicom(bytes);
  if (!file.ok) throw new Error(file.code);
  const shape = imageShapeOf(file.value.set);
  if (!shape.ok) throw new Error(shape.code);
  const frames = framesOf(file.value, shape.value);
  if (!frames.ok) throw new Error(frames.code);
  return { set: file.value.set, shape: shape.value, frames: frames.value };
};

test('a written run reads back as XA with its angles and the frames bit for bit', () => {
  const { set, frames } = opened(writeRun(run, who));
  expect(numbersOf(set, TAG.primaryAngle)).toEqual([44.6]);
  expect(numbersOf(set, TAG.secondaryAngle)).toEqual([-29.7]);
  expect(frames).toHaveLength(4);
  frames.forEach((frame, i) => {
    const decoded = decodeLossless(frame.bytes, { rows: 64, columns: 64, components: 1, bitsAllocated: 8 });
    expect(decoded.ok && Array.from(decoded.value)).toEqual(Array.from(run.frames[i] as Uint8Array));
  });
});

test('identifiers in both scripts, private tags and comments are planted, and the word synthetic with them', () => {
  const bytes = writeRun(run, who, { pixels: 'native' });
  const text = new TextDecoder().decode(bytes.subarray(0, 4000));
  for (const planted of [who.familyName, who.familyNameFa, who.institutionFa, who.patientId, who.nationalId, 'PHANTOM PRIVATE', 'SYNTHETIC']) {
    expect(text).toContain(planted);
  }
  expect(opened(bytes).set.get(tag(0x0029, 0x1002))).toBeDefined();
});

test('a burnt-in name changes only its corner of the frames, on demand', () => {
  const [plain, burnt] = [writeRun(run, who, { pixels: 'native' }), writeRun(run, who, { pixels: 'native', burnName: true })].map((b) => b.subarray(b.length - 4 * 64 * 64));
  const rows = new Set<number>();
  for (let i = 0; i < 64 * 64; i++) if (plain?.[i] !== burnt?.[i]) rows.add(Math.floor(i / 64));
  expect(rows.size > 3 && Math.max(...rows) < 16).toBe(true);
  expect(burnedLine(who)).toContain(who.familyName);
});
