// All SQL of cases. Row-level security stands behind every statement; what is not the viewer's is simply not there.

import type { Id } from '#kernel/ids.ts';
import type { Tx } from '#server/db.ts';
import type { AskState, Phase, Standpoint } from '../rules/policy.ts';
import type { AddMark, AddRun, SaveCase } from '../rules/wire.ts';

type StandRow = { phase: Phase; hidden: boolean; audience: 'people' | 'node'; isAsker: boolean; ask: AskState | null; hasGiven: boolean; unmasked: boolean; decideBy: Date | null; urgency: 'elective' | 'urgent' | 'emergency'; version: number };

/** How the viewer stands to a case, or undefined when there is nothing for them. */
export const standpoint = async (tx: Tx, caseId: string): Promise<(Standpoint & Pick<StandRow, 'decideBy' | 'urgency' | 'version'>) | undefined> =>
  (await tx.rows<StandRow>(
    `select app.phase(c.id) as phase, c.hidden, c.audience, c.urgency, c.decide_by as "decideBy", c.version,
        app.standing(c.id) = 'asker' as "isAsker", app.has_given(c.id) as "hasGiven",
        (select case when a.answered_at is not null then 'answered' when a.declined_at is not null then 'declined' when a.cancelled_at is not null then 'cancelled' else 'open' end
           from app.asks a where a.case_id = c.id and a.expert_id = app.viewer()) as ask,
        exists (select from app.unmaskings u where u.case_id = c.id and u.steward_id = app.viewer()) as unmasked
      from app.cases c where c.id = $1`, [caseId]))[0];

export const insertCase = async (tx: Tx, id: string, lang: string, at: Date): Promise<void> => {
  await tx.write('insert into app.cases (id, lang, started_at, edited_at) values ($1, $2, $3, $3)', [id, lang, at]);
  await tx.write('insert into app.case_askers (case_id, person_id) values ($1, app.viewer())', [id]);
};

/** False when another version was saved since. */
export const updateCase = async (tx: Tx, id: string, c: SaveCase, at: Date): Promise<boolean> =>
  (await tx.write(
    `update app.cases set lang = $3, kind = $4, urgency = $5, audience = $6, hidden = $7, decide_by = $8, fields = $9, texts = $10, version = version + 1, edited_at = $11
      where id = $1 and version = $2`,
    [id, c.version, c.lang, c.kind, c.urgency, c.audience, c.hidden, c.decideBy, JSON.stringify(c.fields), JSON.stringify(c.texts), at])) === 1;

export const savePlan = (tx: Tx, id: string, texts: object, at: Date): Promise<number> =>
  tx.write('insert into app.plans (case_id, texts, at) values ($1, $2, $3) on conflict (case_id) do update set texts = excluded.texts, at = excluded.at', [id, JSON.stringify(texts), at]);

/** A plan written before the name was hidden keeps no minutes either. In UTC: an hour of Tehran's begins at half past. */
export const planByTheHour = (tx: Tx, id: string): Promise<number> => tx.write(`update app.plans set at = date_trunc('hour', at, 'UTC') where case_id = $1`, [id]);

export const draftOf = async (tx: Tx, id: string): Promise<Pick<SaveCase, 'lang' | 'urgency' | 'decideBy' | 'fields' | 'texts'> | undefined> =>
  (await tx.rows<Pick<SaveCase, 'lang' | 'urgency' | 'decideBy' | 'fields' | 'texts'>>('select lang, urgency, decide_by as "decideBy", fields, texts from app.cases where id = $1', [id]))[0];

export const post = (tx: Tx, id: string, at: Date): Promise<number> => tx.write('insert into app.postings (case_id, at) values ($1, $2)', [id, at]);

export const bookOutcome = (tx: Tx, id: string, moment: string, dueOn: string): Promise<number> =>
  tx.write('insert into app.outcomes (case_id, moment, due_on) values ($1, $2, $3)', [id, moment, dueOn]);

export const withdraw = (tx: Tx, id: string, reason: string, at: Date): Promise<number> =>
  tx.write('insert into app.withdrawals (case_id, reason, at) values ($1, $2, $3)', [id, reason, at]);

export const insertRun = async (tx: Tx, caseId: string, run: AddRun, at: Date): Promise<void> => {
  await tx.write('insert into app.runs (id, case_id, position, kind, label, sidecar, at) values ($1, $2, $3, $4, $5, $6, $7)',
    [run.id, caseId, run.position, run.kind, run.label, JSON.stringify(run.sidecar), at]);
  await tx.write('insert into app.certificates (id, run_id, case_id, body, at) values ($1, $2, $3, $4, $5)',
    [run.certificate.id, run.id, caseId, JSON.stringify(run.certificate.body), at]);
};

export const editRun = (tx: Tx, caseId: string, runId: string, label: string | undefined, position: number | undefined): Promise<number> =>
  tx.write('update app.runs set label = coalesce($3, label), position = coalesce($4, position) where id = $2 and case_id = $1 and removed_at is null', [caseId, runId, label ?? null, position ?? null]);

export const removeRun = (tx: Tx, caseId: string, runId: string, at: Date): Promise<number> =>
  tx.write('update app.runs set removed_at = $3 where id = $2 and case_id = $1 and removed_at is null', [caseId, runId, at]);

