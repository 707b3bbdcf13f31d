// Doors: how a use-case is reached over HTTP. `write` gives it one transaction as the viewer, an idempotency receipt and the map to problem+json;
// `read` a viewer and one or no transaction. A door parses and calls; it decides nothing.

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ZodType, z } from 'zod';
import type { Id } from '#kernel/ids.ts';
import { isId } from '#kernel/ids.ts';
import { refuse, type Refusal, type Result } from '#kernel/result.ts';
import { type Tx, Undo } from './db.ts';
import type { House } from './house.ts';
import { sendRefusal } from './problem.ts';
import { keepReceipt, receiptFor } from './receipts.store.ts';

export type Who = { readonly id: Id; readonly sessionId: Id; readonly seesCases: boolean; readonly verified: boolean; readonly steward: boolean; readonly coordinator: boolean };
declare module 'fastify' { interface FastifyRequest { who: Who | null } }

type Method = 'post' | 'put' | 'delete';
type Asked<B> = { who: Who; params: Record<string, string>; query: Record<string, string>; body: B; now: Date; request: FastifyRequest; reply: FastifyReply };
type WriteAsked<B> = Asked<B> & { tx: Tx };

const nobody = refuse('forbidden', 'web.signInFirst');
const notFound = refuse('not-found', 'web.notFound');

/** Ids in a path are checked before anything is asked of them: `/api/cases/:id`. */
const badId = (params: Record<string, string>): boolean => Object.entries(params).some(([name, value]) => (name === 'id' || name.endsWith('Id')) && !isId(value));

/** Of a name given twice the last counts, as in the pages' own addresses. */
const queryOf = (request: FastifyRequest): Record<string, string> =>
  Object.fromEntries(Object.entries(request.query as Record<string, string | string[]>).map(([name, value]) => [name, [value].flat().at(-1) ?? '']));

const parse = <S extends ZodType>(schema: S | null, body: unknown): Result<z.infer<S>> => {
  if (!schema) return { ok: true, value: undefined as z.infer<S> };
  const parsed = schema.safeParse(body ?? {});
  if (parsed.success) return { ok: true, value: parsed.data };
  return refuse('invalid', 'web.checkFields', {}, [...new Set(parsed.error.issues.map((i) => i.path.join('.') || '(body)'))].slice(0, 20));
};

export type Doors = ReturnType<typeof doorsOf>;

export const doorsOf = (app: FastifyInstance, house: House) => ({
  /** A read by a signed-in person. Answer null for what one may not see: it is not found. */
  read<T>(path: string, work: (asked: Asked<undefined>) => Promise<Result<T> | null>, summary = ''): void {
    app.get(path, { schema: { summary, tags: [path.split('/')[2] ?? 'node'] } }, async (request, reply) => {
      if (!request.who) return sendRefusal(reply, nobody);
      const params = request.params as Record<string, string>;
      if (badId(params)) return sendRefusal(reply, notFound);
      const result = await work({ who: request.who, params, query: queryOf(request), body: undefined, now: house.clock.now(), request, reply });
      if (result === null) return sendRefusal(reply, notFound);
      if (!result.ok) return sendRefusal(reply, result);
      reply.header('cache-control', 'private, no-cache');
      return result.value;
    });
  },

  /** A write by a signed-in person: one transaction, one effect for one Idempotency-Key. 2xx goes out after the commit. */
  write<S extends ZodType, T>(method: Method, path: string, schema: S | null, work: (asked: WriteAsked<z.infer<S>>) => Promise<Result<T> | null>, summary = ''): void {
    app[method](path, { schema: { summary, tags: [path.split('/')[2] ?? 'node'], ...(schema ? { body: schema } : {}) }, validatorCompiler: () => () => true }, async (request, reply) => {
      if (!request.who) return sendRefusal(reply, nobody);
      const who = request.who;
      const params = request.params as Record<string, string>;
      if (badId(params)) return sendRefusal(reply, notFound);
      const key = request.headers['idempotency-key'];
      if (typeof key !== 'string' || key.length < 8 || key.length > 100) return sendRefusal(reply, refuse('invalid', 'web.keyWanted'));
      const body = parse(schema, request.body);
      if (!body.ok) return sendRefusal(reply, body);
      const asked = `${method} ${request.url}`;
      try {
        const value = await house.db.asViewer(who.id, async (tx) => {
          const result = await work({ who, params, query: queryOf(request), body: body.value, now: house.clock.now(), request, reply, tx });
          if (result === null) throw new Undo(notFound);
          if (!result.ok) throw new Undo(result);
          return JSON.stringify(result.value ?? {});
        }, (tx, value) => keepReceipt(tx, who.id, key, { asked, status: 200, body: value }, house.clock.now()));
        return reply.type('application/json').send(value);
      } catch (error) {
        const refusal = error instanceof Undo ? (error.value as Refusal) : refusalOf(error);
        if (!refusal) throw error;
        // A repeated write comes here too: its own receipt, or what it wrote the first time, stood in its way. Its answer is the first one.
        const kept = await house.db.asViewer(who.id, (tx) => receiptFor(tx, who.id, key));
        if (!kept) return sendRefusal(reply, refusal);
        if (kept.asked !== asked) return sendRefusal(reply, refuse('conflict', 'web.keyReused'));
        return reply.code(kept.status).type('application/json').send(kept.body);
      }
    });
  },
});

/** The database refused what a policy should have refused before: the same answer, so that nothing is told by the difference. */
const refusalOf = (error: unknown): Refusal | null => {
  const code = (error as { code?: string }).code;
  if (code === '42501') return notFound;
  // 23514: a check, where two did different things at once.
  if (code === '23505' || code === '23514') return refuse('conflict', 'web.alreadyDone');
  if (code === '23503') return notFound;
  return null;
};
