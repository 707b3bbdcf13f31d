// What each side reads: the candidate their own sheet, those who choose all that came, in order of arrival.

import { copyOf, sheetIn } from '#features/candidates/server/door.ts';
import { parts } from '#features/candidates/rules/vocabulary.ts';
import { ok, type Result } from '#kernel/result.ts';
import type { Tx } from '#server/db.ts';
import { type ApplyView, type CandidateView, type ChoosingView, type MineView, type MyApplication, nameOf, presentDecision, presentGiven, presentOffer } from '../rules/present.ts';
import { keepUntil, usable } from './actions.ts';
import * as store from './store.ts';

const mineOf = (row: store.ApplicationRow, letters: readonly store.GivenRow[], now: Date): MineView => ({
  id: row.id, at: row.at.toISOString(), expiresAt: row.expiresAt.toISOString(), parts: row.copy.parts, words: row.words, lang: row.lang, withdrawnAt: row.withdrawnAt?.toISOString() ?? null,
  // Words of a letter that its writer keeps from them are not here either: row-level security left them out.
  letters: letters.filter(({ applicationId }) => applicationId === row.id).map((letter) => presentGiven(letter, now)), decision: row.decision && presentDecision(row.decision),
});

export const applyView = async (tx: Tx, opportunityId: string, now: Date): Promise<Result<ApplyView> | null> => {
  const offer = await store.offerById(tx, opportunityId);
  if (!offer || offer.standing === null || offer.hires || offer.phase === 'draft') return null;
  const row = (await store.ownApplications(tx)).find((one) => one.opportunityId === opportunityId);
  const sheet = sheetIn('en', await copyOf(tx), now);
  return ok({
    offer: presentOffer(offer, now), readers: [nameOf(offer.poster), ...(await store.hirers(tx, opportunityId)).map(nameOf)],
    letters: (await usable(tx, offer.type ?? '', now)).map(({ id, writer, reuse }) => ({ id, writer: nameOf(writer), once: !reuse })),
    filled: parts.filter((part) => sheet.sections.some((section) => section.part === part)), keepUntil: keepUntil(offer.deadline, now).toISOString(),
    mine: row ? mineOf(row, await store.lettersOf(tx, [row.id]), now) : null,
  });
};

export const mine = async (tx: Tx, now: Date): Promise<Result<MyApplication[]>> => {
  const rows = await store.ownApplications(tx);
  const letters = await store.lettersOf(tx, rows.map(({ id }) => id));
  const all: MyApplication[] = [];
  for (const row of rows) {
    const offer = await store.offerById(tx, row.opportunityId);
    if (offer) all.push({ offer: presentOffer(offer, now), mine: mineOf(row, letters, now) });
  }
  return ok(all);
};

const candidateOf = (row: store.ApplicationRow, letters: readonly store.GivenRow[], notes: readonly store.NoteRow[], now: Date): CandidateView => ({
  id: row.id, person: nameOf(row.person), lang: row.lang, words: row.words, at: row.at.toISOString(), expiresAt: row.expiresAt.toISOString(),
  sheets: { en: sheetIn('en', row.copy, row.at, row.copy.parts), fa: sheetIn('fa', row.copy, row.at, row.copy.parts) }, evidence: row.copy.evidence,
  letters: letters.filter(({ applicationId }) => applicationId === row.id).map((letter) => presentGiven(letter, now)),
  shortlisted: row.shortlisted && { by: nameOf(row.shortlisted.by), at: row.shortlisted.at.toISOString() },
  notes: notes.filter(({ applicationId }) => applicationId === row.id).map((n) => ({ id: n.id, author: nameOf(n.author), lang: n.lang, text: n.body, at: n.at.toISOString() })),
  decision: row.decision && presentDecision(row.decision),
});

export const choosing = async (tx: Tx, opportunityId: string, now: Date): Promise<Result<ChoosingView> | null> => {
  const offer = await store.offerById(tx, opportunityId);
  if (!offer?.hires) return null;
  const rows = await store.applicationsTo(tx, opportunityId);
  const ids = rows.map(({ id }) => id);
  const [letters, notes] = [await store.lettersOf(tx, ids), await store.notesOf(tx, ids)];
  return ok({ offer: presentOffer(offer, now), poster: offer.standing === 'poster', hirers: (await store.hirers(tx, opportunityId)).map(nameOf), candidates: rows.map((row) => candidateOf(row, letters, notes, now)) });
};
