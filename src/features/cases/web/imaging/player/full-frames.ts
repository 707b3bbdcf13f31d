import type { DecodedFrame } from 'imaging/browser/protocol';
import type { FrameFormat } from 'imaging/pixels/format';
import { type Trouble, troubleOf, Undecodable, Unreachable } from './trouble.ts';

export type ByteRange = { readonly offset: number; readonly length: number };

/** Where full-fidelity frames come from: a clean DICOM file by ranges, decoded in the worker. */
export type FullRun = {
  readonly url: string;
  readonly offsets: readonly ByteRange[];
  readonly format: FrameFormat;
  /** Brings bytes from elsewhere than `url`: a page that shows how much of the file has come. */
  readonly read?: (offset: number, length: number, signal: AbortSignal) => Promise<Uint8Array<ArrayBuffer>>;
  /** Bytes of each frame that hold half its size, where frames are laid out so. */
  readonly halves?: readonly number[];
  readonly decode: (bytes: Uint8Array<ArrayBuffer>, format: FrameFormat, level?: number) => Promise<{ ok: true; value: DecodedFrame } | { ok: false }>;
};

/** Neighbours are joined into one request up to this size or count; four requests at a time, nearest first. */
const JOIN_BYTES = 1024 * 1024;
const JOIN_FRAMES = 8;
const IN_FLIGHT = 4;
/** A smaller frame comes whole with its neighbours: its half would not be there sooner. The one that is looked at always comes by halves. */
const HALVED_FROM_BYTES = 128 * 1024;

/** Runs of neighbouring frames that one request should bring, in the order the frames were asked for. */
export function joinRanges(wanted: readonly number[], offsets: readonly ByteRange[]): number[][] {
  const groups: number[][] = [];
  const left = new Set(wanted);
  for (const frame of wanted) {
    if (!left.delete(frame)) continue;
    const group = [frame];
    let bytes = offsets[frame]?.length ?? 0;
    for (let next = frame + 1; left.has(next) && group.length < JOIN_FRAMES; next++) {
      const own = offsets[next];
      const before = offsets[next - 1];
      if (!own || !before || own.offset < before.offset || bytes + own.length > JOIN_BYTES) break;
      bytes = own.offset + own.length - (offsets[frame]?.offset ?? 0);
      group.push(next);
      left.delete(next);
    }
    groups.push(group);
  }
  return groups;
}

/** One request: frames that come whole, the first part of one, or what was left of it. */
export type Errand = { readonly frames: readonly number[]; readonly part: 'whole' | 'half' | 'rest' };

/**
 * The requests for the frames that are wanted, most wanted first. First parts come before all else, so that something true is seen;
 * `seen` are frames whose half is there already, and of which the rest is enough when its bytes are still held.
 */
export function errands(wanted: readonly number[], { offsets, halves }: Pick<FullRun, 'offsets' | 'halves'>, seen: ReadonlySet<number>, held: ReadonlySet<number>): Errand[] {
  const inHalves = (frame: number, place: number): boolean => halves !== undefined && (place === 0 || (offsets[frame]?.length ?? 0) >= HALVED_FROM_BYTES);
  const halved = new Set(wanted.filter((frame, place) => held.has(frame) || (inHalves(frame, place) && !seen.has(frame))));
  const first = wanted.filter((frame) => halved.has(frame) && !held.has(frame)).map((frame): Errand => ({ frames: [frame], part: 'half' }));
  const whole = joinRanges(wanted.filter((frame) => !halved.has(frame)), offsets).map((frames): Errand => ({ frames, part: 'whole' }));
  const rest = wanted.filter((frame) => halved.has(frame)).map((frame): Errand => ({ frames: [frame], part: 'rest' }));
  const rank = ({ frames }: Errand): number => wanted.indexOf(frames[0] as number);
  return [...first, ...[...whole, ...rest].sort((a, b) => rank(a) - rank(b))];
}

export type FullFrames = {
  /** Brings these frames, first ones first; what was asked before and is not among them is given up. Of `seen` the half was brought. */
  want(frames: readonly number[], seen: ReadonlySet<number>): void;
  dispose(): void;
};

type Arrived = (frame: number, decoded: DecodedFrame) => void;
type Flight = { readonly errand: Errand; readonly abort: AbortController };

