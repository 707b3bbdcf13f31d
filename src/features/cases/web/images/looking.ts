// Which runs a person looks at now, what of them must be ticked, and why it cannot go yet.
import { covers, type Desk, type Item } from './desk.ts';

/** Runs are looked at three at a time: a disc of fifteen takes five confirmations. */
export const TOGETHER = 3;

/**
 * Pictures that need a tick of their own: the first frame of the strip that shows a cover which stands in some frames only. A cover
 * of the whole run is on every picture, and the confirmation itself speaks of it. Where a cover stands in frames for which the strip
 * had no room, the picture of the brightest, which shows it, is ticked: none is applied unseen.
 */
export const toTick = ({ look, masks }: Pick<Item, 'look' | 'masks'>): number[] => {
  const pictures = [...(look?.pictures ?? []).entries()];
  let left = masks.filter(({ frames }) => frames !== 'all');
  const ticks: number[] = [];
  for (const [n, picture] of [...pictures.filter(([, { frame }]) => frame !== null), ...pictures.filter(([, { kind }]) => kind === 'brightest')]) {
    const rest = left.filter((mask) => !covers(mask, picture));
    if (rest.length < left.length) ticks.push(n);
    left = rest;
  }
  return ticks;
};

/** The runs on the table now: up to three, each picture of which must be seen; a run with covers in single frames stands alone. */
export const underTheEyes = ({ items }: Desk): readonly Item[] => {
  const open = items.filter(({ state }) => state === 'look');
  const asks = open.findIndex((item) => toTick(item).length > 0);
  if (asks === 0) return open.slice(0, 1);
  return open.slice(0, Math.min(TOGETHER, asks < 0 ? open.length : asks));
};

/** What stands between these runs and their confirmation. */
export const unlooked = (items: readonly Item[]): { readonly ticks: number; readonly unseen: number } => ({
  ticks: items.reduce((sum, item) => sum + toTick(item).filter((n) => !item.ticked.includes(n)).length, 0),
  unseen: items.reduce((sum, item) => sum + (item.look?.pictures.length ?? 0) - item.seen.length, 0),
});

export type Standing = { readonly clean: number; readonly looks: number; readonly leftOut: number; readonly refused: number; readonly working: number };
export const standingOf = ({ items }: Desk): Standing => {
  const count = (...states: Item['state'][]): number => items.filter(({ state }) => states.includes(state)).length;
  return { clean: count('ready'), looks: count('look'), leftOut: count('left-out'), refused: count('refused'), working: count('waiting', 'cleaning', 'finishing') };
};

/** Runs that a person confirmed and whose files are made; sending waits until no run is undecided. */
export const readyToSend = (desk: Desk): readonly Item[] => {
  const { looks, working } = standingOf(desk);
  return looks + working > 0 || desk.reading !== undefined ? [] : desk.items.filter(({ state }) => state === 'ready');
};

/** Two patients' discs in one case would be a grave mistake: the different patient numbers that the files carry. Shown, never sent. */
export const patientsOn = ({ items }: Desk): number =>
  new Set(items.flatMap(({ state, look }) => (state === 'left-out' ? [] : (look?.changes ?? []).filter(({ tag }) => tag === '00100020').map(({ before }) => before.trim()))).filter((one) => one !== '')).size;

/** Bytes of pictures that the worker holds open for runs which nobody decided on yet. */
export const heldBytes = ({ items }: Desk): number =>
  items.reduce((sum, { state, look }) => sum + (look !== undefined && (state === 'look' || state === 'finishing') ? 2 * look.width * look.height * look.frames : 0), 0);

/** Opening the frames takes about as long as searching them. */
const PART = { read: 0, decode: 0, search: 0.5, mask: 0, still: 1, cine: 1, seal: 1 } as const;

const cleanedShare = ({ state, stage }: Item): number => {
  if (state === 'waiting') return 0;
  if (state !== 'cleaning') return 1;
  return stage === undefined ? 0 : PART[stage.stage] + 0.5 * (stage.total > 0 ? stage.done / stage.total : 0);
};

/** Source bytes that the machine is done with, of all that lie on the desk. */
export const cleanedOf = ({ items }: Desk): { readonly done: number; readonly all: number } => ({
  done: items.reduce((sum, item) => sum + (item.bytes ?? 0) * Math.min(1, cleanedShare(item)), 0),
  all: items.reduce((sum, { bytes = 0 }) => sum + bytes, 0),
});
