import type { DecodedFrame } from 'imaging/browser/protocol';
import { type Window, windowByPercentiles } from 'imaging/pixels/window';
import { type FrameRing, frameRing } from './frame-ring.ts';
import { type FullFrames, fullFrames } from './full-frames.ts';
import { type Picture, pictureOf } from './picture.ts';
import { Incoming } from './incoming.ts';
import { deviceMemory } from './memory.ts';
import { openPreview } from './preview-frames.ts';
import type { PreviewFrames } from './preview-run.ts';
import { type PlayerSource, fullRunOf, isColour, ownWindow } from './source.ts';
import { type Trouble, troubleOf, Unreachable } from './trouble.ts';

/** `t2-half`: stored values of half the size, out of the first part of a full frame; nothing is measured on it. */
export type Tier = 't0' | 't1' | 't2-half' | 't2';
/** `auto`: the preview while it plays, full fidelity when it rests. `t1`: not one byte of the full film is asked for. */
export type TierChoice = 'auto' | 't1' | 't2';

export type Tiers = {
  /** The best tier at hand for a frame, or null. */
  tierOf(frame: number, choice: TierChoice, resting: boolean): Exclude<Tier, 't0'> | null;
  /** The picture of a frame in a tier that `tierOf` named. */
  picture(frame: number, tier: Exclude<Tier, 't0'>): Picture | null;
  /** The stored values of a frame, once its full picture is here. */
  full(frame: number): DecodedFrame | null;
  /** Tells where the playhead is, so that the right frames are brought. `also` is wanted wherever the playhead stands. */
  attend(frame: number, choice: TierChoice, resting: boolean, also: number | null): void;
  /** Why a tier that exists is not to be had; null while all is well. */
  readonly trouble: { readonly t1: Trouble | null; readonly t2: Trouble | null };
  /** Tries once more what a broken connection kept away. */
  again(): void;
  /** Frames of the preview that are decoded. */
  readonly ready: number;
  /** The window that stored values are shown with, once known. */
  readonly window: Window | null;
  dispose(): void;
};

const loaderOf = (source: PlayerSource, keep: (frame: number, decoded: DecodedFrame) => void, giveUp: (why: Trouble) => void): FullFrames | null => {
  const run = fullRunOf(source);
  return run && fullFrames(run, keep, giveUp);
};

/** Bytes that a frame takes in memory: of the preview, and in full. */
function frameBytes(sidecar: PlayerSource['sidecar']): [number, number] {
  const pixels = sidecar.rows * sidecar.columns;
  return isColour(sidecar) ? [pixels * 1.5, pixels * 3] : [pixels, (pixels * sidecar.bitsAllocated) / 8];
}

