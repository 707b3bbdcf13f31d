import { advance, frameAtPlace, wrapFrame } from './clock.ts';

/** A tab that was away longer than this goes on where it was, not where it would be. */
const LONGEST_STEP_MS = 250;

/** Where a run stands in time. Reads no clock: whoever paints tells it the time. */
export class Playhead {
  readonly times: readonly number[];
  frame = 0;
  speed = 1;
  playing = false;
  #placeMs = 0;
  #tickedAt: number | null = null;

  constructor(times: readonly number[]) {
    this.times = times;
  }

  play(on: boolean): void {
    this.playing = on;
    this.#placeMs = this.times[this.frame] ?? 0;
    this.#tickedAt = null;
  }

  seek(frame: number): void {
    this.frame = wrapFrame(frame, this.times.length);
    this.#placeMs = this.times[this.frame] ?? 0;
  }

  /** Forgets when the last tick was, so that time away does not count. */
  rest(): void {
    this.#tickedAt = null;
  }

  /**
   * Moves on to `now` (milliseconds of any steady clock). Time waits for a frame that is not `ready`, so that a thin link
   * slows a run down instead of skipping it. True when the frame changed.
   */
  tick(now: number, ready: (frame: number) => boolean): boolean {
    if (!this.playing) return false;
    const elapsed = this.#tickedAt === null ? 0 : Math.min(LONGEST_STEP_MS, now - this.#tickedAt);
    this.#tickedAt = now;
    const next = advance(this.#placeMs, elapsed, this.speed, this.times);
    const wanted = frameAtPlace(this.times, next);
    if (wanted !== this.frame && !ready(wanted)) return false;
    this.#placeMs = next;
    if (wanted === this.frame) return false;
    this.frame = wanted;
    return true;
  }
}
