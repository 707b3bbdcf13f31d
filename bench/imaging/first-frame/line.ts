// A line between a browser and a site: it counts what passes, by kind, and lets it pass at a rate. Every connection shares it, workers too.

import { createServer, request as ask, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Transform } from 'node:stream';

/** Bodies as they pass, packed as they are. */
export type Passed = { code: number; rest: number };

export type Line = { readonly url: string; /** Counts anew from here on. @param kbit null: as fast as it goes */ begin(kbit: number | null): void; passed(): Passed; close(): Promise<void> };

const CODE = /javascript|text\/css|wasm|text\/html/;

export const openLine = async (site: string): Promise<Line> => {
  let counted: Passed = { code: 0, rest: 0 };
  let bytesAMs = Number.POSITIVE_INFINITY;
  let free = 0;
  const paced = (kind: string): Transform =>
    new Transform({
      transform(chunk: Buffer, _encoding, done) {
        counted[CODE.test(kind) ? 'code' : 'rest'] += chunk.length;
        free = Math.max(free, performance.now()) + chunk.length / bytesAMs;
        const wait = free - performance.now();
        if (wait > 1) setTimeout(() => done(null, chunk), wait);
        else done(null, chunk);
      },
    });
  const server: Server = createServer((request, response) => {
    const onward = ask(`${site}${request.url}`, { method: request.method, headers: { ...request.headers, host: new URL(site).host } }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(paced(String(answer.headers['content-type']))).pipe(response);
    });
    onward.on('error', () => response.destroy());
    response.on('close', () => onward.destroy());
    request.pipe(onward);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    begin(kbit) {
      counted = { code: 0, rest: 0 };
      bytesAMs = kbit === null ? Number.POSITIVE_INFINITY : kbit / 8;
      free = 0;
    },
    passed: () => ({ ...counted }),
    close: () => new Promise((resolve) => { server.closeAllConnections(); server.close(() => resolve()); }),
  };
};