export const runCount = async (tx: Tx, caseId: string): Promise<number> =>
  (await tx.rows<{ n: number }>('select count(*) as n from app.runs where case_id = $1 and removed_at is null', [caseId]))[0]?.n ?? 0;

/** Marks on a case by the viewer's own hand: the asker's name nobody. */
export const markCount = async (tx: Tx, caseId: string, byAsker: boolean): Promise<number> =>
  (await tx.rows<{ n: number }>('select count(*) as n from app.marks where case_id = $1 and removed_at is null and adviser_id is not distinct from case when $2 then null else app.viewer() end', [caseId, byAsker]))[0]?.n ?? 0;

export const insertMark = (tx: Tx, caseId: string, mark: AddMark, byAsker: boolean, at: Date): Promise<number> =>
  tx.write(`insert into app.marks (id, case_id, run_id, adviser_id, frame, shape, points, note, details, at)
      select $1, $2, r.id, case when $4 then null else app.viewer() end, $5, $6, $7, $8, $10, $9 from app.runs r where r.id = $3 and r.case_id = $2 and r.removed_at is null`,
    [mark.id, caseId, mark.runId, byAsker, mark.frame, mark.shape, mark.points, mark.note, at, JSON.stringify(mark.details)]);

export const removeMark = (tx: Tx, caseId: string, markId: string, at: Date): Promise<number> =>
  tx.write('update app.marks set removed_at = $3 where id = $2 and case_id = $1 and removed_at is null', [caseId, markId, at]);

export type ObjectRow = { id: string; caseId: string; runId: string; tier: 't0' | 't1' | 't2'; mediaType: string; bytes: number; sha256: Buffer };

export const objectById = async (tx: Tx, id: string): Promise<ObjectRow | undefined> =>
  (await tx.rows<ObjectRow>(
    `select o.id, o.case_id as "caseId", o.run_id as "runId", o.tier, o.media_type as "mediaType", o.bytes, o.sha256
       from app.objects o join app.runs r on r.id = o.run_id and r.removed_at is null where o.id = $1`, [id]))[0];

/** A run of the viewer's own case that may still take pictures, with what it already has of a tier. */
export const runForUpload = async (tx: Tx, runId: string, tier: string): Promise<{ caseId: string; kind: 'xa' | 'us' | 'still'; sha256: Buffer | null } | undefined> =>
  (await tx.rows<{ caseId: string; kind: 'xa' | 'us' | 'still'; sha256: Buffer | null }>(
    `select r.case_id as "caseId", r.kind, (select sha256 from app.objects o where o.run_id = r.id and o.tier = $2) as sha256
       from app.runs r where r.id = $1 and r.removed_at is null and app.standing(r.case_id) = 'asker' and app.phase(r.case_id) in ('draft', 'posted', 'decided')`, [runId, tier]))[0];

/** As the node, after verifying the bytes. */
export const insertObject = (tx: Tx, o: Omit<ObjectRow, 'sha256'> & { sha256: Uint8Array }, at: Date): Promise<number> =>
  tx.write(`insert into app.objects (id, run_id, case_id, tier, media_type, bytes, sha256, at) values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (run_id, tier) do nothing`,
    [o.id, o.runId, o.caseId, o.tier, o.mediaType, o.bytes, Buffer.from(o.sha256), at]);

/** As the node: what the verified film says of itself stands in place of what its sender said of it. */
export const believeFilm = (tx: Tx, runId: string, says: object): Promise<number> =>
  tx.write('update app.runs set sidecar = sidecar || $2 where id = $1', [runId, JSON.stringify(says)]);

/** As the node: the clean film of a run that has no preview. */
export const filmWithoutPreview = async (tx: Tx, runId: Id): Promise<{ id: Id; bytes: number; caseId: string; kind: 'xa' | 'us' | 'still'; hidden: boolean; posted: boolean } | undefined> =>
  (await tx.rows<{ id: Id; bytes: number; caseId: string; kind: 'xa' | 'us' | 'still'; hidden: boolean; posted: boolean }>(
    `select o.id, o.bytes, o.case_id as "caseId", r.kind, c.hidden, app.phase(c.id) <> 'draft' as posted
       from app.objects o join app.runs r on r.id = o.run_id join app.cases c on c.id = o.case_id
      where o.run_id = $1 and o.tier = 't2' and o.media_type = 'application/dicom' and r.removed_at is null
        and not exists (select from app.objects p where p.run_id = o.run_id and p.tier = 't1')`, [runId]))[0];

/** The preview may still be on its way, on a line that breaks: it is waited for. */
export const enqueuePreview = (tx: Tx, runId: Id, at: Date): Promise<unknown> =>
  tx.rows(`select app.enqueue('make-preview', $1::json, 'preview ' || $2, $3)`, [JSON.stringify({ runId }), runId, at]);

/** The asker's alone: what an institution's ledger lists has a door of its own, which knows no case. */
export const certificateOf = async (tx: Tx, caseId: string, runId: string): Promise<{ id: string; body: object } | undefined> =>
  (await tx.rows<{ id: string; body: object }>(`select id, body from app.certificates where case_id = $1 and run_id = $2 and app.standing(case_id) = 'asker' order by at, id limit 1`, [caseId, runId]))[0];
