// OHIF's own build as its makers publish it on npm, kept in the temporary folder between runs, served as a plain site with gzip.

import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createServer, request as ask, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';

export const OHIF = '@ohif/app@3.13.2';

/** The folder of the built site; null when the registry does not give it. */
export const ohifFolder = (): string | null => {
  const folder = join(tmpdir(), 'hamdel-peers', OHIF.replaceAll(/\W+/g, '-'));
  if (existsSync(join(folder, 'dist/index.html'))) return join(folder, 'dist');
  const beside = mkdtempSync(join(tmpdir(), 'hamdel-peer-'));
  try {
    execFileSync('npm', ['pack', OHIF, '--silent', '--ignore-scripts'], { cwd: beside, stdio: ['ignore', 'pipe', 'ignore'], timeout: 180_000 });
    execFileSync('tar', ['-xzf', 'ohif-app-3.13.2.tgz'], { cwd: beside });
    mkdirSync(join(tmpdir(), 'hamdel-peers'), { recursive: true });
    renameSync(join(beside, 'package'), folder);
    return join(folder, 'dist');
  } catch {
    return null;
  } finally {
    rmSync(beside, { recursive: true, force: true });
  }
};

const KINDS: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.wasm': 'application/wasm', '.json': 'application/json', '.svg': 'image/svg+xml', '.woff2': 'font/woff2' };
const PACKED = new Set(['.html', '.js', '.css', '.wasm', '.json', '.svg']);

const CONFIG = `window.config = { routerBasename: null, extensions: [], modes: [], customizationService: {}, showStudyList: true, maxNumberOfWebWorkers: 3, defaultDataSourceName: 'dicomweb',
  dataSources: [{ namespace: '@ohif/extension-default.dataSourcesModule.dicomweb', sourceName: 'dicomweb', configuration: {
    friendlyName: 'Orthanc', name: 'orthanc', wadoUriRoot: '/dicom-web', qidoRoot: '/dicom-web', wadoRoot: '/dicom-web', qidoSupportsIncludeField: false,
    imageRendering: 'wadors', thumbnailRendering: 'wadors', enableStudyLazyLoad: true, supportsFuzzyMatching: false, supportsWildcard: true } }] };`;

export type Site = { readonly url: string; close(): Promise<void> };

/** The site, with Orthanc's DICOMweb under `/dicom-web` of the same origin. */
export const serveOhif = async (dist: string, orthanc: string): Promise<Site> => {
  const packed = new Map<string, Buffer>();
  const fileOf = (path: string): string => {
    const file = join(dist, normalize(path));
    return extname(path) !== '' && file.startsWith(dist) && existsSync(file) ? file : join(dist, 'index.html');
  };
  const server: Server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://site').pathname;
    if (path.startsWith('/dicom-web')) {
      const onward = ask(`${orthanc}${request.url}`, { method: request.method, headers: { ...request.headers, host: new URL(orthanc).host } }, (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
      });
      onward.on('error', () => response.destroy());
      request.pipe(onward);
      return;
    }
    const file = fileOf(path);
    const kind = extname(file);
    response.setHeader('content-type', KINDS[kind] ?? 'application/octet-stream');
    const bytes = path === '/app-config.js' ? Buffer.from(CONFIG) : readFileSync(file);
    if (!PACKED.has(kind)) return void response.end(bytes);
    const small = packed.get(path) ?? gzipSync(bytes, { level: 9 });
    packed.set(path, small);
    response.setHeader('content-encoding', 'gzip').end(small);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => new Promise((resolve) => { server.closeAllConnections(); server.close(() => resolve()); }),
  };
};
