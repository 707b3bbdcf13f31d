// What lies on the desk between a drop and sending: pure state and its transitions. Nothing of it is stored or sent.
import type { AttributeChange, Review, Stage, StripPicture } from 'imaging/browser/protocol';
import type { Box, FrameRange, ProposalReason } from 'imaging/pixels/box';
import type { ImagingCode } from 'imaging/codes';

export type DeskMask = { readonly id: string; readonly box: Box; readonly frames: FrameRange; readonly reason: ProposalReason | 'own' };
export type Picture = Pick<StripPicture, 'kind' | 'frame'> & { readonly url: string };
export type Look = Pick<Review, 'source' | 'width' | 'height' | 'frames' | 'sidecar'> & {
  readonly pictures: readonly Picture[];
  readonly changes: readonly AttributeChange[];
  /** "LAO 40 CRA 25", or the modality. */
  readonly view: string;
};
/** Bytes of what would leave; 0 where there is no such tier. */
export type Sizes = { readonly t0: number; readonly t1: number; readonly t2: number };
/** Reasons of the instrument, and of the desk itself: unreadable, a series that is no run, more runs than a case takes, a worker that ended. */
export type DeskCode = ImagingCode | 'unreadable' | 'series-long' | 'too-many-runs' | 'worker-ended';
export type DeskReason = { readonly code: DeskCode; readonly params: Readonly<Record<string, string | number>> };

/** waiting → cleaning → look → finishing → ready; left-out and refused end it, and waiting takes it up again. */
export type ItemState = 'waiting' | 'cleaning' | 'look' | 'finishing' | 'ready' | 'left-out' | 'refused';
export type Item = {
  /** Becomes the run's id. */
  readonly id: string;
  /** The file's name: shown here, never sent. */
  readonly name: string;
  /** Of the source, unpacked. */
  readonly bytes?: number;
  /** What the file was, when it became a picture, or of a film a run, on the way here. */
  readonly from?: 'ecg' | 'page' | 'film' | 'photo';
  readonly state: ItemState;
  readonly stage?: { readonly stage: Stage; readonly done: number; readonly total: number };
  readonly look?: Look;
  readonly masks: readonly DeskMask[];
  /** Pictures a person ticked, and pictures that were on the screen, by their place in the strip. */
  readonly ticked: readonly number[];
  readonly seen: readonly number[];
  readonly reason?: DeskReason;
  readonly sizes?: Sizes;
  readonly still?: string;
  /** Copies of a screen are left out unless a person takes them up, and so are papers that lay beside runs (false). */
  readonly wanted?: boolean;
};

/** A dropped file that is no picture we can send: one line each, and the others go on. */
export type Aside = { readonly name: string; readonly reason: DeskReason };
export type Desk = {
  readonly items: readonly Item[];
  readonly asides: readonly Aside[];
  readonly reading?: { readonly bytes: number; readonly allBytes: number };
};
export const emptyDesk: Desk = { items: [], asides: [] };

export type Event =
  | { readonly kind: 'reading'; readonly bytes: number; readonly allBytes: number }
  | { readonly kind: 'read'; readonly items: readonly Pick<Item, 'id' | 'name' | 'bytes' | 'from' | 'wanted'>[]; readonly asides: readonly Aside[] }
  | { readonly kind: 'restored'; readonly items: readonly Item[] }
  | { readonly kind: 'cleaning'; readonly id: string; readonly stage: Stage; readonly done: number; readonly total: number }
  | { readonly kind: 'proposed'; readonly id: string; readonly look: Look; readonly masks: readonly DeskMask[] }
  | { readonly kind: 'refused'; readonly id: string; readonly reason: DeskReason }
  | { readonly kind: 'seen' | 'ticked' | 'unticked'; readonly id: string; readonly picture: number }
  | { readonly kind: 'masked'; readonly id: string; readonly mask: DeskMask }
  | { readonly kind: 'unmasked'; readonly id: string; readonly mask: string }
  | { readonly kind: 'confirmed'; readonly ids: readonly string[] }
  | { readonly kind: 'finished'; readonly id: string; readonly sizes: Sizes; readonly still: string }
  | { readonly kind: 'left-out' | 'again'; readonly id: string }
  | { readonly kind: 'sent'; readonly ids: readonly string[] }
  | { readonly kind: 'asides-read' };

