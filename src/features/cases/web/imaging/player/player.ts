import type { DecodedFrame } from 'imaging/browser/protocol';
import type { Subtraction } from './look.ts';
import { frameBeforeContrast, sampled } from './mask-frame.ts';
import type { Picture } from './picture.ts';
import { Playhead } from './playhead.ts';
import type { Player, PlayerState } from './player-state.ts';
import { Screen } from './screen.ts';
import { isColour, type PlayerSource } from './source.ts';
import { type Tier, type TierChoice, type Tiers, openTiers } from './tiers.ts';
import { type Point, fromScreenAxes } from './view.ts';

/** The playhead must rest this long before a full frame is fetched. */
const REST_MS = 200;

/** A cine player on a canvas: WebGL2, true frame times, window and view on the GPU. Starts paused on the first frame. */
export function createPlayer(canvas: HTMLCanvasElement, source: PlayerSource): Player {
  return new CinePlayer(canvas, source);
}

class CinePlayer implements Player {
  readonly #source: PlayerSource;
  readonly #stop = new AbortController();
  readonly #head: Playhead;
  readonly #screen: Screen;
  readonly #tiers: Tiers;
  readonly #sizes: ResizeObserver;
  readonly #frameEars = new Set<(frame: number) => void>();
  readonly #changeEars = new Set<(state: PlayerState) => void>();
  #choice: TierChoice = 'auto';
  #shown: { frame: number; tier: Tier } | null = null;
  #poster: Picture | null = null;
  #subtraction: Subtraction | null = null;
  #masked: { frame: number; tier: Tier } | null = null;
  /** The mask was chosen from the frames at hand, before all were. */
  #guessed = false;
  #scheduled = 0;
  #restedSince = 0;
  #restTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(canvas: HTMLCanvasElement, source: PlayerSource) {
    const { sidecar } = source;
    this.#source = source;
    this.#head = new Playhead(sidecar.frameTimesMs);
    this.#screen = new Screen(canvas, { width: sidecar.columns, height: sidecar.rows }, () => this.#again(), this.#stop.signal);
    this.#tiers = openTiers(source, () => this.#arrived());
    this.#sizes = new ResizeObserver(() => this.#schedule());
    this.#sizes.observe(canvas);
    document.addEventListener('visibilitychange', () => this.#seenAgain(), { signal: this.#stop.signal });
    this.#loadPoster();
    this.#attend();
  }

  play(): void {
    this.#play(true);
  }

  pause(): void {
    this.#play(false);
  }

  toggle(): void {
    this.#play(!this.#head.playing);
  }

