import { expect, test } from 'vitest';
import { rebuild } from '../clean/rebuild.ts';
import { fakeIdentity } from '../phantom/identity.ts';
import { renderRun } from '../phantom/run.ts';
import { writeRun } from '../phantom/write-run.ts';
import { verifyWebp } from '../photo/photo.ts';
import { picturesOfSequence } from '../photo/webp-sequence.ts';
import { nodeCodecs } from './codecs.ts';
import { previewOf } from './preview.ts';

const who = fakeIdentity(9, 'female', 71);
const clean = (frames: number): Uint8Array => {
  const run = renderRun({
    seed: 5, run: 3, patient: { sex: 'female' }, projection: { primary: 44.6, secondary: -29.7 }, system: 'LCA',
    dominance: 'right', lesions: [], frames, frameMs: 50, size: 64, style: 'log',
  });
  const made = rebuild(writeRun(run, who), { key: new Uint8Array(32).fill(5), caseSalt: new Uint8Array(16) });
  if (!made.ok) throw new Error(made.code);
  return made.value.bytes;
};

test('a clean run becomes a sequence of every second of its frames, with their times', async () => {
  const made = await previewOf(clean(7), nodeCodecs());
  if (!made.ok) throw new Error(made.code);
  expect(verifyWebp(made.value).ok).toBe(true);
  expect(picturesOfSequence(made.value)?.map(({ startMs }) => startMs)).toEqual([0, 100, 200, 300]);
});

test('what shows no movement, or is no clean film, is refused', async () => {
  expect(await previewOf(clean(1), nodeCodecs())).toMatchObject({ ok: false });
  expect(await previewOf(new Uint8Array(400), nodeCodecs())).toMatchObject({ ok: false, code: 'dicom-not-dicom' });
});
