/** How this patient's arteries differ from the usual tree; what is left out is drawn from the seed or usual. */
export type Anatomy = {
  readonly ramus?: boolean;
  /** Where the LAD ends: before the apex, at it, round it; `dual` is a short one in the groove and a long one beside it. */
  readonly lad?: 'short' | 'apical' | 'wrap-around' | 'dual';
  /** `absent`: LAD and circumflex leave the aorta side by side. */
  readonly leftMain?: 'usual' | 'short' | 'absent';
  readonly rcaOrigin?: 'usual' | 'high';
  /** From the right sinus the circumflex runs behind the aorta and fills with the RCA. */
  readonly circumflexFrom?: 'left' | 'right';
  /** Share by which a muscle bridge squeezes the middle LAD in systole, 0–0.9. */
  readonly bridge?: number;
};
