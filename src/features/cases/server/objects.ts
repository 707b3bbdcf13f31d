// Bytes of a verified object, whole or by one range. Never decoded, never compressed again; immutable, so a browser keeps what it has.

import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Id } from '#kernel/ids.ts';
import type { House } from '#server/house.ts';
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

/** Parts up to this size are read at once: a frame, or a few neighbours. */
const AT_ONCE_BYTES = 4 * 1024 * 1024;

export const sendObject = async (house: House, object: ObjectRow, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
  const etag = `"${object.sha256.toString('hex').slice(0, 32)}"`;
  reply.headers({
    'content-type': object.mediaType, 'accept-ranges': 'bytes', etag, 'cache-control': 'private, max-age=31536000, immutable',
    'content-disposition': 'inline', 'x-content-type-options': 'nosniff', 'cross-origin-resource-policy': 'same-origin',
  });
  if (request.headers['if-none-match'] === etag) return reply.code(304).send();
  const range = rangeOf(request.headers.range, object.bytes);
  // A range that cannot be had is told by its status and the size (RFC 9110 section 15.5.17): who asks is a program.
  if (range === 'bad') return reply.code(416).headers({ 'content-range': `bytes */${object.bytes}`, 'cache-control': 'no-store' }).send();
  const { start, end } = range ?? { start: 0, end: object.bytes - 1 };
  if (range) reply.code(206).header('content-range', `bytes ${start}-${end}/${object.bytes}`);
  reply.header('content-length', end - start + 1);
  const part = range && end - start < AT_ONCE_BYTES ? await house.blobs.part(object.id as Id, start, end) : house.blobs.read(object.id as Id, start, end);
  return reply.send(part);
};
