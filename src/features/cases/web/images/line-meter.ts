// How fast the line really is: bytes a second over the last half minute of sending.

const WINDOW_MS = 30_000;

export type LineMeter = {
  /** A new file begins; its count starts at wherever the first report stands. */
  readonly start: () => void;
  /** `sent` bytes of this file so far; answers bytes a second, 0 until two reports are a moment apart. */
  readonly at: (sent: number) => number;
};

export const lineMeter = (now: () => number = () => performance.now()): LineMeter => {
  let last: { at: number; sent: number } | undefined;
  let spans: { at: number; ms: number; bytes: number }[] = [];
  return {
    start: () => { last = undefined; },
    at: (sent) => {
      const at = now();
      if (last !== undefined && sent > last.sent) spans.push({ at, ms: at - last.at, bytes: sent - last.sent });
      if (last === undefined || sent !== last.sent) last = { at, sent };
      spans = spans.filter((span) => at - span.at < WINDOW_MS);
      const ms = spans.reduce((sum, span) => sum + span.ms, 0);
      return ms < 1 ? 0 : (spans.reduce((sum, span) => sum + span.bytes, 0) * 1000) / ms;
    },
  };
};
