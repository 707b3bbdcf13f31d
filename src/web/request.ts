// One request to the node's API and what its answer means. Keys for writes are made here when none is given.
import type { Family } from '#kernel/result.ts';
import { found } from './net.ts';
import { type Answer, prepareSentence, type Refused, refusedAs } from './refusals.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

export type Asked = {
  readonly method: Method;
  readonly path: string;
  readonly body?: unknown;
  /** Idempotency-Key: the same for every try of one act. */
  readonly key?: string | undefined;
  readonly signal?: AbortSignal | undefined;
};

export const newKey = (): string => crypto.randomUUID();

/** Sends once. A network that is away is a refusal of family `offline`; only an abort is thrown. */
export const request = async <T>({ method, path, body, key, signal }: Asked): Promise<Answer<T>> => {
  const headers: Record<string, string> = { accept: 'application/json' };
  if (body !== undefined) headers['content-type'] = 'application/json';
  if (method !== 'GET') headers['idempotency-key'] = key ?? newKey();
  let response: Response;
  try {
    response = await fetch(path, { method, headers, credentials: 'same-origin', body: body === undefined ? null : JSON.stringify(body), signal: signal ?? null });
  } catch (error) {
    if (signal?.aborted) throw error;
    found(false);
    return refusedAs('offline', 'web.offline');
  }
  const kept = response.headers.get('x-hamdel-as-of');
  found(kept === null && response.headers.get('x-hamdel-away') === null);
  if (!response.ok) return refusedFrom(response);
  const value = response.status === 204 ? undefined : await response.json();
  return { ok: true, value: value as T, asOf: kept === null ? undefined : new Date(kept) };
};

const families: readonly string[] = ['invalid', 'forbidden', 'not-found', 'conflict', 'too-many', 'offline', 'fault'];

const refusedFrom = async (response: Response): Promise<Refused> => {
  const said = await response.json().catch(() => ({})) as Partial<Refused>;
  const family = families.includes(said.family ?? '') ? (said.family as Family | 'fault') : byStatus(response.status);
  const refused: Refused = { ok: false, family, code: said.code ?? `web.${family}`, params: said.params ?? {}, fields: said.fields, fault: said.fault };
  await prepareSentence(refused);
  return refused;
};

// Answers that did not come from our own doors: a proxy's.
const byStatus = (status: number): Family | 'fault' => {
  if (status === 404) return 'not-found';
  if (status === 401 || status === 403) return 'forbidden';
  if (status === 409 || status === 412) return 'conflict';
  if (status === 429) return 'too-many';
  if (status === 502 || status === 503 || status === 504) return 'offline';
  return status >= 500 ? 'fault' : 'invalid';
};
