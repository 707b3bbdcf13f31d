// The second look happens in a thread of its own: taking apart a film of two hundred megabytes must not make everybody else wait.

import { Worker } from 'node:worker_threads';
import type { Result } from '#kernel/result.ts';
import type { Kind, Tier, Verified } from './verify.ts';

export type Looked = { readonly sha256: Buffer; readonly verified: Result<Verified>; /** The bytes that were looked at; those given are empty afterwards. */ readonly bytes: Uint8Array };
export type SecondLook = { (kind: Kind, tier: Tier, bytes: Uint8Array<ArrayBuffer>): Promise<Looked>; close(): Promise<unknown> };
type Waiting = { resolve(looked: Looked): void; reject(fault: Error): void };
type Answer = { turn: number; sha256: Uint8Array; verified: Result<Verified>; bytes: Uint8Array };

/** Starts with the first picture; a thread that dies takes its own pictures with it, and the next has a new one. */
export const secondLook = (): SecondLook => {
  let worker: Worker | undefined;
  let turns = 0;
  const waiting = new Map<number, Waiting>();
  const start = (): Worker => {
    const thread = new Worker(new URL('./second-look.thread.ts', import.meta.url));
    const fail = (fault: Error): void => {
      if (worker !== thread) return;
      worker = undefined;
      for (const { reject } of waiting.values()) reject(fault);
      waiting.clear();
    };
    thread.on('message', ({ turn, sha256, verified, bytes }: Answer) => {
      waiting.get(turn)?.resolve({ sha256: Buffer.from(sha256), verified, bytes });
      waiting.delete(turn);
      if (waiting.size === 0) thread.unref();
    });
    thread.on('error', fail);
    thread.on('exit', () => fail(new Error('the second look ended')));
    return thread;
  };
  const look = (kind: Kind, tier: Tier, bytes: Uint8Array<ArrayBuffer>): Promise<Looked> =>
    new Promise((resolve, reject) => {
      worker ??= start();
      worker.ref();
      const turn = turns++;
      waiting.set(turn, { resolve, reject });
      worker.postMessage({ turn, kind, tier, bytes }, [bytes.buffer]);
    });
  return Object.assign(look, { close: async () => worker?.terminate() });
};
