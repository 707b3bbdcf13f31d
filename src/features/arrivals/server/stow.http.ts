// STOW-RS (PS3.18 10.5) into the quarantine of a token's owner. No cookie opens this door and the token opens no other. What comes in is not looked at further
// than its first bytes: its owner's browser cleans it, and a person looks at it, before anything of it joins a case.

import { createHash } from 'node:crypto';
import { mkdir, statfs } from 'node:fs/promises';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Id, newId } from '#kernel/ids.ts';
import type { House } from '#server/house.ts';
import { LIMITS } from '../rules/limits.ts';
import { HEAD_BYTES, type Instance, instanceOf } from '../rules/part10.ts';
import { boundaryOf, Malformed, type Part, partsOf } from './multipart.ts';
import type { Quarantine } from './quarantine.ts';
import { addArrival, heldNow, type TokenOf, tokenByHash, tokenUsed } from './store.ts';

/** Failure reasons of PS3.18 table I.2-2: out of resources; cannot understand. */
const FULL = 0xa700;
const NOT_UNDERSTOOD = 0xc000;
type Told = { readonly instance: Instance | undefined; readonly failed?: typeof FULL | typeof NOT_UNDERSTOOD };

class TooLarge extends Error {}

const bearer = (request: FastifyRequest): string | undefined => /^Bearer ([\w-]{20,100})$/.exec(request.headers.authorization ?? '')?.[1];

const refuse = (reply: FastifyReply, status: number, detail: string): FastifyReply => {
  if (status === 401) void reply.header('www-authenticate', 'Bearer realm="hamdel-import"');
  // Programs read it; a body that was not taken ends the connection.
  return reply.code(status).header('connection', 'close').type('application/problem+json').send({ type: 'about:blank', status, detail });
};

/** Gives on what comes while it fits, and says how much is on its way to whom. */
const bounded = async function* (head: Uint8Array, rest: AsyncIterable<Uint8Array>, room: number): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  const most = Math.min(room, LIMITS.instanceBytes);
  for await (const piece of (async function* () { yield head; yield* rest; })()) {
    bytes += piece.byteLength;
    if (bytes > most) throw new TooLarge();
    yield piece;
  }
};

const drain = async (rest: AsyncIterable<Uint8Array>): Promise<void> => { for await (const _ of rest) { /* nobody wants it */ } };

/** The first bytes of a part, and all that follows them. */
const headOf = async (body: AsyncIterator<Uint8Array>): Promise<Uint8Array> => {
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  while (bytes < HEAD_BYTES) {
    const { value, done } = await body.next();
    if (done) break;
    pieces.push(value);
    bytes += value.byteLength;
  }
  return new Uint8Array(Buffer.concat(pieces));
};

const roomFor = async (house: House, person: Id): Promise<number> => {
  const [own, all] = [await house.db.asViewer(person, heldNow), await house.db.asNode(heldNow)];
  await mkdir(house.dataDir, { recursive: true });
  const { bavail, bsize } = await statfs(house.dataDir);
  if (own.count >= LIMITS.personCount) return 0;
  return Math.max(0, Math.min(LIMITS.personBytes - own.bytes, LIMITS.nodeBytes - all.bytes, bavail * bsize - LIMITS.spareBytes));
};

const take = async (house: House, quarantine: Quarantine, token: TokenOf, part: Part): Promise<Told> => {
  const body = part.body[Symbol.asyncIterator]();
  const rest = { [Symbol.asyncIterator]: () => body };
  const head = await headOf(body);
  const instance = part.type === 'application/dicom' ? instanceOf(head.subarray(0, HEAD_BYTES)) : undefined;
  if (instance === undefined) {
    await drain(rest);
    return { instance, failed: NOT_UNDERSTOOD };
  }
  const id = newId(house.clock.now(), house.random);
  try {
    const bytes = await quarantine.put(id, bounded(head, rest, await roomFor(house, token.personId)));
    const most = { bytes: LIMITS.personBytes, count: LIMITS.personCount };
    if ((await house.db.asViewer(token.personId, (tx) => addArrival(tx, { id, tokenId: token.id, bytes, at: house.clock.now() }, most))) === 0) throw new TooLarge();
    return { instance };
  } catch (error) {
    await quarantine.remove(id);
    if (!(error instanceof TooLarge)) throw error;
    return { instance, failed: FULL };
  }
};

const item = ({ instance, failed }: Told) => ({
  ...(instance ? { '00081150': { vr: 'UI', Value: [instance.sopClass] }, '00081155': { vr: 'UI', Value: [instance.sopInstance] } } : {}),
  ...(failed === undefined ? {} : { '00081197': { vr: 'US', Value: [failed] } }),
});
const answerOf = (told: readonly Told[]) => {
  const [stored, failed] = [told.filter((one) => one.failed === undefined), told.filter((one) => one.failed !== undefined)];
  return {
    status: failed.length === 0 ? 200 : stored.length > 0 ? 202 : 409,
    body: { ...(stored.length > 0 ? { '00081199': { vr: 'SQ', Value: stored.map(item) } } : {}), ...(failed.length > 0 ? { '00081198': { vr: 'SQ', Value: failed.map(item) } } : {}) },
  };
};

const receive = async (house: House, quarantine: Quarantine, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
  const given = bearer(request);
  const now = house.clock.now();
  const token = given === undefined ? undefined : await house.db.asDoor((tx) => tokenByHash(tx, createHash('sha256').update(given).digest(), now));
  if (token === undefined) return refuse(reply, 401, 'A token of Hamdel is wanted: its owner makes it under "Arrived from your PACS".');
  if (!token.seesCases) return refuse(reply, 403, 'The owner of this token is not verified.');
  const boundary = boundaryOf(request.headers['content-type']);
  if (boundary === undefined) return refuse(reply, 415, 'Send multipart/related; type="application/dicom"; boundary=…');
  await house.db.asDoor((tx) => tokenUsed(tx, token.id, now));
  const told: Told[] = [];
  try {
    for await (const part of partsOf(boundary, request.raw)) {
      if (told.length >= LIMITS.parts) return refuse(reply, 413, `At most ${LIMITS.parts} instances in one request.`);
      const one = await take(house, quarantine, token, part);
      told.push(one);
      // Its end is not waited for: it may never come.
      if (one.failed === FULL) break;
    }
  } catch (error) {
    // A sender that went away is no fault of ours, and hears nothing.
    if ((error as { code?: string }).code === 'ECONNRESET') return refuse(reply, 400, 'The line broke.');
    if (!(error instanceof Malformed)) throw error;
    if (told.length === 0) return refuse(reply, 400, 'The body is no multipart/related as its header says.');
    told.push({ instance: undefined, failed: NOT_UNDERSTOOD });
  }
  if (told.length === 0) return refuse(reply, 400, 'The body holds no instance.');
  const { status, body } = answerOf(told);
  if (told.some(({ failed }) => failed === FULL)) void reply.header('connection', 'close');
  return reply.code(status).type('application/dicom+json').send(JSON.stringify(body));
};

export const stowDoor = async (app: FastifyInstance, house: House, quarantine: Quarantine): Promise<void> => {
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    // The body is read as it streams, by the handler.
    scope.addContentTypeParser('*', (_request, _payload, done) => done(null));
    for (const path of ['/dicom-web/studies', '/dicom-web/studies/:study']) scope.post(path, { schema: { hide: true } }, (request, reply) => receive(house, quarantine, request, reply));
  });
};
