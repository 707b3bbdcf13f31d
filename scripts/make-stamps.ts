// Renders the words that training and test plant into pictures: `node scripts/make-stamps.ts FONTS`, FONTS holding the unpacked npm
// packages @fontsource/* named below, one folder each. Chromium shapes Persian. Typefaces and words of the test are apart from those of training.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { random } from '../imaging/src/phantom/random.ts';
import { packStamps, type Script, type Stamp } from '../imaging/src/node/stamps.ts';
import { findChromium } from '../tests/journeys/chromium.ts';

type Face = { readonly font: string; readonly subset: 'latin' | 'arabic' };
type Words = Record<Script, readonly string[]>;
type Wanted = { readonly count: number; readonly seed: number; readonly latin: readonly string[]; readonly persian: readonly string[]; readonly words: Words };

const TRAINING: Wanted = {
  count: 320, seed: 1, latin: ['roboto', 'roboto-mono', 'pt-serif', 'vt323', 'oswald'], persian: ['noto-naskh-arabic', 'cairo', 'markazi-text', 'lalezar'],
  words: {
    'latin': ['KARIMI REZA', 'Moradi^Shirin', 'BAHRAMI H.', 'Sohrabi', 'ANSARI, MAHNAZ', 'Yeganeh K', 'Hosp. Karoon', 'DR ROSHAN', 'Pat. Name: Kazemi', 'Behrouz', 'F 54Y', 'CATH LAB 2'],
    'persian': ['رضا کریمی', 'شیرین مرادی', 'بهرامی', 'مهناز انصاری', 'بیمارستان ناکجا', 'نام پدر: حمید', 'دکتر روشن', 'کاظمی', 'فاطمه سهرابی', 'بخش آنژیو'],
    'latin-digits': ['1961-04-23', '7302173', 'ID 4408127', '17.05.2024 10:15', 'MRN-5521904', '12:48:30', '0912 334 5567', 'ACC 20881'],
    'persian-digits': ['۱۳۴۰/۰۲/۰۳', '۷۳۰۲۱۷۳', 'کد ۴۴۰۸۱۲۷', '۱۰:۱۵', '۰۹۱۲۳۳۴', 'سن ۵۴'],
  },
};
const TEST: Wanted = {
  count: 180, seed: 2, latin: ['ibm-plex-mono', 'open-sans', 'merriweather', 'share-tech-mono'], persian: ['amiri', 'scheherazade-new', 'vazirmatn'],
  words: {
    'latin': ['FARHADI OMID', 'Zamani^Leila', 'JALALI N.', 'Tavakoli', 'GHASEMI, VAHID', 'Pourreza B', 'Clinic Arvand', 'DR NIKNAM', 'Name: Esfandi', 'M 71Y'],
    'persian': ['امید فرهادی', 'لیلا زمانی', 'جلالی', 'وحید قاسمی', 'درمانگاه اروند', 'نام: توکلی', 'دکتر نیکنام', 'پرستو اسفندی'],
    'latin-digits': ['1953-11-08', '9816405', 'NO 6630259', '08.11.2023 16:42', 'HN-770164', '21:07:59'],
    'persian-digits': ['۱۳۳۲/۰۸/۱۷', '۹۸۱۶۴۰۵', 'شماره ۶۶۳۰۲', '۱۶:۴۲', 'سن ۷۱'],
  },
};
const SIZES = [8, 9, 10, 11, 12, 13, 14, 16, 18, 20, 24, 28, 32, 40];

const fontFile = (fonts: string, { font, subset }: Face): string =>
  font === 'vazirmatn' ? join(import.meta.dirname, '../src/web/fonts/vazirmatn-arabic.woff2') : join(fonts, font, 'files', `${font}-${subset}-400-normal.woff2`);

/** A string, because scripts know no DOM: alpha of one line of text, 0–255. */
const PAGE = `globalThis.draw = (text, font, size, rtl) => {
  const canvas = new OffscreenCanvas(1400, 160);
  const c = canvas.getContext('2d', { willReadFrequently: true });
  c.font = size + 'px ' + font; c.direction = rtl ? 'rtl' : 'ltr'; c.fillStyle = '#fff'; c.textAlign = 'center'; c.textBaseline = 'middle';
  c.fillText(text, 700, 80);
  const { data } = c.getImageData(0, 0, 1400, 160);
  let [l, r, t, b] = [1400, -1, 160, -1];
  for (let y = 0; y < 160; y++) for (let x = 0; x < 1400; x++) if (data[4 * (y * 1400 + x) + 3] > 40) { l = Math.min(l, x); r = Math.max(r, x); t = Math.min(t, y); b = Math.max(b, y); }
  const alpha = [];
  for (let y = t; y <= b; y++) for (let x = l; x <= r; x++) alpha.push(data[4 * (y * 1400 + x) + 3]);
  return { width: r - l + 1, height: b - t + 1, alpha };
};`;

async function render(fonts: string, wanted: Wanted): Promise<Stamp[]> {
  const { path, env } = await findChromium();
  const browser = await chromium.launch({ executablePath: path, env: { ...process.env, ...env }, args: ['--no-sandbox'] });
  const page = await browser.newPage();
  const faces: Face[] = [...wanted.latin.map((font) => ({ font, subset: 'latin' as const })), ...wanted.persian.map((font) => ({ font, subset: 'arabic' as const }))];
  const rules = faces.map((face) => `@font-face{font-family:"${face.font}";src:url(data:font/woff2;base64,${readFileSync(fontFile(fonts, face)).toString('base64')})}`);
  await page.setContent(`<style>${rules.join('')}</style>${faces.map(({ font }) => `<p style="font-family:'${font}'">Ab ۱۲ سلام</p>`).join('')}<script>${PAGE}</script>`);
  await page.evaluate('document.fonts.ready');
  const r = random(wanted.seed, 'stamps');
  const pick = <T>(list: readonly T[]): T => list[Math.floor(r.next() * list.length)] as T;
  const stamps: Stamp[] = [];
  while (stamps.length < wanted.count) {
    const script = pick(['latin', 'persian', 'latin-digits', 'persian-digits'] as const);
    const size = pick(SIZES);
    const rtl = script.startsWith('persian');
    const font = pick(rtl ? wanted.persian : wanted.latin);
    const text = pick(wanted.words[script]);
    const drawn = (await page.evaluate(`draw(${JSON.stringify(text)}, ${JSON.stringify(`"${font}"`)}, ${size}, ${rtl})`)) as { width: number; height: number; alpha: number[] };
    const hard = r.chance(0.4);
    if (drawn.width > 400) continue;
    stamps.push({ script, size, width: drawn.width, height: drawn.height, alpha: Uint8Array.from(drawn.alpha, (a) => (hard ? (a > 110 ? 255 : 0) : a)) });
  }
  await browser.close();
  return stamps;
}

const [fonts] = process.argv.slice(2);
if (fonts === undefined) throw new Error('Name the folder of the unpacked @fontsource packages.');
const into = join(import.meta.dirname, '../imaging/src/node/stamps');
for (const [name, wanted] of [['training', TRAINING], ['test', TEST]] as const) writeFileSync(join(into, `${name}.bin`), packStamps(await render(fonts, wanted)));
