import { expect, test } from 'vitest';
import { isolateRuns, LRI, NBSP, PDI } from './text.ts';

const shown = (text: string) => isolateRuns(text, 'fa').replaceAll(LRI, '[').replaceAll(PDI, ']').replaceAll(NBSP, '_');

/** Phrases as cardiologists write them in Persian, and the runs that must stay together from left to right. */
const phrases: readonly (readonly [written: string, shown: string])[] = [
  ['LM با SYNTAX 26 و دیوارهٔ قدامی زنده', '[LM] با [SYNTAX 26] و دیوارهٔ قدامی زنده'],
  ['با covered stent 2.75×20 mm مهار شد', 'با [covered stent 2.75×20_mm] مهار شد'],
  ['یک گرافت LIMA-LAD باز است', 'یک گرافت [LIMA-LAD] باز است'],
  ['بایفورکیشن دیستال LM با EF=35%؛ جراحی', 'بایفورکیشن دیستال [LM] با [EF=35%]؛ جراحی'],
  ['دست‌کم 75% طول با قطر <2 mm است', 'دست‌کم [75%] طول با قطر [<2_mm] است'],
  ['پلاکت 210 ×10⁹/L است', 'پلاکت [210_×10⁹/L] است'],
  ['WBC=7.5×10⁹/L. اکو: EF=55%؛', '[WBC=7.5×10⁹/L]. اکو: [EF=55%]؛'],
  ['Cr=1.6 mg/dL، Hb=12.4 g/dL', '[Cr=1.6_mg/dL]، [Hb=12.4_g/dL]'],
  ['Hb=12.4 g/dL، Plt=210,000، وزن 70 kg.', '[Hb=12.4_g/dL]، [Plt=210,000]، وزن [70_kg].'],
  ['حجم 1–2 mL کمتر', 'حجم [1–2_mL] کمتر'],
  ['رنج 1-2 mL', 'رنج [1-2_mL]'],
  ['کلترال سپتال (CC grade 2) از LAD', 'کلترال سپتال ([CC grade 2]) از [LAD]'],
  ['رتروگرید از سپتال دوم، reverse CART، دو استنت', 'رتروگرید از سپتال دوم، [reverse CART]، دو استنت'],
  ['پرفوراسیون با III jet دیده شد', 'پرفوراسیون با [III jet] دیده شد'],
  ['RCA بدون ایسکمی؛ RFR=0.93', '[RCA] بدون ایسکمی؛ [RFR=0.93]'],
  ['BP=82/54 mmHg، HR=112، اندام سرد', '[BP=82/54_mmHg]، [HR=112]، اندام سرد'],
  ['نوراپی‌نفرین 0.15 mcg/kg/min، لاکتات 2.4 mmol/L.', 'نوراپی‌نفرین [0.15_mcg/kg/min]، لاکتات [2.4_mmol/L].'],
  ['نوراپی‌نفرین 0.15 µg/kg/min', 'نوراپی‌نفرین [0.15_µg/kg/min]'],
  ['LM=9.8 mm²، LAD=7.1 mm²، LCX=5.6 mm².', '[LM=9.8_mm²]، [LAD=7.1_mm²]، [LCX=5.6_mm²].'],
  ['امتیاز CHA₂DS₂-VASc برابر 4', 'امتیاز [CHA₂DS₂-VASc] برابر [4]'],
  ['eGFR=86 mL/min/1.73 m² است', '[eGFR=86_mL/min/1.73_m²] است'],
  ['CrCl (Cockcroft–Gault) 40 mL/min', '[CrCl (Cockcroft–Gault) 40_mL/min]'],
  ['زاویهٔ <70° در LM', 'زاویهٔ [<70°] در [LM]'],
  ['خمیدگی >45° در مسیر', 'خمیدگی [>45°] در مسیر'],
  ['طول ≥20 mm', 'طول [≥20_mm]'],
  ['رافهٔ L-R، کلسیفیه، 7 mm', 'رافهٔ [L-R]، کلسیفیه، [7_mm]'],
  ['شیت 7 Fr؛ burr سایز 1.5 mm', 'شیت [7_Fr]؛ [burr] سایز [1.5_mm]'],
  ['Vmax=4.6 m/s، AVA=0.7 cm²', '[Vmax=4.6_m/s]، [AVA=0.7_cm²]'],
  ['D1 از دست رفت؛ SVG-OM باز است', '[D1] از دست رفت؛ [SVG-OM] باز است'],
  ['نسبت IABP برابر 1:1 و هپارین با ACT', 'نسبت [IABP] برابر [1:1] و هپارین با [ACT]'],
  ['در LAO 40 CRA 25 دیده شد', 'در [LAO 40 CRA 25] دیده شد'],
  ['فشار 28 atm و مساحت 5.6 mm²', 'فشار [28_atm] و مساحت [5.6_mm²]'],
  ['air kerma=2.6 Gy و KAP=180 Gy·cm²', '[air kerma=2.6_Gy] و [KAP=180_Gy·cm²]'],
  ['Qp/Qs=2.1 و PVR=2.2 WU', '[Qp/Qs=2.1] و [PVR=2.2_WU]'],
  ['بایفورکیشن Medina 1,1,1 در LAD/D1', 'بایفورکیشن [Medina 1,1,1] در [LAD/D1]'],
  ['دوز 3 Gy یا (200 mL) کنتراست', 'دوز [3_Gy] یا ([200_mL]) کنتراست'],
  ['TIMI 0–1 پیش از وایر', '[TIMI 0–1] پیش از وایر'],
  ['نرخ 15 fps، دما -20 °C', 'نرخ [15_fps]، دما [-20_°C]'],
  ['CCS III، NYHA II، Killip IV', '[CCS III]، [NYHA II]، [Killip IV]'],
  ['ST-elevation MI در V1–V4', '[ST-elevation MI] در [V1–V4]'],
];

test('runs of real clinical phrases are cut where a reader would cut them', () => {
  expect(phrases.map(([written]) => shown(written))).toEqual(phrases.map(([, wanted]) => wanted));
});

test('no run is lost, turned or written twice: taking the marks out gives the phrase back', () => {
  for (const [written] of phrases) expect(isolateRuns(written, 'fa').replaceAll(/[\u2066\u2069]/g, '').replaceAll(NBSP, ' ')).toBe(written);
});
