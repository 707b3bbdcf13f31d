// The acts of applications: giving a frozen copy, choosing in order of arrival, answering with a kind word.

import { copyOf, evidenceOf, lettersAboutMe } from '#features/candidates/server/door.ts';
import { type CvBody, emptyCv } from '#features/candidates/rules/wire.ts';
import { letterState, mayGive } from '#features/candidates/rules/reference.ts';
import type { Part } from '#features/candidates/rules/vocabulary.ts';
import { after, DAY_MS } from '#kernel/clock.ts';
import { ok, refuse, type Result } from '#kernel/result.ts';
import type { Tx } from '#server/db.ts';
import type { Who } from '#server/doors.ts';
import { LIMITS } from '../rules/limits.ts';
import { type ApplicationAct, type ApplicationPhase, may } from '../rules/policy.ts';
import { presentOffer } from '../rules/present.ts';
import type { Apply, Decide, Note } from '../rules/wire.ts';
import * as store from './store.ts';

/** Until when both sides' words are kept: half a year after the deadline, or after they came. */
export const keepUntil = (deadline: Date | null, now: Date): Date => after(deadline !== null && deadline > now ? deadline : now, LIMITS.keepDays * DAY_MS);

const only = (body: CvBody, parts: readonly Part[]): CvBody => ({
  ...Object.fromEntries(Object.entries({ ...emptyCv, ...body }).map(([key, value]) => {
    const part = key === 'summaryEn' || key === 'summaryFa' ? 'summary' : key;
    return [key, parts.some((one) => one === part) ? value : emptyCv[key as keyof CvBody]];
  })) as CvBody,
});

export const apply = async (tx: Tx, who: Who, opportunityId: string, { id, lang, words, parts, evidence, letters }: Apply, now: Date): Promise<Result<{ id: string }> | null> => {
  const offer = await store.offerById(tx, opportunityId);
  if (!offer || offer.standing === null || offer.phase === 'draft') return null;
  if (offer.hires) return refuse('forbidden', 'applications.ownSide');
  if (!who.verified) return refuse('forbidden', 'applications.unverified');
  if (!presentOffer(offer, now).open) return refuse('conflict', 'applications.closed');
  if ((await store.ownApplications(tx)).some((one) => one.opportunityId === opportunityId)) return refuse('conflict', 'applications.once');
  const [mine, given] = [await lettersAboutMe(tx), await store.lettersGiven(tx)];
  const wrong = letters.find((one) => { const letter = mine.find((l) => l.id === one); return !letter || !mayGive(letter, offer.type ?? '', given.has(one), now); });
  if (wrong !== undefined) return refuse('conflict', 'applications.letterNotForThis', {}, ['letters']);
  const copy = await copyOf(tx);
  await store.insertApplication(tx, {
    id, opportunityId, lang, words, at: now, expiresAt: keepUntil(offer.deadline, now),
    copy: { person: copy.person, body: only(copy.body, parts), parts, evidence: evidence ? await evidenceOf(tx, now) : null },
  });
  for (const letter of new Set(letters)) await store.giveLetter(tx, id, letter);
  tx.announced();
  return ok({ id });
};

/** Letters that could come with an application of this kind at this moment. */
export const usable = async (tx: Tx, kind: string, now: Date) => {
  const given = await store.lettersGiven(tx);
  return (await lettersAboutMe(tx)).filter((letter) => letterState(letter, now) === 'valid' && mayGive(letter, kind, given.has(letter.id), now));
};

const phaseOf = (row: store.ApplicationRow): ApplicationPhase => (row.withdrawnAt !== null ? 'withdrawn' : row.decision !== null ? 'decided' : 'standing');

/** The application, when the viewer may do this with it; null for what is not theirs. */
const withApplication = async (tx: Tx, who: Who, id: string, act: ApplicationAct): Promise<Result<store.ApplicationRow> | null> => {
  const row = await store.applicationById(tx, id);
  if (!row) return null;
  const phase = phaseOf(row);
  if (may(act, row.personId === who.id ? 'candidate' : 'chooser', phase)) return ok(row);
  return may('read', row.personId === who.id ? 'candidate' : 'chooser', phase) ? refuse('conflict', 'applications.notNow') : null;
};

type Done = Promise<Result<object> | null>;
const done = async (work: Promise<Result<store.ApplicationRow> | null>, then: (row: store.ApplicationRow) => Promise<unknown>): Done => {
  const at = await work;
  if (!at?.ok) return at;
  await then(at.value);
  return ok({});
};

export const withdraw = (tx: Tx, who: Who, id: string, now: Date): Done => done(withApplication(tx, who, id, 'withdraw'), () => store.withdrawApplication(tx, id, now));
export const shortlist = (tx: Tx, who: Who, id: string, on: boolean, now: Date): Done =>
  done(withApplication(tx, who, id, 'shortlist'), () => (on ? store.setShortlisted(tx, id, who.id, now) : store.dropShortlisted(tx, id)));
export const addNote = async (tx: Tx, who: Who, id: string, note: Note, now: Date): Done => {
  if ((await store.notesOf(tx, [id])).length >= LIMITS.notes) return refuse('too-many', 'applications.tooManyNotes', { n: LIMITS.notes });
  return done(withApplication(tx, who, id, 'write-note'), () => store.insertNote(tx, { id: note.id, applicationId: id, author: who.id, lang: note.lang, text: note.text }, now));
};
export const decide = (tx: Tx, who: Who, id: string, decision: Decide, now: Date): Done =>
  done(withApplication(tx, who, id, 'decide'), async () => { await store.insertDecision(tx, id, { ...decision, by: who.id }, now); tx.announced(); });

export const nameHirer = async (tx: Tx, who: Who, opportunityId: string, personId: string, now: Date): Done => {
  const offer = await store.offerById(tx, opportunityId);
  if (offer?.standing !== 'poster') return null;
  if (personId === who.id) return refuse('invalid', 'applications.hirerYou', {}, ['personId']);
  if ((await store.hirers(tx, opportunityId)).length >= LIMITS.hirers) return refuse('too-many', 'applications.tooManyHirers', { n: LIMITS.hirers });
  if (await store.hasApplied(tx, opportunityId, personId)) return refuse('conflict', 'applications.hirerIsCandidate', {}, ['personId']);
  if (await store.worksWithCandidate(tx, opportunityId, personId)) return refuse('conflict', 'applications.hirerOfTheirCentre', {}, ['personId']);
  await store.addHirer(tx, opportunityId, personId, now);
  tx.announced();
  return ok({});
};
