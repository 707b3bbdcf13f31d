// Sends what the shelf holds: every still first, then every preview, then the full films. It lives beside the pages, so that sending goes on
// while the case is written, and takes up after a reload at the chunk where it stood.
import { api } from '#web/api.ts';
import { setBytesBeside } from '#web/beside-outbox.ts';
import { device } from '#web/device.ts';
import { isAway, onNet } from '#web/net.ts';
import { type Refused, refusedAs } from '#web/refusals.ts';
import { lineMeter } from './line-meter.ts';
import { mayGo, onLine } from './link.ts';
import { alter, drop, fileOf, type Kept, kept, onShelf, sent, type Tier, tiers } from './shelf.ts';
import { sendFile, type SendEnd } from './tus.ts';
import { WAITING } from './waiting.ts';

export type Sending = {
  /** What goes now, with its bytes so far. */
  readonly now: { readonly id: string; readonly tier: Tier; readonly sent: number } | undefined;
  readonly runs: readonly Kept[];
  /** Waits for the network, or for a node that asks for patience. */
  readonly resting: boolean;
  /** Bytes a second, measured; 0 before the first chunk. */
  readonly rate: number;
};

let state: Sending = { now: undefined, runs: [], resting: false, rate: 0 };
const listeners = new Set<() => void>();
const meter = lineMeter();
let stopNow: (() => void) | undefined;
let working = false;
let again = false;
let wait = 2000;
let timer: ReturnType<typeof setTimeout> | undefined;

export const sendingNow = (): Sending => state;
export const onSending = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};
const set = (change: Partial<Sending>): void => {
  state = { ...state, ...change };
  setBytesBeside(bytesLeft(state));
  for (const listener of listeners) listener();
};

const bytesLeft = ({ runs, now }: Sending): number =>
  runs.filter(({ going, refused }) => going && refused === undefined).reduce((all, run) =>
    all + tiers.reduce((sum, tier) => sum + (run.parts[tier]?.done === false ? (run.parts[tier]?.bytes ?? 0) - (now?.id === run.id && now.tier === tier ? now.sent : 0) : 0), 0), 0);

const person = async (): Promise<string> => (await device.get<string>('kept', 'person')) ?? '';
const look = async (): Promise<void> => {
  const runs = await kept(await person());
  noteWaiting(runs.some(({ going, refused }) => going && refused === undefined));
  set({ runs });
};

// On other pages a flag tells whether there is anything to load this for.
const noteWaiting = (waits: boolean): void => {
  try {
    if (waits) localStorage.setItem(WAITING, '1');
    else localStorage.removeItem(WAITING);
  } catch {
    // Private window: sending goes on from the images page itself.
  }
};

/** The next thing to send: stills of all runs before previews of all before films of all. */
export const nextPart = (runs: readonly Kept[], heavy: boolean): { run: Kept; tier: Tier } | undefined => {
  for (const tier of tiers) {
    for (const run of runs) {
      if (!run.going || run.refused !== undefined || (tier === 't2' && !heavy && !run.hurry)) continue;
      const part = run.parts[tier];
      if (part !== undefined && !part.done) return { run, tier };
    }
  }
  return undefined;
};

/** Begins, or looks again at once when something was added. */
export const kick = (): void => {
  clearTimeout(timer);
  again = true;
  if (working) return;
  working = true;
  void alone(work).finally(() => {
    working = false;
    stopNow = undefined;
    set({ now: undefined });
    if (again) kick();
  });
};

// One tab at a time: the others wait here and take over when it closes.
const alone = (task: () => Promise<void>): Promise<void> => ('locks' in navigator ? (navigator.locks.request('hamdel-images', task) as Promise<void>) : task());

const work = async (): Promise<void> => {
  for (;;) {
    again = false;
    await clearWhole();
    await look();
    const next = nextPart(state.runs, mayGo());
    if (next === undefined) return;
    if (isAway()) return rest();
    const end = next.run.announced ? await send(next.run, next.tier) : await announce(next.run);
    if (end.kind === 'passing') return rest();
    if (end.kind === 'refused') await alter(next.run.id, (run) => ({ ...run, refused: end.refused }));
    else wait = 2000;
    set({ resting: false });
  }
};

