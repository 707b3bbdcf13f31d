// What each one sees of an introduction. Rows come through row-level security; what is not here was not read.

import { type LineRow, type PersonLine, presentLine } from '#features/people/rules/present.ts';
import type { Locale } from '#kernel/locale.ts';
import { type PartState, partState, type Stage, stageOf, type Step } from './introduction.ts';
import type { How, Whom } from './limits.ts';

export type IntroductionRow = {
  id: string; askerId: string; targetId: string | null; institutionId: string | null; institutionEn: string | null; institutionFa: string | null;
  lang: Locale; context: string; promise: string; askedAt: Date; expiresAt: Date; takenBackAt: Date | null;
  part: 'asker' | 'middle' | 'target'; open: boolean; steps: Step[];
  letters: { id: string; authorId: string; lang: Locale; text: string; at: string }[];
  ends: { personId: string; how: How; note: string; at: string }[];
};
export type IntroductionView = {
  id: string; part: 'asker' | 'middle' | 'target'; asker: PersonLine | null; target: PersonLine | null; institution: { id: string; nameEn: string; nameFa: string } | null;
  lang: Locale; context: string; promise: string; askedAt: string; expiresAt: string;
  /** Asker: the stage; the others: their own part. */
  stage: Stage; mine: PartState | null;
  /** Those who are willing, in the order of the way. */
  willing: PersonLine[];
  /** Letters go to both ends and to who brought them together. */
  open: boolean;
  letters: { id: string; author: PersonLine | null; lang: Locale; text: string; at: string }[];
  ends: { person: PersonLine | null; how: How; note: string; at: string }[];
  may: { answer: boolean; takeBack: boolean; write: boolean; tell: boolean };
};
export type IntroductionsView = { mine: IntroductionView[]; asked: IntroductionView[]; introducing: { whom: Whom; chosen: PersonLine[] } };
/** `n`: how many ways there are, three at most; `direct`: own ties who are there themselves. */
export type ReachView = {
  person: PersonLine | null; institution: { id: string; nameEn: string; nameFa: string } | null; people: PersonLine[]; direct: PersonLine[]; n: number;
  may: { ask: boolean }; open: string | null;
};

export const presentIntroduction = (viewerId: string, row: IntroductionRow, people: ReadonlyMap<string, LineRow>, now: Date): IntroductionView => {
  const line = (id: string | null): PersonLine | null => { const found = id === null ? undefined : people.get(id); return found === undefined ? null : presentLine(found); };
  const agreed = row.steps.filter(({ agreedAt, part }) => agreedAt !== null && part === 'middle');
  const own = row.steps.filter(({ personId }) => personId === viewerId);
  const mine = own.find(({ agreedAt }) => agreedAt !== null) ?? own[0];
  const over = row.takenBackAt !== null || now >= row.expiresAt;
  const state = mine === undefined ? null : partState(mine, over);
  const end = row.steps.find(({ part, personId }) => part === 'target' && personId !== viewerId) ?? row.steps.find(({ part }) => part === 'target');
  return {
    id: row.id, part: row.part, asker: row.part === 'asker' ? null : line(row.askerId), target: row.part === 'target' ? null : line(row.targetId ?? end?.personId ?? null),
    institution: row.institutionId === null ? null : { id: row.institutionId, nameEn: row.institutionEn ?? '', nameFa: row.institutionFa ?? '' },
    lang: row.lang, context: row.context, promise: row.promise, askedAt: row.askedAt.toISOString(), expiresAt: row.expiresAt.toISOString(),
    stage: stageOf({ takenBackAt: row.takenBackAt, expiresAt: row.expiresAt, willing: agreed.length, agreed: row.open, told: row.ends.length > 0 }, now), mine: state,
    willing: agreed.flatMap(({ personId }) => (personId === viewerId ? [] : (line(personId) ?? []))),
    open: row.open,
    letters: row.letters.map(({ id, authorId, ...rest }) => ({ id, author: line(authorId), ...rest })),
    ends: row.ends.map(({ personId, ...rest }) => ({ person: line(personId), ...rest })),
    may: {
      answer: state === 'to-answer', takeBack: row.part === 'asker' && !row.open && !over, write: row.open,
      tell: row.open && row.part !== 'middle' && !row.ends.some(({ personId }) => personId === viewerId),
    },
  };
};
