// Bytes of a verified object, whole or by one range. Never decoded, never compressed again; immutable, so a browser keeps what it has.

import type { FastifyReply, FastifyRequest } from 'fastify';
import { refuse } from '#kernel/result.ts';
import type { Id } from '#kernel/ids.ts';
import type { House } from '#server/house.ts';
import { sendRefusal } from '#server/problem.ts';
import type { ObjectRow } from './store.ts';

/** One range of RFC 9110 section 14; null when there is none, 'bad' when it cannot be satisfied or asks for several. */
export const rangeOf = (header: string | undefined, size: number): { start: number; end: number } | null | 'bad' => {
  if (header === undefined) return null;
  const m = /^bytes=(\d*)-(\d*)$/.exec(header);
  if (!m || (m[1] === '' && m[2] === '')) return 'bad';
  const start = m[1] === '' ? Math.max(0, size - Number(m[2])) : Number(m[1]);
  const end = m[1] === '' || m[2] === '' ? size - 1 : Math.min(Number(m[2]), size - 1);
  return start > end || start >= size ? 'bad' : { start, end };
};

export const sendObject = (house: House, object: ObjectRow, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
  const etag = `"${object.sha256.toString('hex').slice(0, 32)}"`;
  reply.headers({
    'content-type': object.mediaType, 'accept-ranges': 'bytes', etag, 'cache-control': 'private, max-age=31536000, immutable',
    'content-disposition': 'inline', 'x-content-type-options': 'nosniff', 'cross-origin-resource-policy': 'same-origin',
  });
  if (request.headers['if-none-match'] === etag) return reply.code(304).send();
  const range = rangeOf(request.headers.range, object.bytes);
  if (range === 'bad') return sendRefusal(reply.code(416).header('content-range', `bytes */${object.bytes}`), refuse('invalid', 'web.notUnderstood')).code(416);
  const { start, end } = range ?? { start: 0, end: object.bytes - 1 };
  if (range) reply.code(206).header('content-range', `bytes ${start}-${end}/${object.bytes}`);
  reply.header('content-length', end - start + 1);
  return reply.send(house.blobs.read(object.id as Id, start, end));
};
