// Doors before there is a viewer (signing in, joining), and doors to a person's own credentials, which only the door's role may read.
// Refusals undo the transaction; cookies go out after the commit.

import { setTimeout as pause } from 'node:timers/promises';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ZodType, z } from 'zod';
import { refuse, type Refusal, type Result } from '#kernel/result.ts';
import { type Tx, Undo } from '#server/db.ts';
import type { Who } from '#server/doors.ts';
import type { House } from '#server/house.ts';
import { sendRefusal } from '#server/problem.ts';

type Method = 'get' | 'post' | 'delete';
export type Asked<B> = {
  body: B; params: Record<string, string>; now: Date; request: FastifyRequest; reply: FastifyReply;
  /** A transaction as the door's role; a refusal leaves nothing behind. */
  door<T>(work: (tx: Tx) => Promise<Result<T>>): Promise<Result<T>>;
};
/** `floorMs`: the answer goes out no sooner, so that its time tells nothing about what was found. */
type Manner = { status?: number; floorMs?: number };

const parsed = <S extends ZodType>(schema: S | null, body: unknown): Result<z.infer<S>> => {
  if (!schema) return { ok: true, value: undefined as z.infer<S> };
  const result = schema.safeParse(body ?? {});
  if (result.success) return { ok: true, value: result.data };
  return refuse('invalid', 'web.checkFields', {}, [...new Set(result.error.issues.map((i) => i.path.join('.') || '(body)'))].slice(0, 20));
};

const atDoor = async <T>(house: House, work: (tx: Tx) => Promise<Result<T>>): Promise<Result<T>> => {
  try {
    return await house.db.asDoor(async (tx) => {
      const result = await work(tx);
      if (!result.ok) throw new Undo(result);
      return result;
    });
  } catch (error) {
    if (error instanceof Undo) return error.value as Refusal;
    if ((error as { code?: string }).code === '23505') return refuse('conflict', 'web.alreadyDone');
    throw error;
  }
};

export const beforeDoors = (app: FastifyInstance, house: House) => {
  const open = <S extends ZodType, T>(method: Method, path: string, schema: S | null, summary: string, work: (asked: Asked<z.infer<S>>) => Promise<Result<T>>, { status = 200, floorMs = 0 }: Manner = {}): void => {
    app[method](path, { schema: { summary, tags: [path.split('/')[2] ?? 'node'], ...(schema ? { body: schema } : {}) }, validatorCompiler: () => () => true }, async (request, reply) => {
      const begun = performance.now();
      const body = parsed(schema, request.body);
      const result = body.ok
        ? await work({ body: body.value, params: request.params as Record<string, string>, now: house.clock.now(), request, reply, door: (act) => atDoor(house, act) })
        : body;
      const early = floorMs - (performance.now() - begun);
      if (early > 0) await pause(early);
      if (!result.ok) return sendRefusal(reply, result);
      return reply.code(status).header('cache-control', 'no-store').send(result.value ?? {});
    });
  };
  return {
    open,
    /** The same for the signed-in person's own credentials. */
    own: <S extends ZodType, T>(method: Method, path: string, schema: S | null, summary: string, work: (asked: Asked<z.infer<S>> & { who: Who }) => Promise<Result<T>>): void =>
      open(method, path, schema, summary, async (asked) => {
        const { who } = asked.request;
        return who ? work({ ...asked, who }) : refuse('forbidden', 'web.signInFirst');
      }),
  };
};
