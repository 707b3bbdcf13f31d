import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { build } from 'vite';

const KINDS: Readonly<Record<string, string>> = { '.js': 'text/javascript', '.wasm': 'application/wasm', '.html': 'text/html', '.css': 'text/css' };

/** The product's policy for pages; only the imaging worker may start WASM. */
const PAGE_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; connect-src 'self'; media-src 'self' blob:; worker-src 'self'; require-trusted-types-for 'script'; trusted-types hamdel-assets";
const WORKER_POLICY = `${PAGE_POLICY}; script-src 'self' 'wasm-unsafe-eval'`.replace("script-src 'self'; ", '');

export type Probe = { readonly url: string; close(): Promise<void> };

/**
 * For tests only: bundles one script as the product is bundled, serves it on an empty page under the product's policy, and
 * answers `/file/NAME` from the given files, with byte ranges.
 */
export async function serveProbe(entry: string, files: Readonly<Record<string, Uint8Array>>): Promise<Probe> {
  const folder = mkdtempSync(join(tmpdir(), 'probe-'));
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      target: 'es2022',
      outDir: folder,
      emptyOutDir: true,
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: { input: { probe: entry }, output: { entryFileNames: 'assets/[name].js' } },
    },
    worker: { format: 'es' },
  });
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://probe').pathname;
    response.setHeader('content-security-policy', /^\/assets\/(imaging|painting)\.worker-/.test(path) ? WORKER_POLICY : PAGE_POLICY);
    const file = files[path.slice('/file/'.length)];
    if (path.startsWith('/file/') && file) return sendRange(file, request.headers.range, response);
    if (path === '/') return response.setHeader('content-type', 'text/html').end('<!doctype html><title>probe</title><script type="module" src="/assets/probe.js"></script>');
    try {
      const bytes = readFileSync(join(folder, path));
      response.setHeader('content-type', KINDS[extname(path)] ?? 'application/octet-stream').end(bytes);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      rmSync(folder, { recursive: true });
    },
  };
}

function sendRange(file: Uint8Array, range: string | undefined, response: import('node:http').ServerResponse): void {
  const match = /^bytes=(\d+)-(\d+)$/.exec(range ?? '');
  if (!match) return void response.setHeader('content-type', 'application/octet-stream').end(file);
  const [from, to] = [Number(match[1]), Math.min(file.length - 1, Number(match[2]))];
  response.writeHead(206, { 'content-range': `bytes ${from}-${to}/${file.length}`, 'content-type': 'application/octet-stream' });
  response.end(file.subarray(from, to + 1));
}
