/** Most pictures a person is asked to look at. */
export const STRIP_LENGTH = 12;

export const STRIP_KINDS = ['first', 'middle', 'last', 'suspicious', 'still', 'static', 'brightest', 'darkest', 'corners'] as const;
export type StripKind = (typeof STRIP_KINDS)[number];
/** A picture of the strip; the frame from 0, or null where it is made of many. */
export type StripPlace = { readonly kind: StripKind; readonly frame: number | null };

/** Pictures made of a whole run; a few frames give none. */
const COMPOSED: readonly StripPlace[] = (['static', 'brightest', 'darkest', 'corners'] as const).map((kind) => ({ kind, frame: null }));

/**
 * First, middle and last frame, the one that becomes the still, then the suspicious ones in their order as far as there is room,
 * and the four composed of all frames. No frame twice, at most twelve pictures.
 */
export function stripPlaces(count: number, suspicious: readonly number[], still: number, composed: boolean): StripPlace[] {
  const room = STRIP_LENGTH - (composed ? COMPOSED.length : 0);
  const inside = [0, count >> 1, count - 1, still, ...suspicious].filter((index) => Number.isInteger(index) && index >= 0 && index < count);
  const frames = [...new Set(inside)].slice(0, room).map((frame): StripPlace => ({ kind: kindOf(frame, count, still), frame }));
  return composed ? [...frames, ...COMPOSED] : frames;
}

function kindOf(frame: number, count: number, still: number): StripKind {
  if (frame === 0) return 'first';
  if (frame === count - 1) return 'last';
  if (frame === count >> 1) return 'middle';
  return frame === still ? 'still' : 'suspicious';
}