  step(frames: number): void {
    this.#head.play(false);
    this.seek(this.#head.frame + frames);
  }

  seek(frame: number): void {
    this.#head.seek(frame);
    this.#attend();
    this.#changed();
  }

  speed(times: number): void {
    this.#head.speed = times;
    this.#changed();
  }

  window(center: number, width: number): void {
    this.#screen.window(center, width);
    this.#changed();
  }

  zoom(factor: number, at?: Point): void {
    this.#screen.zoom(factor, at);
    this.#changed();
  }

  pan(x: number, y: number): void {
    this.#screen.pan(x, y);
    this.#changed();
  }

  turn(quarters: number): void {
    this.#screen.turn(quarters);
    this.#changed();
  }

  flip(axis: 'x' | 'y'): void {
    this.#screen.flip(axis);
    this.#changed();
  }

  invert(on?: boolean): void {
    this.#screen.invert(on);
    this.#changed();
  }

  sharpen(on?: boolean): void {
    this.#screen.sharpen(on);
    this.#changed();
  }

  fit(): void {
    this.#screen.fit();
    this.#changed();
  }

  actual(): void {
    this.#screen.actual();
    this.#changed();
  }

  upright(): void {
    this.#screen.upright();
    this.#changed();
  }

  reset(): void {
    this.#screen.reset();
    this.#subtraction = null;
    this.speed(1);
  }

  subtract(mask?: number | null): void {
    const { times } = this.#head;
    const can = !isColour(this.#source.sidecar) && !this.#screen.flat && times.length > 1;
    const { x = 0, y = 0 } = this.#subtraction ?? {};
    this.#guessed = mask === undefined && this.#tiers.ready < times.length;
    this.#subtraction = mask === null || !can ? null : { mask: mask ?? this.#beforeContrast(), x, y };
    this.#attend();
    this.#changed();
  }

  shift(x: number, y: number): void {
    if (!this.#subtraction) return;
    const by = fromScreenAxes({ x, y }, this.#screen.view);
    this.#subtraction = { ...this.#subtraction, x: this.#subtraction.x + by.x, y: this.#subtraction.y + by.y };
    this.#changed();
  }

  picture(frame: number): Picture | null {
    return this.#tiers.picture(frame, 't1') ?? this.#tiers.picture(frame, 't2');
  }

  choose(tier: TierChoice): void {
    this.#choice = tier;
    this.#tiers.again();
    this.#attend();
    this.#changed();
  }

  toScreen(place: Point): Point {
    return this.#screen.toScreen(place);
  }

  toPicture(place: Point): Point {
    return this.#screen.toPicture(place);
  }

  full(): DecodedFrame | null {
    return this.#shown?.tier === 't2' ? this.#tiers.full(this.#shown.frame) : null;
  }

  state(): PlayerState {
    const { playing, frame, speed, times } = this.#head;
    const { look, view, blind, flat } = this.#screen;
    const shown = this.#shown;
    return {
      playing, frame, speed, look, view, blind, flat,
      subtraction: this.#subtraction,
      subtracted: this.#subtracts,
      frames: times.length,
      tier: shown?.tier ?? null,
      choice: this.#choice,
      ready: this.#tiers.ready,
      trouble: this.#tiers.trouble,
      waiting: shown?.frame !== frame,
    };
  }

  onFrame(hear: (frame: number) => void): () => void {
    this.#frameEars.add(hear);
    return () => this.#frameEars.delete(hear);
  }

  onChange(hear: (state: PlayerState) => void): () => void {
    this.#changeEars.add(hear);
    return () => this.#changeEars.delete(hear);
  }

  dispose(): void {
    this.#stop.abort();
    this.#sizes.disconnect();
    clearTimeout(this.#restTimer);
    cancelAnimationFrame(this.#scheduled);
    this.#tiers.dispose();
    this.#screen.dispose();
    if (this.#poster?.kind === 'bitmap') this.#poster.image.close();
  }

  #play(on: boolean): void {
    if (this.#head.times.length < 2 || this.#head.playing === on) return;
    this.#head.play(on);
    this.#attend();
    this.#changed();
  }

  get #resting(): boolean {
    return !this.#head.playing && performance.now() - this.#restedSince >= REST_MS;
  }

  /** Asks for the frames needed now, and for the full one once the playhead has rested. */
  #attend(): void {
    this.#restedSince = performance.now();
    this.#tiers.attend(this.#head.frame, this.#choice, false, this.#missingMask);
    clearTimeout(this.#restTimer);
    if (this.#head.playing) return;
    this.#restTimer = setTimeout(() => {
      this.#tiers.attend(this.#head.frame, this.#choice, true, this.#missingMask);
      this.#schedule();
    }, REST_MS);
  }

  #changed(): void {
    this.#schedule();
    const state = this.state();
    for (const hear of this.#changeEars) hear(state);
  }

  #arrived(): void {
    if (this.#guessed && this.#subtraction && this.#tiers.ready === this.#head.times.length) {
      this.#guessed = false;
      this.#subtraction = { ...this.#subtraction, mask: this.#beforeContrast() };
    }
    this.#changed();
  }

  /** The recorded mask, else the frame before contrast arrives. */
  #beforeContrast(): number {
    const { maskFrames = [], columns, rows } = this.#source.sidecar;
    const [recorded] = maskFrames;
    if (recorded !== undefined && recorded >= 1 && recorded <= this.#head.times.length) return recorded - 1;
    return frameBeforeContrast(this.#head.times.map((_, frame) => sampled(this.picture(frame), columns, rows)));
  }

  /** The mask lies on the GPU in the tier of what is shown: greys of different tiers would not cancel out. */
  get #subtracts(): boolean {
    const [wanted, there, shown] = [this.#subtraction, this.#masked, this.#shown];
    return wanted !== null && there?.frame === wanted.mask && there.tier === shown?.tier;
  }

  get #missingMask(): number | null {
    return this.#subtraction && !this.#subtracts ? this.#subtraction.mask : null;
  }

  #putMask(tier: Exclude<Tier, 't0'>): void {
    const wanted = this.#subtraction;
    if (!wanted || (this.#masked?.frame === wanted.mask && this.#masked.tier === tier)) return;
    const picture = this.#tiers.picture(wanted.mask, tier);
    if (!picture) return;
    this.#screen.mask(picture);
    this.#masked = { frame: wanted.mask, tier };
  }

  #again(): void {
    this.#shown = null;
    this.#masked = null;
    this.#schedule();
  }

  #seenAgain(): void {
    this.#head.rest();
    if (!document.hidden) this.#schedule();
  }

  #schedule(): void {
    if (this.#scheduled === 0 && !this.#stop.signal.aborted) this.#scheduled = requestAnimationFrame((now) => this.#paint(now));
  }

  #paint(now: number): void {
    this.#scheduled = 0;
    const moved = this.#head.tick(now, (frame) => this.#tiers.tierOf(frame, this.#choice, false) !== null);
    if (moved) this.#tiers.attend(this.#head.frame, this.#choice, false, this.#missingMask);
    const [before, without] = [this.#shown, this.#subtracts];
    const put = this.#put();
    this.#screen.draw(this.#subtracts ? this.#subtraction : null);
    if (put) for (const hear of this.#frameEars) hear(this.#head.frame);
    // The still is no frame, but it is a change: a picture without a film has nothing else to tell.
    if (moved || this.#shown !== before || this.#subtracts !== without) this.#changed();
    if (this.#head.playing) this.#schedule();
  }

  /** Uploads the best picture of the current frame, or the still before there is any. True when the screen got another one. */
  #put(): boolean {
    const { frame } = this.#head;
    const tier = this.#tiers.tierOf(frame, this.#choice, this.#resting);
    if (tier) {
      this.#putMask(tier);
      if (this.#shown?.frame === frame && this.#shown.tier === tier) return false;
      const picture = this.#tiers.picture(frame, tier);
      if (!picture) return false;
      this.#screen.show(picture);
      this.#shown = { frame, tier };
      return true;
    }
    if (this.#shown || !this.#poster) return false;
    this.#screen.show(this.#poster);
    this.#shown = { frame: -1, tier: 't0' };
    return false;
  }

  async #loadPoster(): Promise<void> {
    const { t0 } = this.#source;
    if (!t0) return;
    try {
      const image = await createImageBitmap(await (await fetch(t0, { signal: this.#stop.signal })).blob());
      this.#poster = { kind: 'bitmap', image, width: image.width, height: image.height };
      this.#schedule();
    } catch {
      // No still, or closed meanwhile: the canvas stays black until the first frame.
    }
  }
}
