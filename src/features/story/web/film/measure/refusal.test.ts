import { expect, test } from 'vitest';
import type { RunView } from '../../../rules/present.ts';
import { refusalOf } from './refusal.ts';

const t2 = { url: '/api/objects/1', bytes: 5e6, mediaType: 'application/dicom' };
const run: RunView = {
  id: 'r', kind: 'xa', label: '', position: 0, frames: 46, rows: 1024, columns: 1024, frameTimesMs: null, frameMs: 66, primaryAngle: null, secondaryAngle: null, fullRate: null,
  sidecar: { imagerPixelSpacing: [0.15, 0.15] }, t0: null, t1: null, t2,
};
const whole = { rows: 1024, columns: 1024 };

test('the full picture is measured; a preview and half its resolution are not', () => {
  expect(refusalOf(run, whole)).toBeNull();
  expect(refusalOf(run, null)).toBe('preview');
  expect(refusalOf(run, { rows: 512, columns: 512 })).toBe('preview');
});

test('a photo, pixels that are not square and a run without its full film are refused with their reason', () => {
  expect(refusalOf({ ...run, kind: 'still' }, whole)).toBe('photo');
  expect(refusalOf({ ...run, t2: { ...t2, mediaType: 'image/webp' } }, whole)).toBe('photo');
  expect(refusalOf({ ...run, sidecar: { imagerPixelSpacing: [0.15, 0.3] } }, whole)).toBe('not-square');
  expect(refusalOf({ ...run, t2: null }, null)).toBe('no-full');
});
