// Which runs a person looks at now, what of them must be ticked, and why it cannot go yet.
import { covers, type Desk, type DeskMask, type Item, type Picture } from './desk.ts';

/** Runs without a proposal are looked at three at a time: a disc of fifteen takes five confirmations. */
export const TOGETHER = 3;

/** Suspicious frames shown where nothing was found in them: outliers of motion, as a rule. */
const OUTLIERS = 2;

/** The strip as a person looks at it: all but the third and later suspicious frame without a proposal of its own. */
export const worthLooking = <P extends Pick<Picture, 'kind' | 'frame'>>(strip: readonly P[], proposals: readonly Pick<DeskMask, 'frames'>[]): P[] => {
  const own = proposals.filter(({ frames }) => frames !== 'all');
  let outliers = 0;
  return strip.filter((picture) => picture.kind !== 'suspicious' || own.some((mask) => covers(mask, picture)) || ++outliers <= OUTLIERS);
};

/** Pictures that need a tick of their own: where a mask stands in some frames only, and one picture for all masks of the whole run. */
export const toTick = ({ look, masks }: Item): number[] => {
  const pictures = look?.pictures ?? [];
  const some = masks.filter(({ frames }) => frames !== 'all');
  const wanted = new Set(pictures.flatMap((picture, n) => (some.some((mask) => covers(mask, picture)) ? [n] : [])));
  if (masks.some(({ frames }) => frames === 'all')) {
    const best = pictures.findIndex(({ kind }) => kind === 'static');
    wanted.add(best >= 0 ? best : Math.max(0, pictures.findIndex(({ kind }) => kind === 'suspicious')));
  }
  return [...wanted].sort((a, b) => a - b);
};

/** The runs on the table now: one alone when something is to be covered, else up to three. */
export const underTheEyes = ({ items }: Desk): readonly Item[] => {
  const open = items.filter(({ state }) => state === 'look');
  const [first] = open;
  if (first === undefined) return [];
  if (first.masks.length > 0) return [first];
  const next = open.findIndex(({ masks }) => masks.length > 0);
  return open.slice(0, Math.min(TOGETHER, next < 0 ? open.length : next));
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
