import type { Incoming } from './incoming.ts';
import type { Picture } from './picture.ts';

/** Frames of the preview cine, in playing order from any frame on. */
export type PreviewFrames = {
  from(frame: number): AsyncGenerator<{ readonly frame: number; readonly picture: Picture }, void, unknown>;
  dispose(): void;
};

export type PreviewRun = {
  readonly file: Incoming;
  /** Milliseconds from the first frame; the cine's own timestamps are the same to a fraction. */
  readonly timesMs: readonly number[];
  readonly columns: number;
  readonly rows: number;
  readonly colour: boolean;
};
