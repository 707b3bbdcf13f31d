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
  readonly decode: (bytes: Uint8Array<ArrayBuffer>, format: FrameFormat) => Promise<{ ok: true; value: DecodedFrame } | { ok: false }>;
};

/** Neighbours are joined into one request up to this size or count; four requests at a time, nearest first. */
const JOIN_BYTES = 1024 * 1024;
const JOIN_FRAMES = 8;
const IN_FLIGHT = 4;

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

export type FullFrames = {
  /** Brings these frames, first ones first; what was asked before and is not among them is given up. */
  want(frames: readonly number[]): void;
  dispose(): void;
};

type Flight = { readonly frames: ReadonlySet<number>; readonly abort: AbortController };

/** @param arrived hears each decoded frame; @param failed hears why frames cannot be had */
export function fullFrames(run: FullRun, arrived: (frame: number, decoded: DecodedFrame) => void, failed: (why: Trouble) => void): FullFrames {
  const flights = new Set<Flight>();
  let waiting: number[][] = [];
  let disposed = false;
  const launch = (): void => {
    while (!disposed && flights.size < IN_FLIGHT) {
      const group = waiting.shift();
      if (!group) return;
      const flight: Flight = { frames: new Set(group), abort: new AbortController() };
      flights.add(flight);
      bring(run, group, flight.abort.signal, (frame, decoded) => {
        if (!disposed) arrived(frame, decoded);
      })
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
    want(frames) {
      const asked = new Set(frames);
      for (const flight of flights) if (![...flight.frames].some((frame) => asked.has(frame))) flight.abort.abort();
      const coming = new Set([...flights].filter(({ abort }) => !abort.signal.aborted).flatMap(({ frames: own }) => [...own]));
      waiting = joinRanges(
        frames.filter((frame) => !coming.has(frame)),
        run.offsets,
      );
      launch();
    },
    dispose() {
      disposed = true;
      waiting = [];
      for (const { abort } of flights) abort.abort();
    },
  };
}

async function bring(run: FullRun, group: readonly number[], signal: AbortSignal, arrived: (frame: number, decoded: DecodedFrame) => void): Promise<void> {
  const [first, last] = [run.offsets[group[0] ?? 0], run.offsets[group.at(-1) ?? 0]];
  if (!first || !last) return;
  const { bytes, base } = await bytesOf(run, first.offset, last.offset + last.length - first.offset, signal);
  for (const frame of group) {
    const { offset, length } = run.offsets[frame] ?? first;
    const decoded = await run.decode(bytes.slice(offset - base, offset - base + length), run.format);
    if (signal.aborted) return;
    if (!decoded.ok) throw new Undecodable('a frame cannot be decoded');
    arrived(frame, decoded.value);
  }
}

async function bytesOf({ url, read }: FullRun, offset: number, length: number, signal: AbortSignal): Promise<{ bytes: Uint8Array<ArrayBuffer>; base: number }> {
  if (read) return { bytes: await read(offset, length, signal), base: offset };
  const response = await fetch(url, { signal, headers: { range: `bytes=${offset}-${offset + length - 1}` } });
  if (!response.ok) throw new Unreachable(`frames: ${response.status}`);
  // A server that ignores ranges sends the whole file.
  return { bytes: new Uint8Array(await response.arrayBuffer()), base: response.status === 206 ? offset : 0 };
}
