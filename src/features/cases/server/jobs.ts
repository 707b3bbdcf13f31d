// A browser that encodes no video sends a film without a preview. It is made here, from the clean film and nothing else.

import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { Worker } from 'node:worker_threads';
import { isId, newId } from '#kernel/ids.ts';
import type { Result } from '#kernel/result.ts';
import type { House } from '#server/house.ts';
import type { Task } from '#server/jobs.ts';
import { announce } from '#server/live.store.ts';
import { shownTime } from './actions.ts';
import { filmWithoutPreview, insertObject } from './store.ts';
import { verifyObject } from './verify.ts';

const madeOf = (film: Uint8Array<ArrayBuffer>): Promise<Result<Uint8Array<ArrayBuffer>>> =>
  new Promise((resolve, reject) => {
    const thread = new Worker(new URL('./preview.thread.ts', import.meta.url), { workerData: film, transferList: [film.buffer] });
    thread.once('message', resolve);
    thread.once('error', reject);
    thread.once('exit', () => reject(new Error('the preview’s thread ended')));
  });

export const casesJobs = (house: House): Record<string, Task> => ({
  'make-preview': async ({ runId }) => {
    if (!isId(runId)) return;
    const film = await house.db.asNode((tx) => filmWithoutPreview(tx, runId));
    if (!film) return;
    const made = await madeOf(new Uint8Array(await buffer(house.blobs.read(film.id, 0, film.bytes - 1))));
    // What cannot be decoded here has no preview; the film itself is whole.
    if (!made.ok) return;
    const verified = verifyObject(film.kind, 't1', made.value);
    if (!verified.ok) return;
    const now = house.clock.now();
    const id = newId(now, house.random);
    await house.blobs.put(id, made.value);
    const sha256 = createHash('sha256').update(made.value).digest();
    const written = await house.db.asNode(async (tx) => {
      const rows = await insertObject(tx, { id, caseId: film.caseId, runId, tier: 't1', mediaType: verified.value.mediaType, bytes: made.value.byteLength, sha256 }, now);
      if (rows > 0 && film.posted) announce(tx, 'pictures-arrived', film.caseId, 'experts', false, shownTime(now, film.hidden));
      return rows;
    });
    if (!written) await house.blobs.remove(id);
  },
});
