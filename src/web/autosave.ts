// Saved as typed: on this device within a breath, on the node soon after; two versions are shown, never merged by us.
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Both } from '#kernel/locale.ts';
import { flush, type Intent, isSending, keepDraft, onOutbox, onSettled, type Versioned, versionIn, waitingDraft, withdraw } from './outbox.ts';
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

/**
 * A draft under PUT `path`. The body is `{ version, ...value }`, the answer `{ version, savedAt }`; a stale version is refused as a conflict with
 * `params.version`. `read` fetches what the node has, for showing both. Only one place of a page may hold the draft of a path.
 */
export const useSavedAsTyped = <T extends object>(path: string, node: Kept<T>, more: {
  what: Both;
  open: string;
  read?: (() => Promise<Answer<Kept<T>>>) | undefined;
  /** An id of a waiting intent that must be sent first (the case itself). */
  after?: readonly string[] | undefined;
}): Draft<T> => {
  const [value, setValue] = useState(node.value);
  const [state, setState] = useState<DraftState>({ kind: 'clean' });
  const [theirs, setTheirs] = useState<Other<T> | undefined>(undefined);
  const live = useRef({ value: node.value, version: node.version, dirty: false, timers: [] as ReturnType<typeof setTimeout>[] });

  const writing = () => ({
    method: 'PUT' as const, path, slot: path, what: more.what, open: more.open, after: more.after ?? [],
    body: { ...live.current.value, version: live.current.version } as Versioned,
  });
  const keepHere = async () => {
    if (!live.current.dirty) return;
    live.current.dirty = false;
    await keepDraft(writing());
  };
  const show = (next: T) => {
    live.current.value = next;
    setValue(next);
  };
  const plan = () => {
    for (const timer of live.current.timers) clearTimeout(timer);
    live.current.timers = [setTimeout(() => void keepHere(), DEVICE_MS), setTimeout(() => void keepHere().then(flush), NODE_MS)];
  };
  const change: Draft<T>['change'] = (patch) => {
    show({ ...live.current.value, ...(typeof patch === 'function' ? patch(live.current.value) : patch) });
    live.current.dirty = true;
    setState({ kind: 'typing' });
    plan();
  };

  useEffect(() => {
    const found = async (left: Intent | undefined) => {
      if (left === undefined || live.current.dirty) return;
      const { version, ...rest } = (left.next ?? left.body) as Versioned;
      show(rest as T);
      if (left.refused?.family === 'conflict' || (version < node.version && left.tried !== true)) await clash(left.refused);
      else setState(left.refused ? { kind: 'refused', refused: left.refused } : { kind: 'device', at: left.at });
    };
    const clash = async (refused?: Refused) => {
      const answer = await more.read?.();
      const told = refused?.params.version;
      setTheirs(answer?.ok ? { version: answer.value.version, kept: answer.value } : { version: typeof told === 'number' ? told : undefined, kept: undefined });
    };
    void found(waitingDraft(path));
    let known = waitingDraft(path) !== undefined;
    const stopOutbox = onOutbox(() => {
      const left = waitingDraft(path);
      // The outbox is read once after the page stands: a draft left from before is found then.
      if (left !== undefined && !known && !live.current.dirty && state.kind === 'clean') void found(left);
      known ||= left !== undefined;
      if (left?.tried === true && left.refused === undefined && !isSending()) setState((now) => (now.kind === 'device' ? now : { kind: 'device', at: new Date().toISOString() }));
    });
    const stopSettled = onSettled(({ intent, answer }) => {
      if (intent.slot !== path) return;
      if (answer.ok) {
        live.current.version = versionIn(answer.value) ?? live.current.version + 1;
        if (!live.current.dirty) setState({ kind: 'saved', at: (answer.value as { savedAt?: string }).savedAt ?? new Date().toISOString() });
      } else if (answer.family === 'conflict') void clash(answer);
      else setState({ kind: 'refused', refused: answer });
    });
    // A tab that is put away may never come back.
    const hide = () => void keepHere().then(flush);
    addEventListener('pagehide', hide);
    return () => {
      hide();
      stopOutbox();
      stopSettled();
      removeEventListener('pagehide', hide);
    };
  }, [path]);

  const conflict = useMemo((): Conflict<T> | undefined => {
    if (theirs === undefined) return undefined;
    const known = theirs.kept;
    const over = async (take: boolean) => {
      const left = waitingDraft(path);
      if (left !== undefined) await withdraw(left.id);
      live.current.version = theirs.version ?? live.current.version;
      setTheirs(undefined);
      if (take && known !== undefined) {
        live.current.dirty = false;
        show(known.value);
        setState({ kind: 'clean' });
      } else {
        live.current.dirty = true;
        await keepHere();
        await flush();
      }
    };
    return { theirs: known, keepMine: () => void over(false), takeTheirs: () => void over(true) };
  }, [theirs]);

  const settled = async () => {
    for (const timer of live.current.timers) clearTimeout(timer);
    await keepHere();
    await flush();
    return waitingDraft(path) === undefined;
  };
  return { value, version: live.current.version, change, state, conflict, settled };
};
