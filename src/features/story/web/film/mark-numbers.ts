// Numbers of marks. Each author's marks count by themselves, in the order they were drawn: what somebody wrote as "mark 2" before the
// opinions opened is still mark 2 when the marks of others appear.

import { type Id, newId } from '#kernel/ids.ts';
import type { Random } from '#kernel/random.ts';
import type { MarkView, OpinionView } from '../../rules/present.ts';

export type Numbered = MarkView & { readonly n: number; /** May be rubbed out by this viewer. */ readonly own: boolean };

/** `by` null is the asker. The order of ids is the order of drawing: see `markId`. */
export const numbered = (marks: readonly MarkView[], viewer: { readonly id: string; readonly isAsker: boolean }): Numbered[] => {
  const count = new Map<string | null, number>();
  return [...marks].sort((a, b) => (a.id < b.id ? -1 : 1)).map((mark) => {
    const n = (count.get(mark.by) ?? 0) + 1;
    count.set(mark.by, n);
    return { ...mark, n, own: mark.by === null ? viewer.isAsker : mark.by === viewer.id };
  });
};

const HOUR_CHARS = 13;
const counterOf = (id: string): number => Number.parseInt(id.slice(15, 18), 16);

/**
 * An id that sorts behind the author's other marks. Ids tell the hour only, so within one hour a counter stands in the
 * twelve bits after the version (RFC 9562 section 6.2, method 1). `before`: the author's marks.
 */
export const markId = (now: Date, random: Random, before: readonly { readonly id: string }[]): Id => {
  const plain = newId(now, random);
  const counters = before.filter(({ id }) => id.slice(0, HOUR_CHARS) === plain.slice(0, HOUR_CHARS)).map(({ id }) => counterOf(id));
  const next = Math.max(-1, ...counters) + 1;
  return next > 0xfff ? plain : (`${plain.slice(0, 15)}${next.toString(16).padStart(3, '0')}${plain.slice(18)}` as Id);
};

/** A mark of an adviser belongs to the opinion it was drawn for: until that is given nobody else meets it. */
export const shownMarks = (marks: readonly MarkView[], viewerId: string, opinions: readonly OpinionView[] | 'sealed'): MarkView[] =>
  marks.filter(({ by }) => by === null || by === viewerId || (opinions !== 'sealed' && opinions.some(({ author }) => author.id === by)));

/** Where on the scrub bar marks are, as fractions of the run; each frame once. */
export const notches = (marks: readonly MarkView[], runId: string, frames: number): number[] =>
  [...new Set(marks.filter((mark) => mark.runId === runId && mark.frame < frames).map(({ frame }) => frame))]
    .sort((a, b) => a - b)
    .map((frame) => (frames < 2 ? 0 : frame / (frames - 1)));
