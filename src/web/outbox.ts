// What was written and has not reached the node. An intent is put on this device first and sent then; what cannot go waits, is counted,
// shown with its bytes at /unsent, and goes by itself in the order it was written.
import type { Both } from '#kernel/locale.ts';
import { device } from './device.ts';
import { onNet } from './net.ts';
import { type Answer, type Refused, refusedAs } from './refusals.ts';
import { type Method, newKey, request } from './request.ts';

export type Intent = {
  /** The Idempotency-Key of every try. */
  readonly id: string;
  readonly person: string;
  readonly method: Method;
  readonly path: string;
  readonly body: unknown;
  readonly what: Both;
  readonly open: string;
  readonly after: readonly string[];
  readonly at: string;
  readonly bytes: number;
  /** Drafts: one intent a path. `next` is what was typed after a try whose answer never came. */
  readonly slot?: string | undefined;
  readonly next?: Versioned | undefined;
  /** A try was made: its effect may already stand on the node. */
  readonly tried?: boolean | undefined;
  readonly refused?: Refused | undefined;
};

/** A draft's body carries the version it was typed upon. */
export type Versioned = { readonly version: number };

export type Settled = {
  readonly intent: Intent;
  readonly answer: Answer<unknown>;
  /** Nobody waits for it: the page that wrote it is gone, or was told that it waits. What is drawn does not know of it. */
  readonly late: boolean;
};

let person = '';
let items: readonly Intent[] = [];
let flushing: Promise<void> | undefined;
let wait = 2000;
let timer: ReturnType<typeof setTimeout> | undefined;
const changed = new Set<() => void>();
const settled = new Set<(one: Settled) => void>();
/** Ids whose writer is still there for the answer. */
const awaited = new Set<string>();

export const waitingNow = (): readonly Intent[] => items;
export const bytesWaiting = (): number => items.reduce((sum, { bytes }) => sum + bytes, 0);
export const isSending = (): boolean => flushing !== undefined && items.length > 0;
export const onOutbox = (listener: () => void): (() => void) => {
  changed.add(listener);
  return () => void changed.delete(listener);
};
/** Told each time a waiting intent was answered, however much later. */
export const onSettled = (listener: (one: Settled) => void): (() => void) => {
  settled.add(listener);
  return () => void settled.delete(listener);
};

// A page's own effects run before the frame has said who is signed in; what they write waits for it, or it would be nobody's.
let open: () => void = () => {};
const opened = new Promise<void>((done) => { open = done; });

/** Reads what this person left on this device, and tries to send it. */
export const openOutbox = async (forPerson: string | undefined): Promise<void> => {
  person = forPerson ?? '';
  await read();
  open();
  if (person !== '') void flush();
};

const read = async (): Promise<void> => {
  const all = await device.all<Intent>('outbox');
  items = all.filter((one) => one.person === person).sort((a, b) => (a.at < b.at ? -1 : 1));
  for (const listener of changed) listener();
};

const keep = async (intent: Intent): Promise<void> => {
  await device.put('outbox', intent.id, intent);
  await read();
};

const drop = async (id: string): Promise<void> => {
  await device.drop('outbox', id);
  await read();
};

export type Writing = Pick<Intent, 'method' | 'path' | 'body' | 'what' | 'open'> & {
  readonly after?: readonly string[];
  readonly id?: string;
  readonly slot?: string;
  /** Called once it is on this device: from here on a reload cannot lose it, and it may be shown as done. */
  readonly kept?: () => void;
};

const sizeOf = (body: unknown): number => new TextEncoder().encode(JSON.stringify(body ?? {})).length;

/** Keeps the intent, then sends. Without network it waits: refused as `offline` with `waiting`. A refusal hands the text back to the form. */
export const sendOrKeep = async <T>(writing: Writing): Promise<Answer<T>> => {
  await opened;
  const { id = newKey(), after = [], kept, ...rest } = writing;
  const intent: Intent = { ...rest, id, after, person, at: new Date().toISOString(), bytes: sizeOf(writing.body) };
  await keep(intent);
  kept?.();
  awaited.add(id);
  const answer = new Promise<Answer<unknown>>((done) => {
    const stop = onSettled((one) => {
      if (one.intent.id !== id) return;
      stop();
      done(one.answer);
    });
    void flush().then(() => {
      stop();
      if (items.some((one) => one.id === id)) done({ ...refusedAs('offline', 'web.offline'), waiting: true });
    });
  });
  const given = await answer;
  awaited.delete(id);
  // The form still has the text and shows the sentence: nothing to keep.
  if (!given.ok && given.waiting !== true && writing.slot === undefined) await drop(id);
  return given as Answer<T>;
};

