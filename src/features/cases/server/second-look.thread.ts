// One picture after the other, by the package that cleaned it in the browser.

import { createHash } from 'node:crypto';
import { parentPort } from 'node:worker_threads';
import { type Kind, type Tier, verifyObject } from './verify.ts';

type Asked = { turn: number; kind: Kind; tier: Tier; bytes: Uint8Array<ArrayBuffer> };

parentPort?.on('message', ({ turn, kind, tier, bytes }: Asked) => {
  const sha256 = createHash('sha256').update(bytes).digest();
  parentPort?.postMessage({ turn, sha256, verified: verifyObject(kind, tier, bytes), bytes }, [bytes.buffer]);
});
