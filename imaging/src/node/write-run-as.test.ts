import { expect, test } from 'vitest';
import { readDicom } from '../dicom/read.ts';
import { TAG, tag } from '../dicom/tags.ts';
import { numbersOf } from '../dicom/values.ts';
import { rebuild } from '../clean/rebuild.ts';
import { fakeIdentity } from '../phantom/identity.ts';
import { renderPair } from '../phantom/pair.ts';
import { renderRun } from '../phantom/run.ts';
import type { RunSpec } from '../phantom/run-spec.ts';
import { decodeFrame } from '../pixels/decode.ts';
import { formatOf } from '../pixels/format-of.ts';
import { nodeCodecs } from './codecs.ts';
import { ENCODED_SYNTAXES } from './encoders.ts';
import { writeRunAs } from './write-run-as.ts';

const spec: RunSpec = {
  seed: 5, run: 2, patient: { sex: 'male' }, projection: { primary: 40, secondary: 0 }, system: 'RCA', dominance: 'right', lesions: [], frames: 3, frameMs: 500, size: 128, style: 'log',
};
const who = fakeIdentity(4, 'male', 60);
const NATIVE = ['1.2.840.10008.1.2', '1.2.840.10008.1.2.1', '1.2.840.10008.1.2.2', '1.2.840.10008.1.2.1.99'];
const LOSSY: readonly string[] = ['1.2.840.10008.1.2.4.50', '1.2.840.10008.1.2.4.81'];

for (const bits of [8, 10, 12] as const) {
  test(`a run of ${bits} bits comes back through the cleaner in every transfer syntax, to the bit where that is lossless`, { timeout: 60_000 }, async () => {
    const run = renderRun({ ...spec, bits });
    const stored = run.deep ?? run.frames;
    for (const syntax of [...NATIVE, ...ENCODED_SYNTAXES]) {
      if (bits > 8 && syntax.endsWith('.50')) continue;
      const clean = rebuild(await writeRunAs(run, who, syntax), { key: new Uint8Array(32), caseSalt: new Uint8Array(16) });
      if (!clean.ok) throw new Error(`${syntax}: ${clean.code}`);
      const { bytes, sidecar } = clean.value;
      expect([sidecar.frames, sidecar.bitsStored]).toEqual([3, bits]);
      for (const [i, { offset, length }] of sidecar.offsets.entries()) {
        const frame = await decodeFrame({ ...formatOf(sidecar, null), bytes: bytes.subarray(offset, offset + length) }, nodeCodecs());
        if (!frame.ok) throw new Error(`${syntax}: ${frame.code}`);
        const worst = Math.max(...Array.from(frame.value.data, (v, at) => Math.abs(v - (stored[i]?.[at] as number))));
        expect(worst, syntax).toBeLessThanOrEqual(LOSSY.includes(syntax) ? 24 : 0);
      }
    }
  });
}

test('what nothing here can write is refused', async () => {
  await expect(writeRunAs(renderRun({ ...spec, size: 64 }), who, '1.2.840.10008.1.2.4.51')).rejects.toThrow('1.2.840.10008.1.2.4.51');
});

test('12 bits hold more than the eight that are shown, on the same curve', () => {
  const { frames, deep } = renderRun({ ...spec, bits: 12 });
  const [shown, stored] = [frames[1] as Uint8Array, deep?.[1] as Uint16Array];
  expect(new Set(stored).size).toBeGreaterThan(3 * new Set(shown).size);
  for (let i = 0; i < shown.length; i++) expect(Math.abs((stored[i] as number) / 16.06 - (shown[i] as number))).toBeLessThan(1.6);
  expect(renderRun(spec).frames).toEqual(frames);
});

test('two planes share beat and injection, say which they are, and keep their times and R waves', async () => {
  const [a, b] = renderPair({ ...spec, frames: 6, intervalsMs: [66, 66, 400, 66, 66] }, { primary: -30, secondary: 10 });
  expect(b.truth.rWaveFrames).toEqual(a.truth.rWaveFrames);
  expect(b.truth.injectionFrame).toBe(a.truth.injectionFrame);
  expect([...(b.frames[0] as Uint8Array)]).not.toEqual([...(a.frames[0] as Uint8Array)]);
  expect(a.truth.timesMs).toEqual([0, 66, 132, 532, 598, 664]);
  const file = readDicom(await writeRunAs(b, who, '1.2.840.10008.1.2.1'));
  if (!file.ok) throw new Error(file.code);
  expect(numbersOf(file.value.set, tag(0x0018, 0x1065))).toEqual([0, 66, 66, 400, 66, 66]);
  expect(file.value.set.get(TAG.frameTime)).toBeUndefined();
  expect(file.value.set.get(0x00081140)?.items).toHaveLength(1);
  const clean = rebuild(await writeRunAs(b, who, '1.2.840.10008.1.2.1'), { key: new Uint8Array(32), caseSalt: new Uint8Array(16) });
  expect(clean.ok && clean.value.sidecar).toMatchObject({ timing: 'vector', frameTimesMs: a.truth.timesMs });
});
