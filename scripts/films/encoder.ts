import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { build } from 'vite';
import { findChromium } from '../../tests/journeys/chromium.ts';

export type FilmSource = { readonly frames: readonly Uint8Array[]; readonly size: number; readonly frameMs: number; readonly still: number };
export type Film = { readonly still: Uint8Array; readonly cine: Uint8Array };
export type FilmEncoder = { encode(source: FilmSource): Promise<Film>; close(): Promise<void> };

/** The product's own encoders of still and cine, put on a page; a string, because scripts know no DOM. */
const pageCode = (root: string): string => `
import { encodeCine } from '${join(root, 'imaging/src/browser/cine.ts')}';
import { stillPicture } from '${join(root, 'imaging/src/browser/still-picture.ts')}';
const base64 = async (blob) => {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
};
globalThis.makeFilm = async ({ size, count, frameMs, still }) => {
  const all = new Uint8Array(await (await fetch('/frames')).arrayBuffer());
  const picture = (i) => ({ data: all.subarray(i * size * size, (i + 1) * size * size), width: size, height: size, channels: 1 });
  const frames = Array.from({ length: count }, (_, i) => picture(i));
  const cine = await encodeCine({ frames, timesMs: frames.map((_, i) => i * frameMs) }, () => {});
  if (cine.state !== 'made') throw new Error('no cine: ' + cine.reason);
  const { blob } = await stillPicture(picture(still), still);
  if (blob.type !== 'image/webp') throw new Error('no WebP encoder');
  return { still: await base64(blob), cine: await base64(cine.blob) };
};
`;

const ENTRY = 'virtual:film-page';

async function bundle(root: string): Promise<string> {
  const out = await build({
    root, configFile: false, logLevel: 'error',
    plugins: [{ name: 'film-page', resolveId: (id) => (id === ENTRY ? `\0${ENTRY}` : null), load: (id) => (id === `\0${ENTRY}` ? pageCode(root) : null) }],
    build: { write: false, minify: false, target: 'es2022', rolldownOptions: { input: ENTRY } },
  });
  const [result] = Array.isArray(out) ? out : [out];
  const chunk = result !== undefined && 'output' in result ? result.output[0] : undefined;
  if (chunk?.type !== 'chunk') throw new Error('The page of the film encoder could not be bundled.');
  return chunk.code;
}

function serve(code: string, frames: () => Uint8Array): Promise<Server> {
  const server = createServer((request, response) => {
    if (request.url === '/page.js') response.writeHead(200, { 'content-type': 'text/javascript' }).end(code);
    else if (request.url === '/frames') response.writeHead(200, { 'content-type': 'application/octet-stream' }).end(frames());
    else response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><script type="module" src="/page.js"></script>');
  });
  return new Promise((done) => server.listen(0, '127.0.0.1', () => done(server)));
}

/** A headless Chromium that makes films of frames; it reaches loopback only. */
export async function openEncoder(root: string): Promise<FilmEncoder> {
  let current = new Uint8Array(0);
  const server = await serve(await bundle(root), () => current);
  const { path, env } = await findChromium();
  const browser: Browser = await chromium.launch({
    executablePath: path, env: { ...process.env, ...env },
    args: ['--headless=shell', '--disable-gpu', '--no-sandbox', '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'],
  });
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  await page.waitForFunction('typeof globalThis.makeFilm === "function"');
  return {
    encode: async ({ frames, size, frameMs, still }) => {
      current = new Uint8Array(Buffer.concat(frames));
      const made: { still: string; cine: string } = await page.evaluate(`globalThis.makeFilm(${JSON.stringify({ size, count: frames.length, frameMs, still })})`);
      return { still: Buffer.from(made.still, 'base64'), cine: Buffer.from(made.cine, 'base64') };
    },
    close: async () => {
      await browser.close();
      await new Promise((done) => server.close(done));
    },
  };
}
