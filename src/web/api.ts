// The API as pages use it. Every write carries one Idempotency-Key through all its tries; a write that may wait goes through the outbox.
import type { Both } from '#kernel/locale.ts';
import { sendOrKeep } from './outbox.ts';
import type { Answer } from './refusals.ts';
import { type Method, newKey, request } from './request.ts';

export type Waits = {
  /** What it is, in both languages, for the list of what is not sent: `both(say.outboxOpinion)`. */
  readonly what: Both;
  /** The page where it can be looked at and changed. */
  readonly open: string;
  /** Ids of waiting things that must be sent first (a case before its ask). */
  readonly after?: readonly string[];
  /** Own id, so that others can name it in `after`; the Idempotency-Key too. */
  readonly id?: string;
  /** Called once it is on this device. */
  readonly kept?: () => void;
};

export type WriteOptions = { readonly waits?: Waits; readonly key?: string };

// Two quiet tries more: a mobile network that changes cell breaks one request, not three.
const PAUSES_MS = [400, 1500];

const write = async <T>(method: Method, path: string, body: unknown, { waits, key = newKey() }: WriteOptions = {}): Promise<Answer<T>> => {
  if (waits !== undefined) return sendOrKeep<T>({ method, path, body, ...waits });
  for (const pause of PAUSES_MS) {
    const answer = await request<T>({ method, path, body, key });
    if (answer.ok || answer.code !== 'web.offline') return answer;
    await new Promise((done) => setTimeout(done, pause));
  }
  return request<T>({ method, path, body, key });
};

export const api = {
  get: <T>(path: string, signal?: AbortSignal): Promise<Answer<T>> => request<T>({ method: 'GET', path, signal }),
  post: <T = unknown>(path: string, body: unknown = {}, options?: WriteOptions): Promise<Answer<T>> => write<T>('POST', path, body, options),
  put: <T = unknown>(path: string, body: unknown, options?: WriteOptions): Promise<Answer<T>> => write<T>('PUT', path, body, options),
  del: <T = unknown>(path: string, options?: WriteOptions): Promise<Answer<T>> => write<T>('DELETE', path, undefined, options),
};
