// Writes whose answer is shown once (a code, a name): the answer is kept nowhere, so there is no receipt. The id that the client makes for the act
// gives a repeated request one effect: the second is told that it was done.

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ZodType, z } from 'zod';
import { isId } from '#kernel/ids.ts';
import { refuse, type Refusal, type Result } from '#kernel/result.ts';
import { type Tx, Undo } from '#server/db.ts';
import type { Who } from '#server/doors.ts';
import type { House } from '#server/house.ts';
import { sendRefusal } from '#server/problem.ts';

type Asked<B> = { who: Who; tx: Tx; body: B; params: Record<string, string>; now: Date; request: FastifyRequest; reply: FastifyReply };

export const secretWrite = <S extends ZodType, T>(app: FastifyInstance, house: House, path: string, schema: S, summary: string, work: (asked: Asked<z.infer<S>>) => Promise<Result<T> | null>): void => {
  app.post(path, { schema: { summary, tags: ['steward'], body: schema }, validatorCompiler: () => () => true }, async (request, reply) => {
    const { who } = request;
    if (!who) return sendRefusal(reply, refuse('forbidden', 'web.signInFirst'));
    const params = request.params as Record<string, string>;
    if (!who.steward || ('id' in params && !isId(params.id))) return sendRefusal(reply, refuse('not-found', 'web.notFound'));
    const body = schema.safeParse(request.body ?? {});
    if (!body.success) return sendRefusal(reply, refuse('invalid', 'web.checkFields', {}, [...new Set(body.error.issues.map((i) => i.path.join('.') || '(body)'))].slice(0, 20)));
    try {
      const value = await house.db.asViewer(who.id, async (tx) => {
        const result = await work({ who, tx, body: body.data, params, now: house.clock.now(), request, reply });
        if (result === null) throw new Undo(refuse('not-found', 'web.notFound'));
        if (!result.ok) throw new Undo(result);
        return result.value;
      });
      return reply.header('cache-control', 'no-store').send(value);
    } catch (error) {
      const refusal = refusalOf(error);
      if (refusal) return sendRefusal(reply, refusal);
      throw error;
    }
  });
};

const refusalOf = (error: unknown): Refusal | null => {
  if (error instanceof Undo) return error.value as Refusal;
  const { code } = error as { code?: string };
  if (code === '23505') return refuse('conflict', 'stewardship.shownOnce');
  return code === '42501' || code === '23503' ? refuse('not-found', 'web.notFound') : null;
};
