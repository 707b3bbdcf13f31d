// Pictures arrive by tus in small chunks and survive reload, sleep and a dead server. An upload is named after its run and tier,
// so a browser that lost its notes finds it again; nothing becomes an object of the case before the bytes were verified.

import { createHmac } from 'node:crypto';
import { mkdir, readFile, rm, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { FileStore } from '@tus/file-store';
import { Server } from '@tus/server';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { after } from '#kernel/clock.ts';
import { type Id, isId, newId } from '#kernel/ids.ts';
import { refuse, type Refusal } from '#kernel/result.ts';
import type { Who } from '#server/doors.ts';
import type { House } from '#server/house.ts';
import { announce } from '#server/live.store.ts';
import { sendRefusal, statusOf } from '#server/problem.ts';
import { LIMITS } from '../rules/wire.ts';
import { shownTime } from './actions.ts';
import { believeFilm, enqueuePreview, insertObject, runForUpload, standpoint } from './store.ts';
import { type SecondLook, secondLook } from './second-look.ts';
import type { Tier } from './verify.ts';

const PATH = '/api/uploads';
const tiers = new Set(['t0', 't1', 't2']);
const HOUR_MS = 3_600_000;
/** A beginning that nobody went on with for so long is thrown away. */
const STALE_MS = 7 * 24 * HOUR_MS;
/** A film without a preview gets one from the node, unless the browser's own follows within this time. */
const PREVIEW_WAIT_MS = 120_000;
/** What an upload must leave free on the disk: the database stands on it too. */
const SPARE_BYTES = 256 * 1024 * 1024;

const problem = (refusal: Refusal) => ({ status_code: statusOf[refusal.family], body: JSON.stringify({ family: refusal.family, code: refusal.code, params: refusal.params }) });

type Finishing = { house: House; look: SecondLook; directory: string };

/** An upload that is whole: its bytes are verified and become an object of the case, or are dropped with the reason. */
const finish = async ({ house, look, directory }: Finishing, name: string, meta: Record<string, string | null>, who: Who): Promise<void> => {
  const [, runId, tier] = name.split('_') as [string, Id, Tier];
  const path = join(directory, name);
  const drop = () => Promise.all([rm(path, { force: true }), rm(`${path}.json`, { force: true })]);
  const read = await readFile(path).catch((error: NodeJS.ErrnoException) => { if (error.code === 'ENOENT') return undefined; throw error; });
  if (read === undefined) {
    // Finished already, for one who asked how far it is.
    const there = await house.db.asViewer(who.id, (tx) => runForUpload(tx, runId, tier));
    if (meta.sha256 && there?.sha256?.toString('hex') === meta.sha256) return;
    throw problem(refuse('invalid', 'cases.arrivedDamaged'));
  }
  const run = await house.db.asViewer(who.id, (tx) => runForUpload(tx, runId, tier));
  if (!run) { await drop(); throw problem(refuse('not-found', 'web.notFound')); }
  const { sha256, verified, bytes } = await look(run.kind, tier, new Uint8Array(read.buffer, read.byteOffset, read.byteLength));
  if (meta.sha256 && meta.sha256 !== sha256.toString('hex')) { await drop(); throw problem(refuse('invalid', 'cases.arrivedDamaged')); }
  if (!verified.ok) { await drop(); throw problem(verified); }
  if (run.sha256?.equals(sha256)) { await drop(); return; }
  if (run.sha256) { await drop(); throw problem(refuse('conflict', 'cases.tierExists')); }
  const id = newId(house.clock.now(), house.random);
  // These very bytes, not the file: the same upload may be begun anew in this moment, and would be served unseen.
  await house.blobs.put(id, bytes);
  const now = house.clock.now();
  const { mediaType, says } = verified.value;
  const written = await house.db.asNode(async (tx) => {
    if (mediaType === 'application/dicom') await enqueuePreview(tx, runId, after(now, PREVIEW_WAIT_MS));
    if (says) await believeFilm(tx, runId, says);
    return insertObject(tx, { id, caseId: run.caseId, runId, tier, mediaType, bytes: bytes.byteLength, sha256 }, now);
  });
  if (!written) await house.blobs.remove(id);
  await drop();
  await house.db.asViewer(who.id, async (tx) => {
    const at = await standpoint(tx, run.caseId);
    if (at && at.phase !== 'draft') announce(tx, 'pictures-arrived', run.caseId, 'experts', false, shownTime(now, at.hidden));
  });
};

/** Finishes uploads, one of a name at a time. */
const finisher = (at: Finishing, store: FileStore) => {
  const finishing = new Map<string, Promise<void>>();
  const finishInTurn = (name: string, meta: Record<string, string | null>, person: Who): Promise<void> => {
    const before = finishing.get(name) ?? Promise.resolve();
    const mine = before.catch(() => {}).then(() => finish(at, name, meta, person));
    finishing.set(name, mine);
    const forget = () => { if (finishing.get(name) === mine) finishing.delete(name); };
    mine.then(forget, forget);
    return mine;
  };
  /** All bytes are here, but no answer followed: the node was killed, or the line broke, before they were verified. Nobody is told "whole" before they are. */
  const answerWhole = async (name: string, person: Who, reply: FastifyReply): Promise<boolean> => {
    const upload = await store.getUpload(name).catch(() => undefined);
    if (upload?.size === undefined || upload.offset !== upload.size) return false;
    try {
      await (finishing.get(name) ?? finishInTurn(name, upload.metadata ?? {}, person));
    } catch (error) {
      const { status_code: status } = error as { status_code?: number };
      if (status === undefined) throw error;
      await reply.code(status).send();
      return true;
    }
    await reply.headers({ 'tus-resumable': '1.0.0', 'upload-offset': String(upload.size), 'upload-length': String(upload.size), 'cache-control': 'no-store' }).send();
    return true;
  };
  return { finishInTurn, answerWhole };
};

export const uploads = async (app: FastifyInstance, house: House): Promise<void> => {
  const directory = join(house.dataDir, 'uploads');
  await mkdir(directory, { recursive: true, mode: 0o700 });
  // The file name tells only the holder of the node's key whose upload it is.
  const ownerMark = (who: Who) => createHmac('sha256', house.nodeKey).update(`upload ${who.id}`).digest('hex').slice(0, 16);
  const store = new FileStore({ directory, expirationPeriodInMilliseconds: STALE_MS });
  const look = secondLook();
  app.addHook('onClose', look.close);
  const { finishInTurn, answerWhole } = finisher({ house, look, directory }, store);
  const most = (name: string): number => (name.endsWith('_t0') ? LIMITS.stillBytes : name.endsWith('_t1') ? LIMITS.cineBytes : LIMITS.objectBytes);
  let sweptAt = 0;
  const sweep = (): void => {
    if (performance.now() - sweptAt < HOUR_MS && sweptAt > 0) return;
    sweptAt = performance.now();
    void tus.cleanUpExpiredUploads().catch(() => {}); // looked through again in an hour
  };

  const asking = new WeakMap<object, { who: Who; name: string | undefined }>();
  // Typed loosely on purpose: srvx wraps Node's request and keeps it under `runtime.node.req`.
  const asked = (req: unknown) => asking.get((req as { runtime?: { node?: { req: object } } }).runtime?.node?.req ?? {});
  const who = (req: unknown): Who => asked(req)?.who as Who;
  const tus = new Server({
    path: PATH, datastore: store, maxSize: (_req, name) => most(name ?? ''), relativeLocation: true,
    // The name that was looked at below, not the last part of an address that may hold two.
    getFileIdFromRequest: (req) => asked(req)?.name,
    namingFunction: (req, meta) => `${ownerMark(who(req))}_${meta?.runId}_${meta?.tier}`,
    onUploadCreate: async (req, upload) => {
      const { runId, tier } = upload.metadata ?? {};
      if (!isId(runId) || !tiers.has(tier ?? '')) throw problem(refuse('invalid', 'web.notUnderstood'));
      const run = await house.db.asViewer(who(req).id, (tx) => runForUpload(tx, runId, tier as string));
      if (!run) throw problem(refuse('not-found', 'web.notFound'));
      sweep();
      const { bavail, bsize } = await statfs(directory);
      if (bavail * bsize < SPARE_BYTES + 2 * (upload.size ?? most(upload.id))) throw problem(refuse('offline', 'cases.noRoom'));
      return { metadata: { runId, tier: tier as string, sha256: upload.metadata?.sha256 ?? null } };
    },
    onUploadFinish: async (req, upload) => {
      await finishInTurn(upload.id, upload.metadata ?? {}, who(req));
      return {};
    },
  });

  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('application/offset+octet-stream', (_request, _payload, done) => done(null));
    scope.addContentTypeParser('*', (_request, _payload, done) => done(null));
    const handle = async (request: FastifyRequest, reply: FastifyReply) => {
      if (!request.who) return sendRefusal(reply, refuse('forbidden', 'web.signInFirst'));
      const { name } = request.params as { name?: string };
      if (name !== undefined && !(name.startsWith(`${ownerMark(request.who)}_`) && /^\w[\w-]*$/.test(name))) return sendRefusal(reply, refuse('not-found', 'web.notFound'));
      if (request.method === 'HEAD' && name !== undefined && (await answerWhole(name, request.who, reply))) return reply;
      asking.set(request.raw, { who: request.who, name });
      reply.hijack();
      await tus.handle(request.raw, reply.raw);
      return reply;
    };
    scope.all(PATH, { schema: { hide: true } }, handle);
    scope.all(`${PATH}/:name`, { schema: { hide: true } }, handle);
  });
};