const rest = (): void => {
  set({ resting: true, now: undefined });
  clearTimeout(timer);
  timer = setTimeout(kick, wait);
  wait = Math.min(60_000, wait * 2);
};

const announce = async ({ id, caseId, kind, position, sidecar, certificate }: Kept): Promise<SendEnd> => {
  const answer = await api.post(`/api/cases/${caseId}/runs`, { id, kind, label: '', position, sidecar, certificate }, { key: `run-${id}` });
  // The run is there already when an answer was lost for longer than the node keeps receipts.
  if (answer.ok || answer.code === 'web.alreadyDone') {
    await alter(id, (run) => ({ ...run, announced: true }));
    return { kind: 'sent' };
  }
  return isPassing(answer) ? { kind: 'passing' } : { kind: 'refused', refused: answer };
};

const send = async (run: Kept, tier: Tier): Promise<SendEnd> => {
  const file = await fileOf(run.id, tier);
  const part = run.parts[tier];
  if (file === undefined || part === undefined) return { kind: 'refused', refused: refusedAs('invalid', 'cases.images.code.sourceGone') };
  set({ now: { id: run.id, tier, sent: 0 } });
  meter.start();
  const end = await sendFile({
    runId: run.id, tier, file, sha256: part.sha256, stop: (stop) => { stopNow = stop; },
    progress: (bytes) => set({ now: { id: run.id, tier, sent: bytes }, rate: meter.at(bytes) }),
  });
  if (end.kind === 'sent') {
    await sent(run.id, tier);
    for (const listener of arrived) listener({ caseId: run.caseId, runId: run.id, tier });
  }
  return end;
};

/** Rows stay until the whole drop of their case is on the node: the totals on the screen do not shrink. */
export const wholeOnNode = (runs: readonly Kept[]): readonly Kept[] => {
  const going = runs.filter((run) => run.going);
  const open = new Set(going.filter(({ parts }) => tiers.some((tier) => parts[tier]?.done === false)).map(({ caseId }) => caseId));
  return going.filter(({ caseId }) => !open.has(caseId));
};
// Before each look, not after a sending: a page left in between would leave rows that nothing clears.
const clearWhole = async (): Promise<void> => {
  for (const { id } of wholeOnNode(await kept(await person()))) await drop(id);
};

const isPassing = (refused: Refused): boolean => refused.family === 'offline' || refused.family === 'too-many' || refused.family === 'fault' || refused.code === 'web.signInFirst';

export type Arrived = { readonly caseId: string; readonly runId: string; readonly tier: Tier };
const arrived = new Set<(one: Arrived) => void>();
/** Told when the node has verified and kept a tier. */
export const onArrived = (listener: (one: Arrived) => void): (() => void) => {
  arrived.add(listener);
  return () => void arrived.delete(listener);
};

/** The person said: send. `from` is how many runs the case has already. */
export const sendRuns = async (ids: readonly string[], from: number): Promise<void> => {
  for (const [n, id] of ids.entries()) await alter(id, (run) => ({ ...run, going: true, position: from + n }));
  kick();
};

export const hurry = async (ids: readonly string[]): Promise<void> => {
  for (const id of ids) await alter(id, (run) => ({ ...run, hurry: true }));
  kick();
};

/** Takes a run off the shelf, in mid-upload as well. */
export const giveUp = async (id: string): Promise<void> => {
  if (state.now?.id === id) stopNow?.();
  await drop(id);
  kick();
};

let awake = false;
/** Once a page: listens to the network, the link's kind and the shelf, and sends what waits. */
export const wakeUploader = (): void => {
  if (awake) {
    kick();
    return;
  }
  awake = true;
  onShelf(() => void look());
  onNet(() => {
    wait = 2000;
    if (isAway()) stopNow?.();
    else kick();
  });
  onLine(kick);
  // A laptop that slept has timers of yesterday.
  document.addEventListener('visibilitychange', () => { if (document.visibilityState === 'visible' && state.resting) kick(); });
  kick();
};
