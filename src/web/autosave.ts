// Saved as typed: on this device within a breath, on the node soon after; two versions are shown, never merged by us.
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Both } from '#kernel/locale.ts';
import { flush, type Intent, isSending, keepDraft, onOutbox, onSettled, reachedDraft, type Versioned, versionIn, waitingDraft, withdraw } from './outbox.ts';
import type { Answer, Refused } from './refusals.ts';

const DEVICE_MS = 200;
const NODE_MS = 600;

export type DraftState =
  | { readonly kind: 'clean' }
  | { readonly kind: 'typing' }
  | { readonly kind: 'saved'; readonly at: string }
  /** Kept on this device; goes when the link is back. */
  | { readonly kind: 'device'; readonly at: string }
  | { readonly kind: 'refused'; readonly refused: Refused };

export type Draft<T> = {
  readonly value: T;
  readonly version: number;
  /** Replaces some fields, or computes them from the newest value. */
  readonly change: (patch: Partial<T> | ((value: T) => Partial<T>)) => void;
  readonly state: DraftState;
  /** Another version stands on the node: both are to be shown. */
  readonly conflict: Conflict<T> | undefined;
  /** Resolves when all that was typed is on the node, or is known not to be (then false). Call before an act upon the draft. */
  readonly settled: () => Promise<boolean>;
};

export type Kept<T> = { readonly value: T; readonly version: number; readonly savedAt?: string | undefined };
/** What stands on the node: its version, and its text when it could be read. */
type Other<T> = { readonly version: number | undefined; readonly kept: Kept<T> | undefined };
export type Conflict<T> = { readonly theirs: Kept<T> | undefined; readonly keepMine: () => void; readonly takeTheirs: () => void };

type Where = {
  readonly what: Both;
  readonly open: string;
  /** An id of a waiting intent that must be sent first (the case itself). */
  readonly after?: readonly string[] | undefined;
};

/** What changes between two drawings: the newest text, the version it stands upon, whether it was given to the device, whether this page has given it any, how many of those are still on their way. */
type Desk<T> = { value: T; version: number; dirty: boolean; wrote: boolean; pending: number; timers: ReturnType<typeof setTimeout>[] };

/**
 * A draft under PUT `path`. The body is `{ version, ...value }`, the answer `{ version, savedAt }`; a stale version is refused as a conflict with
 * `params.version`. `read` fetches what the node has, for showing both. Only one place of a page may hold the draft of a path.
 */
export const useSavedAsTyped = <T extends object>(path: string, node: Kept<T>, more: Where & { readonly read?: (() => Promise<Answer<Kept<T>>>) | undefined }): Draft<T> => {
  const [value, setValue] = useState(node.value);
  const [state, setState] = useState<DraftState>({ kind: 'clean' });
  const [theirs, setTheirs] = useState<Other<T> | undefined>(undefined);
  const desk = useRef<Desk<T>>({ value: node.value, version: node.version, dirty: false, wrote: false, pending: 0, timers: [] }).current;

  const keepHere = async () => {
    if (!desk.dirty) return;
    desk.dirty = false;
    desk.wrote = true;
    desk.pending += 1;
    try {
      await keepDraft({ method: 'PUT', path, slot: path, what: more.what, open: more.open, after: more.after ?? [], body: { ...desk.value, version: desk.version } as Versioned });
    } finally {
      desk.pending -= 1;
    }
  };
  const show = (next: T) => {
    desk.value = next;
    setValue(next);
  };
  const still = () => { for (const timer of desk.timers) clearTimeout(timer); };
  const change: Draft<T>['change'] = (patch) => {
    show({ ...desk.value, ...(typeof patch === 'function' ? patch(desk.value) : patch) });
    desk.dirty = true;
    setState({ kind: 'typing' });
    still();
    desk.timers = [setTimeout(() => void keepHere(), DEVICE_MS), setTimeout(() => void keepHere().then(flush), NODE_MS)];
  };
  const clash = async (refused?: Refused) => {
    const answer = await more.read?.();
    const told = refused?.params.version;
    setTheirs(answer?.ok ? { version: answer.value.version, kept: answer.value } : { version: typeof told === 'number' ? told : undefined, kept: undefined });
  };

  useEffect(() => watchDraft(path, node.version, desk, { show, setState, clash, keepHere }), [path]);

  const conflict = useMemo((): Conflict<T> | undefined => {
    if (theirs === undefined) return undefined;
    const over = async (take: boolean) => {
      const left = waitingDraft(path);
      if (left !== undefined) await withdraw(left.id);
      desk.version = theirs.version ?? desk.version;
      setTheirs(undefined);
      desk.dirty = !(take && theirs.kept !== undefined);
      if (take && theirs.kept !== undefined) {
        show(theirs.kept.value);
        setState({ kind: 'clean' });
      } else await keepHere().then(flush);
    };
    return { theirs: theirs.kept, keepMine: () => void over(false), takeTheirs: () => void over(true) };
  }, [theirs]);

  const settled = async () => {
    still();
    await keepHere();
    await flush();
    return waitingDraft(path) === undefined;
  };
  return { value, version: desk.version, change, state, conflict, settled };
};

