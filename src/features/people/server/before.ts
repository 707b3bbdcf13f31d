// Doors before there is a viewer (signing in, joining), and doors to a person's own credentials, which only the door's role may read.
// Refusals undo the transaction; cookies go out after the commit.

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ZodType, z } from 'zod';
import { isId } from '#kernel/ids.ts';
import { refuse, type Refusal, type Result } from '#kernel/result.ts';
import { type Tx, Undo } from '#server/db.ts';
import type { Who } from '#server/doors.ts';
import type { House } from '#server/house.ts';
import { sendRefusal } from '#server/problem.ts';

type Method = 'get' | 'post' | 'delete';
export type Asked<B> = { body: B; params: Record<string, string>; now: Date; tx: Tx; request: FastifyRequest; reply: FastifyReply; /** Runs after the commit. */ then(act: () => void): void };

const parsed = <S extends ZodType>(schema: S | null, body: unknown): Result<z.infer<S>> => {
  if (!schema) return { ok: true, value: undefined as z.infer<S> };
  const result = schema.safeParse(body ?? {});
  if (result.success) return { ok: true, value: result.data };
  return refuse('invalid', 'web.checkFields', {}, [...new Set(result.error.issues.map((i) => i.path.join('.') || '(body)'))].slice(0, 20));
};

/** Runs `work` as the door's role; a refusal leaves nothing behind. */
export const atDoor = async <T>(house: House, work: (tx: Tx) => Promise<Result<T>>): Promise<Result<T>> => {
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

export type Before = ReturnType<typeof beforeDoors>;

export const beforeDoors = (app: FastifyInstance, house: House) => {
  const open = <S extends ZodType, T>(method: Method, path: string, schema: S | null, summary: string, work: (asked: Asked<z.infer<S>>) => Promise<Result<T>>): void => {
    app[method](path, { schema: { summary, tags: [path.split('/')[2] ?? 'node'], ...(schema ? { body: schema } : {}) }, validatorCompiler: () => () => true }, async (request, reply) => {
      const params = request.params as Record<string, string>;
      const body = parsed(schema, request.body);
      if (!body.ok) return sendRefusal(reply, body);
      const after: (() => void)[] = [];
      const result = await atDoor(house, (tx) => work({ body: body.value, params, now: house.clock.now(), tx, request, reply, then: (act) => after.push(act) }));
      if (!result.ok) return sendRefusal(reply, result);
      for (const act of after) act();
      reply.header('cache-control', 'no-store');
      return reply.send(result.value ?? {});
    });
  };
  return {
    open,
    /** The same for the signed-in person's own credentials. */
    own: <S extends ZodType, T>(method: Method, path: string, schema: S | null, summary: string, work: (asked: Asked<z.infer<S>> & { who: Who }) => Promise<Result<T>>): void =>
      open(method, path, schema, summary, async (asked) => {
        const { who } = asked.request;
        if (!who) return refuse('forbidden', 'web.signInFirst');
        if ('id' in asked.params && path.includes('sessions') && !isId(asked.params.id)) return refuse('not-found', 'web.notFound');
        return work({ ...asked, who });
      }),
  };
};