const change = (desk: Desk, id: string, how: (item: Item) => Item): Desk => ({ ...desk, items: desk.items.map((one) => (one.id === id ? how(one) : one)) });
const without = (list: readonly number[], one: number): readonly number[] => list.filter((other) => other !== one);

export const reduce = (desk: Desk, event: Event): Desk => {
  switch (event.kind) {
    case 'reading': return { ...desk, reading: { bytes: event.bytes, allBytes: event.allBytes } };
    case 'read': {
      const { reading: _, ...rest } = desk;
      return { ...rest, items: [...desk.items, ...event.items.map((one): Item => ({ ...one, ...fresh }))], asides: [...desk.asides, ...event.asides] };
    }
    case 'restored': return { ...desk, items: [...event.items.filter((one) => !desk.items.some((other) => other.id === one.id)), ...desk.items] };
    case 'sent': return { ...desk, items: desk.items.filter((one) => !event.ids.includes(one.id)) };
    case 'asides-read': return { ...desk, asides: [] };
    case 'confirmed': return { ...desk, items: desk.items.map((one) => (event.ids.includes(one.id) && one.state === 'look' ? { ...one, state: 'finishing' as const } : one)) };
    default: return change(desk, event.id, (item) => step(item, event));
  }
};

const fresh = { state: 'waiting', masks: [], ticked: [], seen: [] } as const;

type ItemEvent = Exclude<Event, { kind: 'reading' | 'read' | 'restored' | 'sent' | 'asides-read' | 'confirmed' }>;
const step = (item: Item, event: ItemEvent): Item => {
  switch (event.kind) {
    case 'cleaning': return { ...item, state: item.state === 'waiting' ? 'cleaning' : item.state, stage: { stage: event.stage, done: event.done, total: event.total } };
    case 'proposed': return { ...bare(item), state: item.wanted === false || (event.look.sidecar?.capture === true && item.wanted !== true) ? 'left-out' : 'look', look: event.look, masks: event.masks };
    case 'refused': return { ...bare(item), state: 'refused', reason: event.reason };
    case 'seen': return item.seen.includes(event.picture) ? item : { ...item, seen: [...item.seen, event.picture] };
    case 'ticked': return { ...item, ticked: [...without(item.ticked, event.picture), event.picture] };
    case 'unticked': return { ...item, ticked: without(item.ticked, event.picture) };
    case 'masked': return untick({ ...item, masks: [...item.masks.filter(({ id }) => id !== event.mask.id), event.mask] }, [event.mask, ...item.masks.filter(({ id }) => id === event.mask.id)]);
    case 'unmasked': return untick({ ...item, masks: item.masks.filter(({ id }) => id !== event.mask) }, item.masks.filter(({ id }) => id === event.mask));
    case 'finished': return { ...bare(item), state: 'ready', sizes: event.sizes, still: event.still };
    case 'left-out': return { ...bare(item), state: 'left-out' };
    case 'again': return { ...sourceOf(item), ...fresh, wanted: true };
  }
};

const sourceOf = ({ id, name, bytes, from }: Item): Pick<Item, 'id' | 'name' | 'bytes' | 'from'> => ({
  id, name, ...(bytes === undefined ? {} : { bytes }), ...(from === undefined ? {} : { from }),
});

const bare = ({ stage: _stage, reason: _reason, ...rest }: Item): Item => rest;

/** A tick stands for what was looked at: where a mask moved, it is taken back. */
const untick = (item: Item, masks: readonly DeskMask[]): Item => {
  const touched = (item.look?.pictures ?? []).flatMap((picture, n) => (masks.some((mask) => covers(mask, picture)) ? [n] : []));
  return { ...item, ticked: item.ticked.filter((n) => !touched.includes(n)) };
};

/** Of the pictures made of all frames the static one shows covers of all frames, the two extremes show every cover, and the enlarged borders, of another scale, none. */
export const covers = ({ frames }: Pick<DeskMask, 'frames'>, { kind, frame }: Pick<Picture, 'kind' | 'frame'>): boolean => {
  if (frame !== null) return frames === 'all' || (frame >= frames.from && frame <= frames.to);
  return kind === 'brightest' || kind === 'darkest' || (kind === 'static' && frames === 'all');
};
