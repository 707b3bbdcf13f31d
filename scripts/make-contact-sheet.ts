// Renders twelve moments of the phantom into the picture of docs/imaging/phantom.md:
//   npx node scripts/make-contact-sheet.ts [FILE.webp|FILE.png]
// Needs a Chromium, which draws the captions and writes WebP.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Lesion, type PhantomPatient, renderRun, type RunSpec } from 'imaging/phantom';
import { launchBrowser } from '../tests/journeys/browser.ts';

const TILE = 400;
const COLUMNS = 4;
const QUALITY = 0.93;

type Moment = { readonly says: string; readonly at: number; readonly spec: Partial<RunSpec> & { readonly seed: number; readonly projection: RunSpec['projection'] } };

const view = (primary: number, secondary: number): RunSpec['projection'] => ({ primary, secondary });
const man = (more: Partial<PhantomPatient> = {}): PhantomPatient => ({ sex: 'male', tortuosity: 1.2, diffuse: 0.2, ...more });
const FORK: Lesion = { segments: ['5', '6', '11'], stenosisPct: 75, medina: '1,1,1', calcification: 'moderate' };
const MID_RCA: Lesion = { segments: ['2'], stenosisPct: 72, at: 0.5 };
const RCA_CTO: Lesion = { segments: ['2'], stenosisPct: 100, rentrop: 3, filledBy: 'septals', totalOcclusion: { bridging: true, fillsDistalRca: true }, lengthMm: 22 };
const LAD_CTO: Lesion = { segments: ['7'], stenosisPct: 100, rentrop: 2, filledBy: 'septals', lengthMm: 20, at: 0.3 };

const MOMENTS: readonly Moment[] = [
  { says: 'LM bifurcation 1,1,1', at: 2.1, spec: { seed: 71, projection: view(-25, -25), lesions: [FORK] } },
  { says: 'the same, spider', at: 2, spec: { seed: 71, projection: view(45, -30), lesions: [FORK] } },
  { says: 'mid LAD 74 %', at: 2.3, spec: { seed: 76, projection: view(-8, 36), lesions: [{ segments: ['7'], stenosisPct: 74, at: 0.4 }], access: 'radial', patient: man({ girth: 0.9 }) } },
  { says: 'LCA, venous phase', at: 4.7, spec: { seed: 43, projection: view(40, 25), access: 'radial' } },
  { says: 'RCA, inflow', at: 0.95, spec: { seed: 79, system: 'RCA', projection: view(40, 0), patient: man({ sternalWires: true }) } },
  { says: 'mid RCA 72 %, sternal wires', at: 2.2, spec: { seed: 79, system: 'RCA', projection: view(15, 25), lesions: [MID_RCA], patient: man({ sternalWires: true }) } },
  { says: 'RCA CTO, bridging', at: 3, spec: { seed: 80, system: 'RCA', projection: view(38, 0), lesions: [RCA_CTO] } },
  { says: 'the same CTO by septals', at: 3.7, spec: { seed: 80, projection: view(-28, 10), lesions: [RCA_CTO] } },
  { says: 'mammary graft to the LAD', at: 2.9, spec: { seed: 75, projection: view(-30, 5), graft: 'LIMA-LAD', lesions: [{ segments: ['6'], stenosisPct: 100, at: 0.8 }], patient: man({ sternalWires: true }) } },
  { says: 'circumflex from the right sinus', at: 2, spec: { seed: 82, system: 'RCA', projection: view(40, 0), patient: man({ anatomy: { circumflexFrom: 'right' } }) } },
  { says: 'LAD CTO from the right', at: 3.1, spec: { seed: 84, system: 'RCA', projection: view(-30, 15), lesions: [LAD_CTO] } },
  { says: 'intensifier, pacing lead, valve', at: 2.2, spec: { seed: 86, projection: view(-22, -20), style: 'LIN', dominance: 'left', patient: man({ pacingLead: true, valveRing: true, electrodes: true }) } },
];

/** Runs on the page; a string, because scripts know no DOM. */
const DRAW = `async ({ tiles, tile, columns, quality, type }) => {
  const foot = 24;
  const sheet = new OffscreenCanvas(columns * tile, Math.ceil(tiles.length / columns) * (tile + foot));
  const context = sheet.getContext('2d');
  const one = new OffscreenCanvas(512, 512);
  const small = one.getContext('2d');
  if (!context || !small) throw new Error('nothing to draw on');
  context.fillStyle = '#000';
  context.fillRect(0, 0, sheet.width, sheet.height);
  context.imageSmoothingQuality = 'high';
  context.font = '13px sans-serif';
  for (const [n, { caption, grey }] of tiles.entries()) {
    const bytes = Uint8Array.from(atob(grey), (c) => c.charCodeAt(0));
    const picture = new ImageData(512, 512);
    for (let i = 0; i < bytes.length; i++) picture.data.set([bytes[i], bytes[i], bytes[i], 255], 4 * i);
    small.putImageData(picture, 0, 0);
    const [left, top] = [(n % columns) * tile, Math.floor(n / columns) * (tile + foot)];
    context.drawImage(one, left + 1, top, tile - 2, tile - 2);
    context.fillStyle = '#ddd';
    context.fillText(caption, left + 6, top + tile + 14, tile - 10);
  }
  const blob = await sheet.convertToBlob({ type, quality });
  const reader = new FileReader();
  const url = await new Promise((resolve) => {
    reader.onload = () => resolve(String(reader.result));
    reader.readAsDataURL(blob);
  });
  return url.slice(url.indexOf(',') + 1);
}`;

const render = ({ says, at, spec }: Moment): { caption: string; grey: string } => {
  const run = renderRun({
    run: 1, patient: man(), system: 'LCA', dominance: 'right', lesions: [], size: 512, style: 'log', quanta: 5600, edgeGain: 0.9, focalSpot: 'small', ...spec, frames: 3, frameMs: 66.67, intervalsMs: [at * 1000 - 66.67, 66.67],
  });
  return { caption: `synthetic · ${says} · ${run.truth.label} · ${at.toFixed(1)} s`, grey: Buffer.from(run.frames[2] as Uint8Array).toString('base64') };
};

const file = process.argv[2] ?? join(import.meta.dirname, '../docs/imaging/phantom-contact-sheet.webp');
const browser = await launchBrowser();
try {
  const page = await browser.newPage();
  const ask = { tiles: MOMENTS.map(render), tile: TILE, columns: COLUMNS, quality: QUALITY, type: file.endsWith('.png') ? 'image/png' : 'image/webp' };
  const drawn: string = await page.evaluate(`(${DRAW})(${JSON.stringify(ask)})`);
  const bytes = Buffer.from(drawn, 'base64');
  writeFileSync(file, bytes);
  console.log(`${file}: ${MOMENTS.length} moments, ${bytes.length} bytes`);
} finally {
  await browser.close();
}
