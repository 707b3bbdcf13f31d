import type { Look } from './renderer.ts';
import type { Tier, TierChoice } from './tiers.ts';
import type { Trouble } from './trouble.ts';
import type { Point, View } from './view.ts';

export type PlayerState = {
  readonly playing: boolean;
  readonly frame: number;
  readonly frames: number;
  readonly speed: number;
  readonly look: Look;
  readonly view: View;
  /** What is on the screen now; null before anything is. */
  readonly tier: Tier | null;
  readonly choice: TierChoice;
  /** Preview frames at hand. */
  readonly ready: number;
  /** True while the frame asked for is not there yet and an older one is shown. */
  readonly waiting: boolean;
  /** Why a tier that exists is not to be had. */
  readonly trouble: { readonly t1: Trouble | null; readonly t2: Trouble | null };
  /** Nothing can be shown: no WebGL2. */
  readonly blind: boolean;
};

export type Player = {
  play(): void;
  pause(): void;
  toggle(): void;
  /** Pauses and moves by whole frames, going round at the ends. */
  step(frames: number): void;
  seek(frame: number): void;
  /** Multiples of the acquisition rate. */
  speed(times: number): void;
  /** Shares of the run's own window: 0.5 and 1 are as it came. */
  window(center: number, width: number): void;
  /** `at` in CSS pixels of the canvas stays where it is; its middle when absent. */
  zoom(factor: number, at?: Point): void;
  pan(x: number, y: number): void;
  turn(quarters: number): void;
  flip(axis: 'x' | 'y'): void;
  invert(on?: boolean): void;
  fit(): void;
  reset(): void;
  /** Also tries once more what a broken connection kept away. */
  choose(tier: TierChoice): void;
  /** Pixels of the picture ↔ CSS pixels of the canvas, for marks drawn over it. */
  toScreen(place: Point): Point;
  toPicture(place: Point): Point;
  state(): PlayerState;
  /** Called with every frame that comes on the screen. Returns how to stop. */
  onFrame(hear: (frame: number) => void): () => void;
  /** Called with every change of state. Returns how to stop. */
  onChange(hear: (state: PlayerState) => void): () => void;
  dispose(): void;
};
