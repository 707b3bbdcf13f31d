// The preview cine (T1) as the product makes it in Chromium: bytes for three seconds, and how near it is to what it shows.
// A real run is compared with itself, a noisy phantom with its noise-free twin: against a noisy source no codec passes 32 dB at σ 6.

import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { joinBytes } from '../../imaging/src/bytes.ts';
import type { CineCodec } from '../../imaging/src/browser/cine-ladder.ts';
import type { Measured } from '../../imaging/src/browser/preview-page.ts';
import { serveProbe } from '../../imaging/src/node/probe-server.ts';
import type { RunSpec } from '../../imaging/src/phantom/run-spec.ts';
import { renderRun } from '../../imaging/src/phantom/run.ts';
import { noiseLevel } from '../../imaging/src/pixels/noise-level.ts';
import { launchBrowser } from '../../tests/journeys/browser.ts';
import { type Figure, round } from '../figure.ts';
import { realCine } from './real-cine.ts';

const MOST_BYTES = 60_000;
const LEAST_DECIBELS = 38;

const RUN: RunSpec = {
  seed: 4401, run: 1, patient: { sex: 'male', diffuse: 0.2 }, projection: { primary: -28, secondary: 24 }, system: 'LCA', dominance: 'right',
  lesions: [{ segments: ['7'], stenosisPct: 70 }], frames: 46, frameMs: 66.67, size: 512, style: 'log',
};
/** Quanta a pixel, and the codec that the noise asks for. */
const PHANTOMS: readonly { quanta: number; ladder?: readonly CineCodec[] }[] = [{ quanta: 3600 }, { quanta: 900 }, { quanta: 600 }, { quanta: 600, ladder: ['vp9'] }, { quanta: 380, ladder: ['av1'] }, { quanta: 200, ladder: ['av1'] }];

type Material = { readonly frames: readonly Uint8Array[]; readonly reference: readonly Uint8Array[]; readonly timesMs: readonly number[]; readonly size: number };

const figuresOf = (name: string, { timesMs }: Material, made: Measured, held: boolean, more = ''): Figure[] => {
  const seconds = ((timesMs.at(-1) as number) * timesMs.length) / (timesMs.length - 1) / 1000;
  const note = `${made.codec}${made.filtered ? ', filtered' : ''}, ${made.frames} frames; against the source itself ${round(made.toSource)} dB; times off by at most ${round(made.timesOff, 2)} ms, mean level by ${round(made.levelOff, 2)}${more}`;
  return [
    { name: `${name}: bytes for 3 s`, unit: 'B', value: Math.round((made.bytes * 3) / seconds), ...(held ? { bar: { at: MOST_BYTES, is: 'at most', of: 'value' } as const } : {}), note },
    { name: `${name}: nearness`, unit: 'dB', value: round(made.toReference, 4), ...(held ? { bar: { at: LEAST_DECIBELS, is: 'at least', of: 'value' } as const } : {}) },
  ];
};

export const preview = async (): Promise<Figure[]> => {
  const files: Record<string, Uint8Array> = {};
  const probe = await serveProbe(join(import.meta.dirname, '../../imaging/src/browser/preview-page.ts'), files);
  const browser = await launchBrowser();
  const openPage = async (): Promise<Page> => {
    const page = await browser.newPage();
    await page.goto(probe.url);
    await page.waitForFunction(() => 'measurePreview' in globalThis);
    return page;
  };
  const page = await openPage();
  const figures: Figure[] = [];
  const measure = async (material: Material, ladder?: readonly CineCodec[], on = page): Promise<Measured> => {
    files['source'] = joinBytes(material.frames);
    files['reference'] = joinBytes(material.reference);
    const ask = { source: 'source', reference: 'reference', size: material.size, timesMs: material.timesMs, ...(ladder ? { ladder } : {}) };
    return on.evaluate(`globalThis.measurePreview(${JSON.stringify(ask)})`);
  };
  try {
    const real = await realCine();
    if (real) {
      const material = { frames: real.frames, reference: real.frames, timesMs: real.timesMs, size: 512 };
      figures.push(...figuresOf('preview of the real cine', material, await measure(material), true));
      const bare = await openPage();
      await bare.evaluate('globalThis.hideEncoder()');
      figures.push(...figuresOf('preview of the real cine where nothing encodes video', material, await measure(material, undefined, bare), false, '; a sequence of stills, every third frame'));
    } else figures.push({ name: 'preview of the real cine', unit: 'B', value: 0, note: 'not measured: no sample files beside the checkout' });
    const timesMs = Array.from({ length: RUN.frames }, (_, i) => i * RUN.frameMs);
    const twin = renderRun({ ...RUN, quanta: Number.POSITIVE_INFINITY }).frames;
    for (const { quanta, ladder } of PHANTOMS) {
      const frames = renderRun({ ...RUN, quanta }).frames;
      const sigma = round(noiseLevel({ frames, width: 512, height: 512 }), 2);
      const material = { frames, reference: twin, timesMs, size: 512 };
      figures.push(...figuresOf(`preview of the phantom at noise σ ${sigma}${ladder ? `, ${ladder[0]}` : ''}`, material, await measure(material, ladder), ladder === undefined || ladder[0] === 'av1'));
    }
    const large: RunSpec = { ...RUN, size: 1024, frames: 32 };
    const frames = renderRun(large).frames;
    const material = { frames, reference: renderRun({ ...large, quanta: Number.POSITIVE_INFINITY }).frames, timesMs: timesMs.slice(0, 32), size: 1024 };
    figures.push(...figuresOf('preview of the phantom at 1024²', material, await measure(material), false));
  } finally {
    await browser.close();
    await probe.close();
  }
  return figures;
};
