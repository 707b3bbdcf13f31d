/** A rectangle in whole pixels of the original frame; left and top count from 0. */
export type Box = {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
};

/** Frames that a mask covers: all of them, or a range with both ends included, counted from 0. */
export type FrameRange = 'all' | { readonly from: number; readonly to: number };

/** What a person confirmed: this rectangle is blanked in these frames. */
export type Mask = { readonly box: Box; readonly frames: FrameRange };

/** Why a rectangle is proposed; each is a word key of the page. */
export type ProposalReason =
  | 'static'
  | 'few-frames'
  | 'one-frame'
  | 'single-image'
  | 'outside-ultrasound-region'
  /** The band where machines of this kind write. */
  | 'device-band';

/** A mask that the machine suggests and a person may drop. */
export type Proposal = Mask & {
  readonly id: string;
  readonly reason: ProposalReason;
  /** Log-odds-like score of the rule; larger is surer. Null where the reason is a fact of the header. */
  readonly score: number | null;
};
