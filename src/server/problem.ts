// The one map from a family of refusals to HTTP, as application/problem+json (RFC 9457). The sentence is made by the reader's screen from the code.

import type { FastifyReply } from 'fastify';
import type { Family, Refusal } from '#kernel/result.ts';

export const statusOf: Record<Family, number> = { invalid: 422, forbidden: 403, 'not-found': 404, conflict: 409, 'too-many': 429, offline: 503 };

export const sendRefusal = (reply: FastifyReply, refusal: Refusal): FastifyReply =>
  reply.code(statusOf[refusal.family]).type('application/problem+json').send({
    type: `/problems/${refusal.code}`, status: statusOf[refusal.family], family: refusal.family, code: refusal.code, params: refusal.params,
    ...(refusal.fields ? { fields: refusal.fields } : {}),
  });

const alphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
/** A name for a fault that one can read over the telephone: "7F3K". */
export const faultName = (bytes: Uint8Array): string => Array.from(bytes.subarray(0, 4), (b) => alphabet[b % 32]).join('');

export const sendFault = (reply: FastifyReply, fault: string): FastifyReply =>
  reply.code(500).type('application/problem+json').send({ type: '/problems/fault', status: 500, family: 'fault', code: 'web.fault', params: { fault }, fault });