/** @param arrived hears each decoded frame, the half of one before its whole; @param failed hears why frames cannot be had */
export function fullFrames(run: FullRun, arrived: Arrived, failed: (why: Trouble) => void): FullFrames {
  const flights = new Set<Flight>();
  /** First parts that wait for their rest; only of frames that are wanted. */
  const held = new Map<number, Uint8Array<ArrayBuffer>>();
  let waiting: Errand[] = [];
  let disposed = false;
  const hear: Arrived = (frame, decoded) => {
    if (!disposed) arrived(frame, decoded);
  };
  /** The rest of a frame waits until its first part is there. */
  const next = (): Errand | undefined => {
    const index = waiting.findIndex(({ frames, part }) => part !== 'rest' || held.has(frames[0] as number));
    return index < 0 ? undefined : waiting.splice(index, 1)[0];
  };
  const launch = (): void => {
    while (!disposed && flights.size < IN_FLIGHT) {
      const errand = next();
      if (!errand) return;
      const flight: Flight = { errand, abort: new AbortController() };
      flights.add(flight);
      bring(run, errand, held, flight.abort.signal, hear)
        .catch((error: unknown) => {
          if (!flight.abort.signal.aborted && !disposed) failed(troubleOf(error, 'network'));
        })
        .finally(() => {
          flights.delete(flight);
          launch();
        });
    }
  };
  return {
    want(frames, seen) {
      const asked = new Set(frames);
      for (const { errand, abort } of flights) if (!errand.frames.some((frame) => asked.has(frame))) abort.abort();
      for (const frame of held.keys()) if (!asked.has(frame)) held.delete(frame);
      const going = [...flights].filter(({ abort }) => !abort.signal.aborted).map(({ errand }) => errand);
      const coming = new Set(going.flatMap((one) => (one.part === 'half' ? [] : one.frames)));
      const halfway = new Set(going.flatMap((one) => (one.part === 'half' ? one.frames : [])));
      waiting = errands(frames.filter((frame) => !coming.has(frame)), run, seen, new Set([...held.keys(), ...halfway]));
      launch();
    },
    dispose() {
      disposed = true;
      waiting = [];
      held.clear();
      for (const { abort } of flights) abort.abort();
    },
  };
}

async function bring(run: FullRun, { frames, part }: Errand, held: Map<number, Uint8Array<ArrayBuffer>>, signal: AbortSignal, arrived: Arrived): Promise<void> {
  const frame = frames[0] ?? 0;
  const range = run.offsets[frame];
  const half = run.halves?.[frame] ?? 0;
  if (!range) return;
  if (part === 'whole') return bringWhole(run, frames, signal, arrived);
  if (part === 'half') {
    const { bytes, base } = await bytesOf(run, range.offset, half, signal);
    const prefix = bytes.slice(range.offset - base, range.offset - base + half);
    held.set(frame, prefix);
    const decoded = await run.decode(prefix.slice(), run.format, 1);
    // A half that cannot be decoded is no fault of the whole.
    if (!signal.aborted && decoded.ok) arrived(frame, decoded.value);
    return;
  }
  const prefix = held.get(frame);
  const { bytes, base } = await bytesOf(run, range.offset + half, range.length - half, signal);
  if (!prefix) return;
  const whole = new Uint8Array(range.length);
  whole.set(prefix);
  whole.set(bytes.subarray(range.offset + half - base, range.offset + range.length - base), half);
  held.delete(frame);
  await decodeOne(run, frame, whole, signal, arrived);
}

async function decodeOne(run: FullRun, frame: number, bytes: Uint8Array<ArrayBuffer>, signal: AbortSignal, arrived: Arrived): Promise<void> {
  const decoded = await run.decode(bytes, run.format);
  if (signal.aborted) return;
  if (!decoded.ok) throw new Undecodable('a frame cannot be decoded');
  arrived(frame, decoded.value);
}

async function bringWhole(run: FullRun, group: readonly number[], signal: AbortSignal, arrived: Arrived): Promise<void> {
  const [first, last] = [run.offsets[group[0] ?? 0], run.offsets[group.at(-1) ?? 0]];
  if (!first || !last) return;
  const { bytes, base } = await bytesOf(run, first.offset, last.offset + last.length - first.offset, signal);
  for (const frame of group) {
    const { offset, length } = run.offsets[frame] ?? first;
    await decodeOne(run, frame, bytes.slice(offset - base, offset - base + length), signal, arrived);
    if (signal.aborted) return;
  }
}

async function bytesOf({ url, read }: FullRun, offset: number, length: number, signal: AbortSignal): Promise<{ bytes: Uint8Array<ArrayBuffer>; base: number }> {
  if (read) return { bytes: await read(offset, length, signal), base: offset };
  const response = await fetch(url, { signal, headers: { range: `bytes=${offset}-${offset + length - 1}` } });
  if (!response.ok) throw new Unreachable(`frames: ${response.status}`);
  // A server that ignores ranges sends the whole file.
  return { bytes: new Uint8Array(await response.arrayBuffer()), base: response.status === 206 ? offset : 0 };
}
