import { expect, test } from 'vitest';
import { isolateRuns, LRI, NBSP, PDI, stripMarks } from './text.ts';

const shown = (text: string) => isolateRuns(text, 'fa').replaceAll(LRI, '[').replaceAll(PDI, ']').replaceAll(NBSP, '_');

test('clinical runs inside Persian are isolated whole, with value and unit joined', () => {
  expect(shown('بیمار با EF=35% و ضایعهٔ LAD')).toBe('بیمار با [EF=35%] و ضایعهٔ [LAD]');
  expect(shown('استنت 3.0×18 mm در LAD.')).toBe('استنت [3.0×18_mm] در [LAD].');
  expect(shown('EF=12%. Cr=1.0 mg/dL بود')).toBe('[EF=12%]. [Cr=1.0_mg/dL] بود');
  expect(shown('بایفورکیشن (Medina 1,1,1) در LM')).toBe('بایفورکیشن ([Medina 1,1,1]) در [LM]');
  expect(shown('انسداد کامل (CTO) در RCA')).toBe('انسداد کامل ([CTO]) در [RCA]');
  expect(shown('۴ ماه پیش، 1.5 mm burr')).toBe('۴ ماه پیش، [1.5_mm burr]');
  expect(shown('نشانی https://example.org/a/b-2024. بود (http://x.org/1)')).toBe('نشانی [https://example.org/a/b-2024]. بود ([http://x.org/1])');
});

test('English text gets no isolate, only the joined unit', () => {
  expect(isolateRuns('stent 3.0×18 mm', 'en')).toBe(`stent 3.0×18${NBSP}mm`);
});

test('marks that someone typed are taken out before ours go in, so showing twice changes nothing', () => {
  const once = isolateRuns('ضایعهٔ LAD', 'fa');
  expect(isolateRuns(once, 'fa')).toBe(once);
  expect(stripMarks(once)).toBe('ضایعهٔ LAD');
});