// Looking at what waits and writing it down are two steps of the device: whoever takes them takes them alone. Else a text typed while an older
// one is just being sent would go upon the version before it, and its own writer would meet a conflict with himself.
let turn: Promise<unknown> = Promise.resolve();
const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
  const mine = turn.then(work, work);
  turn = mine.catch(() => {});
  return mine;
};
/** What the node last took of each draft from this page, with the version it gave: what was typed before that answer was read stands upon it. */
const reached = new Map<string, Versioned>();

/** A draft: the newest text of its slot replaces what waits, except a try whose answer never came, which must go first. */
export const keepDraft = async (writing: Writing & { slot: string; body: Versioned }): Promise<void> => {
  await opened;
  await inTurn(async () => {
    const there = items.find((one) => one.slot === writing.slot);
    if (there?.tried === true && there.refused === undefined) return keep({ ...there, next: writing.body, bytes: sizeOf(writing.body) });
    if (there !== undefined) await device.drop('outbox', there.id);
    const body = { ...writing.body, version: Math.max(writing.body.version, reached.get(writing.slot)?.version ?? 0) };
    return keep({ ...writing, body, id: newKey(), after: writing.after ?? [], person, at: there?.at ?? new Date().toISOString(), bytes: sizeOf(body) });
  });
};

export const waitingDraft = (slot: string): Intent | undefined => items.find((one) => one.slot === slot);

/** For a page that was drawn before the node took it. */
export const reachedDraft = (slot: string): Versioned | undefined => reached.get(slot);

export const withdraw = (id: string): Promise<void> => drop(id);

export const tryAgain = async (id: string): Promise<void> => {
  const intent = items.find((one) => one.id === id);
  if (intent === undefined) return;
  await keep({ ...intent, refused: undefined });
  await flush();
};

/** Sends what can go, oldest first; one tab at a time. */
export const flush = (): Promise<void> => {
  flushing ??= alone(sendAll).finally(() => {
    flushing = undefined;
    for (const listener of changed) listener();
  });
  return flushing;
};

const alone = (work: () => Promise<void>): Promise<void> =>
  'locks' in navigator ? navigator.locks.request('hamdel-outbox', work) as Promise<void> : work();

const sendAll = async (): Promise<void> => {
  await read();
  for (;;) {
    const next = await inTurn(async () => {
      const one = items.find((it) => it.refused === undefined && !it.after.some((id) => items.some((other) => other.id === id)));
      if (one !== undefined && person !== '') await keep({ ...one, tried: true });
      return one;
    });
    if (next === undefined || person === '') break;
    const answer = await request<unknown>({ method: next.method, path: next.path, body: next.body, key: next.id });
    if (!answer.ok && isPassing(answer)) {
      again();
      return;
    }
    await settle(next.id, answer);
  }
  wait = 2000;
};

// The node or the way to it is away, or asks for patience, or nobody is signed in: the text is as good as before.
const isPassing = (refused: Refused): boolean =>
  refused.family === 'offline' || refused.family === 'too-many' || refused.code === 'web.signInFirst';

const settle = (id: string, answer: Answer<unknown>): Promise<void> => inTurn(async () => {
  const intent = items.find((one) => one.id === id);
  if (intent === undefined) return;
  if (!answer.ok) await keep({ ...intent, refused: answer, body: intent.next ?? intent.body, next: undefined });
  else {
    const version = versionIn(answer.value);
    if (intent.slot !== undefined && version !== undefined) reached.set(intent.slot, { ...(intent.body as Versioned), version });
    await device.drop('outbox', id);
    if (intent.next === undefined) await read();
    else await keep({ ...intent, id: newKey(), tried: false, next: undefined, body: { ...intent.next, version: version ?? intent.next.version } });
  }
  const late = intent.slot === undefined && !awaited.has(id);
  for (const listener of settled) listener({ intent, answer, late });
});

export const versionIn = (value: unknown): number | undefined => {
  const version = (value as { version?: unknown } | null | undefined)?.version;
  return typeof version === 'number' ? version : undefined;
};

const again = (): void => {
  clearTimeout(timer);
  timer = setTimeout(() => void flush(), wait);
  wait = Math.min(20_000, wait * 1.6);
};

onNet(() => {
  wait = 2000;
  if (items.length > 0) void flush();
});
