import { expect, test } from 'vitest';
import { fromCatheter, fromHeader, mmPerPx, NONE, notSquare } from './calibration.ts';

const usual = { imagerPixelSpacing: [0.3, 0.3], sourceToDetectorMm: 1080, sourceToPatientMm: 760 } as const;

test('a 6F catheter is 2 mm: seen 10 px wide, a pixel is 0.2 mm', () => {
  const six = fromCatheter(6, 10);
  expect(six).toEqual({ by: 'catheter', french: 6, px: 10 });
  expect(mmPerPx(six ?? NONE)).toBeCloseTo(0.2, 12);
  expect(mmPerPx(fromCatheter(5, 8) ?? NONE)).toBeCloseTo(5 / 24, 12);
});

test('a catheter of no usual size, or too narrow to be measured, calibrates nothing', () => {
  expect([fromCatheter(2, 10), fromCatheter(25, 10), fromCatheter(6, 4.9), fromCatheter(Number.NaN, 10)]).toEqual([null, null, null, null]);
});

test('the detector’s spacing is divided by the magnification, and says how far it may be off', () => {
  const found = fromHeader(usual);
  expect(found).toMatchObject({ by: 'isocentre' });
  if (typeof found === 'string' || found.by !== 'isocentre') throw new Error('no calibration');
  expect(found.mmPerPx).toBeCloseTo((0.3 * 760) / 1080, 12);
  expect(found.offPct).toBeCloseTo(7.04, 2);
});

test('a spacing that says how it was calibrated is believed, one that does not is not', () => {
  expect(fromHeader({ pixelSpacing: [0.21, 0.21], pixelSpacingType: 'FIDUCIAL' })).toEqual({ by: 'header', mmPerPx: 0.21, type: 'FIDUCIAL' });
  expect(fromHeader({ pixelSpacing: [0.21, 0.21] })).toBe('no-spacing');
  expect(fromHeader({ ...usual, pixelSpacing: [0.3, 0.3] })).toMatchObject({ by: 'isocentre' });
});

test('what is missing or cannot be is a reason, never a number', () => {
  expect(fromHeader({})).toBe('no-spacing');
  expect(fromHeader({ ...usual, imagerPixelSpacing: [5, 5] })).toBe('no-spacing');
  expect(fromHeader({ ...usual, sourceToPatientMm: null })).toBe('no-magnification');
  expect(fromHeader({ ...usual, sourceToPatientMm: 1200 })).toBe('no-magnification');
  expect(fromHeader({ ...usual, imagerPixelSpacing: [0.3, 0.4] })).toBe('not-square');
  expect(notSquare({ pixelSpacing: [0.2, 0.25] })).toBe(true);
  expect(notSquare(usual)).toBe(false);
  expect(mmPerPx(NONE)).toBeNull();
});
