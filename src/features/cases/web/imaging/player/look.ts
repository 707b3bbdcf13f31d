/** How a picture is lit. */
export type Look = {
  /** Shares of the run's own window: 0.5 and 1 show it as it is. */
  readonly center: number;
  readonly width: number;
  readonly inverted: boolean;
  readonly sharp: boolean;
};

export const PLAIN_LOOK: Look = { center: 0.5, width: 1, inverted: false, sharp: false };

/** A picture without contrast is taken away from each frame. */
export type Subtraction = {
  /** The frame that is taken away. */
  readonly mask: number;
  /** How far it is moved before that, in pixels of the picture: right and down. */
  readonly x: number;
  readonly y: number;
};
