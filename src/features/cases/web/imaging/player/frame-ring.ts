/** Frames behind the playhead that are kept, so that a step back shows at once. */
const BEHIND = 4;

/**
 * Decoded frames around the playhead, within a number of bytes. Frames are wanted in playing order, going round; what is
 * farthest ahead goes first when room is needed.
 */
export type FrameRing<T> = {
  get(frame: number): T | undefined;
  put(frame: number, value: T): void;
  /** The first frame at or after the playhead that is wanted and missing; null when all fit and are there. */
  missing(playhead: number): number | null;
  readonly size: number;
  /** Another number of frames fits now; what is too much goes at once. */
  resize(capacity: number): void;
  clear(): void;
};

/** @param capacity frames that fit in the byte limit, at least 1 */
export function frameRing<T>(frames: number, capacity: number): FrameRing<T> {
  const held = new Map<number, T>();
  let head = 0;
  let [room, behind, ahead] = [1, 0, 1];
  const resize = (fit: number): void => {
    room = Math.max(1, Math.min(frames, fit));
    behind = Math.min(BEHIND, Math.max(0, room - 1));
    ahead = room >= frames ? frames : room - behind;
    while (held.size > room) evictOne();
  };
  const distance = (frame: number): number => (frame - head + frames) % frames;
  const evictOne = (): void => {
    let worst = -1;
    let most = -1;
    for (const frame of held.keys()) {
      const far = distance(frame);
      // What was just shown counts as near.
      const rank = far >= frames - behind ? -1 : far;
      if (rank > most) {
        most = rank;
        worst = frame;
      }
    }
    held.delete(worst >= 0 ? worst : (held.keys().next().value as number));
  };
  resize(capacity);
  return {
    resize,
    get: (frame) => held.get(frame),
    put(frame, value) {
      if (!held.has(frame) && held.size >= room) evictOne();
      held.set(frame, value);
    },
    missing(playhead) {
      head = playhead;
      for (let n = 0; n < ahead; n++) {
        const frame = (playhead + n) % frames;
        if (!held.has(frame)) return frame;
      }
      return null;
    },
    get size() {
      return held.size;
    },
    clear: () => held.clear(),
  };
}
