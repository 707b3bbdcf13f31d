// Pictures arrive by tus in small chunks and survive reload, sleep and a dead server. An upload is named after its run and tier,
// so a browser that lost its notes finds it again; nothing becomes an object of the case before the bytes were verified.

import { createHash, createHmac } from 'node:crypto';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { FileStore } from '@tus/file-store';
import { Server } from '@tus/server';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { isId, newId } from '#kernel/ids.ts';
import { refuse, type Refusal } from '#kernel/result.ts';
import type { Who } from '#server/doors.ts';
import type { House } from '#server/house.ts';
import { announce } from '#server/live.store.ts';
import { sendRefusal, statusOf } from '#server/problem.ts';
import { LIMITS } from '../rules/wire.ts';
import { shownTime } from './actions.ts';
import { insertObject, runForUpload, standpoint } from './store.ts';
import { verifyObject } from './verify.ts';

const PATH = '/api/uploads';
const tiers = new Set(['t0', 't1', 't2']);
type Tier = 't0' | 't1' | 't2';

const problem = (refusal: Refusal) => ({ status_code: statusOf[refusal.family], body: JSON.stringify({ family: refusal.family, code: refusal.code, params: refusal.params }) });

export const uploads = async (app: FastifyInstance, house: House): Promise<void> => {
  const directory = join(house.dataDir, 'uploads');
  await mkdir(directory, { recursive: true, mode: 0o700 });
  // The file name tells only the holder of the node's key whose upload it is.
  const ownerMark = (who: Who) => createHmac('sha256', house.nodeKey).update(`upload ${who.id}`).digest('hex').slice(0, 16);
  const store = new FileStore({ directory });

  const finish = async (name: string, meta: Record<string, string | null>, who: Who): Promise<void> => {
    const [, runId, tier] = name.split('_') as [string, string, Tier];
    const path = join(directory, name);
    const drop = () => Promise.all([rm(path, { force: true }), rm(`${path}.json`, { force: true })]);
    const bytes = new Uint8Array(await readFile(path));
    const sha256 = createHash('sha256').update(bytes).digest();
    if (meta.sha256 && meta.sha256 !== sha256.toString('hex')) { await drop(); throw problem(refuse('invalid', 'cases.arrivedDamaged')); }
    const run = await house.db.asViewer(who.id, (tx) => runForUpload(tx, runId, tier));
    if (!run) { await drop(); throw problem(refuse('not-found', 'web.notFound')); }
    const verified = verifyObject(run.kind, tier, bytes);
    if (!verified.ok) { await drop(); throw problem(verified); }
    if (run.sha256?.equals(sha256)) { await drop(); return; }
    if (run.sha256) { await drop(); throw problem(refuse('conflict', 'cases.tierExists')); }
    const id = newId(house.clock.now(), house.random);
    await house.blobs.take(id, path);
    const now = house.clock.now();
    const written = await house.db.asNode((tx) => insertObject(tx, { id, caseId: run.caseId, runId, tier, mediaType: verified.value.mediaType, bytes: bytes.byteLength, sha256 }, now));
    if (!written) await house.blobs.remove(id);
    await rm(`${path}.json`, { force: true });
    await house.db.asViewer(who.id, async (tx) => {
      const at = await standpoint(tx, run.caseId);
      if (at && at.phase !== 'draft') announce(tx, 'pictures-arrived', run.caseId, 'experts', false, shownTime(now, at.hidden));
    });
  };

  const asking = new WeakMap<object, Who>();
  const whoOf = (req: { node?: { req: object } | undefined }): Who => asking.get(req.node?.req ?? req) as Who;
  // Typed loosely on purpose: srvx wraps Node's request and keeps it under `runtime.node.req`.
  const who = (req: unknown): Who => whoOf({ node: (req as { runtime?: { node?: { req: object } } }).runtime?.node });
  const tus = new Server({
    path: PATH, datastore: store, maxSize: LIMITS.objectBytes, relativeLocation: true,
    namingFunction: (req, meta) => `${ownerMark(who(req))}_${meta?.runId}_${meta?.tier}`,
    onUploadCreate: async (req, upload) => {
      const { runId, tier } = upload.metadata ?? {};
      if (!isId(runId) || !tiers.has(tier ?? '')) throw problem(refuse('invalid', 'web.notUnderstood'));
      const run = await house.db.asViewer(who(req).id, (tx) => runForUpload(tx, runId, tier as string));
      if (!run) throw problem(refuse('not-found', 'web.notFound'));
      return { metadata: { runId, tier: tier as string, sha256: upload.metadata?.sha256 ?? null } };
    },
    onUploadFinish: async (req, upload) => {
      await finish(upload.id, upload.metadata ?? {}, who(req));
      return {};
    },
  });

  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('application/offset+octet-stream', (_request, _payload, done) => done(null));
    scope.addContentTypeParser('*', (_request, _payload, done) => done(null));
    const handle = async (request: FastifyRequest, reply: Parameters<typeof sendRefusal>[0]) => {
      if (!request.who) return sendRefusal(reply, refuse('forbidden', 'web.signInFirst'));
      const name = (request.params as { '*'?: string })['*'];
      if (name && !name.startsWith(`${ownerMark(request.who)}_`)) return sendRefusal(reply, refuse('not-found', 'web.notFound'));
      asking.set(request.raw, request.who);
      reply.hijack();
      await tus.handle(request.raw, reply.raw);
      return reply;
    };
    scope.all(PATH, { schema: { hide: true } }, handle);
    scope.all(`${PATH}/*`, { schema: { hide: true } }, handle);
  });
};
