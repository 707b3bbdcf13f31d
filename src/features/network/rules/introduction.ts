// A request to be introduced, and the people on its ways: each is asked when the one before has agreed; the last is the end itself.

import { DAY_MS } from '#kernel/clock.ts';
import { latinDigits } from '#kernel/digits.ts';

export const LASTS_MS = 21 * DAY_MS;

export type Step = {
  readonly id: string; readonly route: number; readonly step: number; readonly part: 'middle' | 'target'; readonly personId: string;
  readonly askedAt: unknown; readonly agreedAt: unknown; readonly closedAt: unknown; readonly refused: boolean;
};

const isOpen = (s: Step): boolean => s.agreedAt === null && s.closedAt === null;

/**
 * What follows when a step has agreed. The next one of its way is asked; when that is the end, the other ways are over:
 * an end is asked once, by whoever came first.
 */
export const afterAgreed = (steps: readonly Step[], agreedId: string): { ask: string[]; close: string[] } => {
  const agreed = steps.find(({ id }) => id === agreedId);
  if (agreed === undefined) return { ask: [], close: [] };
  const others = steps.filter((s) => s.route !== agreed.route && isOpen(s));
  if (agreed.part === 'target') return { ask: [], close: others.map(({ id }) => id) };
  const next = steps.find((s) => s.route === agreed.route && s.step === agreed.step + 1 && isOpen(s));
  if (next === undefined) return { ask: [], close: [] };
  if (next.part === 'middle') return { ask: [next.id], close: [] };
  const taken = steps.some((s) => s.route !== agreed.route && s.part === 'target' && s.askedAt !== null);
  return taken ? { ask: [], close: [next.id] } : { ask: [next.id], close: others.map(({ id }) => id) };
};

export type Stage = 'asked' | 'willing' | 'agreed' | 'told' | 'expired' | 'taken-back';

/** As the asker knows it: a refusal anywhere looks like no answer yet. */
export const stageOf = (of: { readonly takenBackAt: unknown; readonly expiresAt: Date; readonly willing: number; readonly agreed: boolean; readonly told: boolean }, now: Date): Stage =>
  of.takenBackAt !== null ? 'taken-back' : of.told ? 'told' : of.agreed ? 'agreed' : now >= of.expiresAt ? 'expired' : of.willing > 0 ? 'willing' : 'asked';

/** As somebody on a way knows their own part. */
export type PartState = 'to-answer' | 'willing' | 'passed' | 'over';
export const partState = (s: Pick<Step, 'agreedAt' | 'closedAt' | 'refused'>, over: boolean): PartState =>
  s.agreedAt !== null ? 'willing' : s.refused ? 'passed' : s.closedAt !== null || over ? 'over' : 'to-answer';

/** An address, a number or a link: nobody's contact data moves before both ends agree, not even one's own in the request. */
export const holdsContact = (text: string): boolean => {
  const plain = latinDigits(text);
  return /[^\s@]+@[^\s@]+\.[^\s@]+|https?:|www\.|\bt\.me\b|\bwa\.me\b|(^|\s)@\w{3,}/i.test(plain) || /(?:\+|\b00|\b0)?\d(?:[\s().-]?\d){7,}/.test(plain);
};
