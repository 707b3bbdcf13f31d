import { rebuild } from 'imaging';
import { STRIP_KINDS } from 'imaging/pixels/strip';
import { plantedDicom } from 'imaging/planting/planter';
import { expect, test } from 'vitest';
import { certificate, sidecar } from './run-wire.ts';

const made = (['XA', 'US', 'SC'] as const).map((modality, seed) => {
  const clean = rebuild(plantedDicom({ seed, transferSyntax: '1.2.840.10008.1.2.1', modality }).bytes, { key: new Uint8Array(32).fill(1), caseSalt: Uint8Array.of(1), reviewed: true, frameHashes: true });
  if (!clean.ok) throw new Error(clean.code);
  return clean.value;
});
const receipt = { ...made[0]?.certificate, confirmedBy: 'asker', pictures: [{ kind: 'first', frame: 0 }, ...STRIP_KINDS.map((kind) => ({ kind, frame: null }))], masks: [{ box: { left: 0, top: 0, width: 9, height: 9 }, frames: 'all' }] };
const photo = { version: 1, photo: true, sha256After: '', bytesAfter: 0, frames: 1, framesReplaced: true, reviewed: true, masks: [{ box: { left: 1, top: 1, width: 2, height: 2 }, frames: { from: 0, to: 0 } }], confirmedBy: 'asker', pictures: [] };

test('what the instrument says of a run it cleaned passes as it is', () => {
  for (const one of made) expect(sidecar.parse(one.sidecar)).toEqual(one.sidecar);
  for (const codec of ['h264', 'vp9', 'av1', 'webp']) expect(sidecar.safeParse({ ...made[0]?.sidecar, preview: { codec, filtered: true } }).success).toBe(true);
  expect(certificate.parse(receipt)).toEqual(receipt);
  expect(certificate.parse(photo)).toEqual(photo);
  expect(sidecar.parse({ version: 1, modality: 'XC', photo: true, frames: 1, rows: 480, columns: 640, primaryAngle: null, secondaryAngle: null })).toMatchObject({ photo: true });
});

/** The object with each text in it, at any depth, replaced in turn. */
const withText = (value: unknown, text: string): unknown[] => {
  if (typeof value === 'string') return [text];
  if (Array.isArray(value)) return value.length === 0 ? [[text]] : withText(value[0], text).map((first) => [first, ...value.slice(1)]);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => withText(inner, text).map((changed) => ({ ...value, [key]: changed })));
};

test('no text of a person’s choosing passes, at any place, and no name that nobody knows', () => {
  const one = made[0]?.sidecar ?? {};
  let tried = 0;
  for (const text of ['Ahmadi', 'AHMADI^MARYAM', '1.3.12.2.1107.5.4.4.1234', '0012345678', '19790401']) {
    for (const changed of withText(one, text)) { tried++; expect(sidecar.safeParse(changed).success, JSON.stringify(changed).slice(0, 80)).toBe(false); }
    for (const changed of withText(receipt, text)) { tried++; expect(certificate.safeParse(changed).success, JSON.stringify(changed).slice(0, 80)).toBe(false); }
  }
  expect(tried).toBeGreaterThan(80);
  expect(sidecar.safeParse({ ...one, patient: 'x' }).success).toBe(false);
  expect(sidecar.safeParse({ ...one, window: { center: 1, width: 1, shape: 'LINEAR', name: 'x' } }).success).toBe(false);
  expect(certificate.safeParse({ ...receipt, fileName: 'ahmadi.dcm' }).success).toBe(false);
  expect(certificate.safeParse({ ...receipt, confirmedBy: 'Dr Ahmadi' }).success).toBe(false);
});