/** @param changed hears that a frame arrived or a tier failed */
export function openTiers(source: PlayerSource, changed: (frame: number) => void): Tiers {
  const { sidecar } = source;
  const { frames } = sidecar;
  const [small, deep] = frameBytes(sidecar);
  const preview = frameRing<Picture>(frames, 1);
  const full = frameRing<DecodedFrame>(frames, 1);
  const room = [
    deviceMemory.lease((bytes) => preview.resize(Math.floor(bytes / small))),
    // Full frames take a share once one has been asked for.
    deviceMemory.lease((bytes) => full.resize(Math.floor(bytes / deep))),
  ] as const;
  if (source.t1) room[0].need(frames * small);
  let window = ownWindow(sidecar);
  let trouble: Tiers['trouble'] = { t1: null, t2: null };
  let playhead = 0;
  const cursor = previewCursor(source, preview, () => playhead, changed, (why) => {
    trouble = { ...trouble, t1: why };
    changed(playhead);
  });
  const isWhole = (one: DecodedFrame): boolean => one.rows === sidecar.rows && one.columns === sidecar.columns;
  const keep = (frame: number, decoded: DecodedFrame): void => {
    window ??= windowByPercentiles([decoded], sidecar.invert);
    if (full.get(frame) && !isWhole(decoded)) return;
    full.put(frame, decoded);
    changed(frame);
  };
  const giveUp = (why: Trouble): void => {
    trouble = { ...trouble, t2: why };
    changed(playhead);
  };
  const loader = loaderOf(source, keep, giveUp);
  return {
    tierOf(frame, choice, resting) {
      const small = preview.get(frame) !== undefined;
      const decoded = window === null ? undefined : full.get(frame);
      if (decoded && (choice === 't2' || !small || (choice === 'auto' && resting))) return isWhole(decoded) ? 't2' : 't2-half';
      return small ? 't1' : null;
    },
    picture(frame, tier) {
      const decoded = full.get(frame);
      if (tier === 't1') return preview.get(frame) ?? null;
      return decoded && window && isWhole(decoded) === (tier === 't2') ? pictureOf(decoded, window) : null;
    },
    full: (frame) => full.get(frame) ?? null,
    attend(frame, choice, resting, also) {
      playhead = frame;
      cursor.wake();
      if (!loader || trouble.t2) return;
      const around = choice === 't2' || (choice === 'auto' && (!source.t1 || trouble.t1)) ? ahead(full, frame, frames, resting ? 4 : 24) : choice === 'auto' && resting ? [frame] : [];
      if (around.length > 0) room[1].need(frames * deep);
      const needed = also === null || around.length === 0 ? around : [also, ...around];
      const halves = new Set(needed.filter((one) => { const held = full.get(one); return held && !isWhole(held); }));
      loader.want(needed.filter((one) => halves.has(one) || !full.get(one)), halves);
    },
    get trouble() {
      return trouble;
    },
    again() {
      if (trouble.t1 === 'network') cursor.again();
      trouble = { t1: trouble.t1 === 'network' ? null : trouble.t1, t2: trouble.t2 === 'network' ? null : trouble.t2 };
    },
    get ready() { return preview.size; },
    get window() {
      return window;
    },
    dispose() {
      cursor.dispose();
      loader?.dispose();
      for (const lease of room) lease.release();
      preview.clear();
      full.clear();
    },
  };
}

function ahead(ring: FrameRing<DecodedFrame>, frame: number, frames: number, count: number): number[] {
  ring.missing(frame);
  return Array.from({ length: Math.min(count, frames) }, (_, n) => (frame + n) % frames);
}

/** Decodes the preview on and on around the playhead until all that fits is there; sleeps then. */
function previewCursor(
  source: PlayerSource,
  ring: FrameRing<Picture>,
  playhead: () => number,
  arrived: (frame: number) => void,
  failed: (why: Trouble) => void,
): { wake(): void; again(): void; dispose(): void } {
  let frames: PreviewFrames | null = null;
  let disposed = false;
  let wakeUp: () => void = () => {};
  const abort = new AbortController();
  const work = async (): Promise<void> => {
    if (!source.t1) return;
    const response = await fetch(source.t1, { signal: abort.signal });
    if (!response.ok) throw new Unreachable(`preview: ${response.status}`);
    const { sidecar } = source;
    frames = await openPreview({ file: new Incoming(response), timesMs: sidecar.frameTimesMs, columns: sidecar.columns, rows: sidecar.rows, colour: isColour(sidecar) });
    while (!disposed) {
      const missing = ring.missing(playhead());
      if (missing === null) await new Promise<void>((resolve) => { wakeUp = resolve; });
      else await decodeRun(frames, missing);
    }
  };
  const decodeRun = async (from: PreviewFrames, start: number): Promise<void> => {
    let expected = start;
    for await (const { frame, picture } of from.from(start)) {
      if (disposed) return;
      ring.put(frame, picture);
      arrived(frame);
      expected = frame + 1;
      // The playhead jumped, or enough is there: the next round begins where it is needed.
      if (ring.missing(playhead()) !== expected) return;
    }
    // A cine with fewer frames than its run must not be asked for the rest for ever.
    if (expected < source.sidecar.frames && expected === start) throw new Error('the preview is short');
  };
  const start = (): void => {
    work().catch((error: unknown) => {
      if (!disposed) failed(troubleOf(error, 'codec'));
    });
  };
  start();
  return {
    wake: () => wakeUp(),
    again: start,
    dispose() {
      disposed = true;
      abort.abort();
      frames?.dispose();
      wakeUp();
    },
  };
}