/** The text of a page that is being left, for the page that comes in its place in this tab. A browser that refuses has the device's store alone. */
const lastWords = {
  keep: (path: string, typed: { value: unknown; version: number }): void => {
    try { sessionStorage.setItem(`typed ${path}`, JSON.stringify(typed)); } catch { /* full or forbidden */ }
  },
  take: <T>(path: string): { value: T; version: number } | undefined => {
    try {
      const kept = sessionStorage.getItem(`typed ${path}`);
      sessionStorage.removeItem(`typed ${path}`);
      return kept === null ? undefined : (JSON.parse(kept) as { value: T; version: number });
    } catch {
      return undefined;
    }
  },
};

type Hands<T> = {
  show: (value: T) => void;
  setState: (next: DraftState | ((now: DraftState) => DraftState)) => void;
  clash: (refused?: Refused) => Promise<void>;
  keepHere: () => Promise<void>;
};

/** Follows the draft of `path` in the outbox: what was left from before, what was answered, what waits. */
const watchDraft = <T extends object>(path: string, nodeVersion: number, desk: Desk<T>, { show, setState, clash, keepHere }: Hands<T>): (() => void) => {
  const found = async (left: Intent | undefined) => {
    // What this page wrote itself is older than what stands on its desk by now.
    if (left === undefined || desk.dirty || desk.wrote) return;
    const { version, ...rest } = (left.next ?? left.body) as Versioned;
    show(rest as T);
    if (left.refused?.family === 'conflict' || (version < nodeVersion && left.tried !== true)) await clash(left.refused);
    else setState(left.refused ? { kind: 'refused', refused: left.refused } : { kind: 'device', at: left.at });
  };
  // A draft left from before may have gone while this page's code was still coming: the page was drawn without it.
  const gone = reachedDraft(path);
  if (gone !== undefined && gone.version > nodeVersion) {
    const { version, ...rest } = gone;
    show(rest as T);
    desk.version = version;
  }
  let known = waitingDraft(path) !== undefined;
  void found(waitingDraft(path));
  const stopOutbox = onOutbox(() => {
    const left = waitingDraft(path);
    // The outbox is read once after the page stands: a draft left from before is found then.
    if (left !== undefined && !known) void found(left);
    known ||= left !== undefined;
    if (left?.tried === true && left.refused === undefined && !isSending()) setState((now) => (now.kind === 'device' ? now : { kind: 'device', at: new Date().toISOString() }));
  });
  const stopSettled = onSettled(({ intent, answer }) => {
    if (intent.slot !== path) return;
    if (answer.ok) {
      desk.version = versionIn(answer.value) ?? desk.version + 1;
      if (!desk.dirty) setState({ kind: 'saved', at: (answer.value as { savedAt?: string }).savedAt ?? new Date().toISOString() });
    } else if (answer.family === 'conflict') void clash(answer);
    else setState({ kind: 'refused', refused: answer });
  });
  // A tab that is put away may never come back, and a reload does not wait for the device's store: the last letters go where a reload finds them at once.
  const leave = () => void keepHere().then(flush);
  const hide = () => {
    if (desk.dirty || desk.pending > 0) lastWords.keep(path, { value: desk.value, version: desk.version });
    leave();
  };
  const back = () => void lastWords.take(path); // the page itself came back, with its text
  const last = lastWords.take<T>(path);
  if (last !== undefined && JSON.stringify(last.value) !== JSON.stringify(desk.value)) {
    show(last.value);
    desk.version = last.version;
    desk.dirty = true;
    setState({ kind: 'typing' });
    leave();
  }
  addEventListener('pagehide', hide);
  addEventListener('pageshow', back);
  return () => {
    leave();
    stopOutbox();
    stopSettled();
    removeEventListener('pagehide', hide);
    removeEventListener('pageshow', back);
  };
};
