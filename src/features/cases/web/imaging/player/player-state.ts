import type { DecodedFrame } from 'imaging/browser/protocol';
import type { Look, Subtraction } from './look.ts';
import type { Picture } from './picture.ts';
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
  /** What is taken away from each frame; null: nothing is. */
  readonly subtraction: Subtraction | null;
  /** The mask is on the screen too. False while its frame is on its way: then nothing is taken away yet. */
  readonly subtracted: boolean;
  /** Nothing can be shown: no canvas. */
  readonly blind: boolean;
  /** Drawn without WebGL2: no sharpening, no subtraction. */
  readonly flat: boolean;
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
  sharpen(on?: boolean): void;
  fit(): void;
  /** One pixel of the picture on one of the screen. */
  actual(): void;
  /** Undoes turns and mirrors. */
  upright(): void;
  reset(): void;
  /** Takes a frame away from all others; without one, the frame before contrast arrives. null ends it. Grey films only. */
  subtract(mask?: number | null): void;
  /** Moves the mask, in pixels of the picture on the screen's axes: right and down. */
  shift(x: number, y: number): void;
  /** Decoded frames at hand, for what is drawn from many of them. */
  picture(frame: number): Picture | null;
  /** Also tries once more what a broken connection kept away. */
  choose(tier: TierChoice): void;
  /** Pixels of the picture ↔ CSS pixels of the canvas, for marks drawn over it. */
  toScreen(place: Point): Point;
  toPicture(place: Point): Point;
  /** The stored values of the frame that is on the screen in full; null while a preview is. What may be measured. */
  full(): DecodedFrame | null;
  state(): PlayerState;
  /** Called with every frame that comes on the screen. Returns how to stop. */
  onFrame(hear: (frame: number) => void): () => void;
  /** Called with every change of state. Returns how to stop. */
  onChange(hear: (state: PlayerState) => void): () => void;
  dispose(): void;
};
