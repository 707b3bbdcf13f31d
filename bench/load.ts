// A closed loop over keep-alive connections with as little work of its own as possible: requests are made beforehand, answers only counted.
// Runs in a thread of its own, so that the driver is not measured as the server.

import { connect } from 'node:net';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';

export type Load = { port: number; connections: number; seconds: number; /** Whole HTTP/1.1 requests, taken in turn. */ requests: readonly string[]; /** Each request once: the load ends with them. */ once?: boolean };
export type Loaded = { perSecond: number; bytes: number; wrong: number; p50: number; p99: number };

export const load = (of: Load): Promise<Loaded> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL(import.meta.url), { workerData: of });
    worker.once('message', (loaded: Loaded) => resolve(loaded));
    worker.once('error', reject);
  });

const run = async ({ port, connections, seconds, requests, once = false }: Load): Promise<Loaded> => {
  const until = performance.now() + seconds * 1000;
  const times: number[] = [];
  let bytes = 0;
  let wrong = 0;
  let next = 0;
  const one = (): Promise<void> => new Promise((done) => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true });
    let began = 0;
    let got = Buffer.alloc(0);
    const ask = () => {
      if (performance.now() > until || (once && next >= requests.length)) { socket.end(); return done(); }
      began = performance.now();
      socket.write(requests[next++ % requests.length] as string);
    };
    socket.on('connect', ask);
    socket.on('data', (chunk) => {
      got = got.length ? Buffer.concat([got, chunk]) : chunk;
      const head = got.indexOf('\r\n\r\n');
      if (head < 0) return;
      const length = /content-length: (\d+)/i.exec(got.toString('latin1', 0, head))?.[1];
      if (length === undefined || got.length < head + 4 + Number(length)) return;
      times.push(performance.now() - began);
      bytes = Number(length);
      if (got[9] !== 50) wrong++; // "HTTP/1.1 2"
      got = Buffer.alloc(0);
      ask();
    });
    socket.on('error', () => done());
  });
  const started = performance.now();
  await Promise.all(Array.from({ length: connections }, one));
  const elapsed = (performance.now() - started) / 1000;
  times.sort((a, b) => a - b);
  const at = (q: number) => times[Math.min(times.length - 1, Math.floor(times.length * q))] ?? Number.NaN;
  return { perSecond: times.length / elapsed, bytes, wrong, p50: at(0.5), p99: at(0.99) };
};

if (!isMainThread && parentPort) parentPort.postMessage(await run(workerData as Load));

export const get = (path: string, cookie: string): string => `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: ${cookie}\r\n\r\n`;
export const post = (path: string, cookie: string, key: string, body: string): string =>
  `POST ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: ${cookie}\r\nContent-Type: application/json\r\nIdempotency-Key: ${key}\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
