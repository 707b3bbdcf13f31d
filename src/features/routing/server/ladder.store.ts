// The ladder's rows. Read and written as the asker, whose rights it climbs with; `openLadders` and `expireDue` as the node.

import type { Tx } from '#server/db.ts';
import type { AskTimes, Urgency } from '../rules/ask.ts';

export type LadderRow = {
  caseId: string; wanted: number; beginsAt: Date; lookAt: Date | null; endedWhy: 'enough' | 'over' | 'asker' | null; endedAt: Date | null;
  phase: string; hidden: boolean; urgency: Urgency; decideBy: Date | null;
};
const ladderColumns = `l.case_id as "caseId", l.wanted, l.begins_at as "beginsAt", l.look_at as "lookAt", e.why as "endedWhy", e.at as "endedAt",
  app.phase(l.case_id) as phase, k.hidden, k.urgency, k.decide_by as "decideBy"`;

export const ladderOf = async (tx: Tx, caseId: string): Promise<LadderRow | undefined> =>
  (await tx.rows<LadderRow>(`select ${ladderColumns} from app.ladders l join app.cases k on k.id = l.case_id left join app.ladder_ends e on e.case_id = l.case_id where l.case_id = $1`, [caseId]))[0];

/** One climb of a case at a time, and one sending at a time, so that no two waves find the same place under a cap. */
export const lockSending = (tx: Tx): Promise<unknown> => tx.rows(`select pg_advisory_xact_lock(hashtext('hamdel sending'))`);

export const insertLadder = (tx: Tx, caseId: string, wanted: number, beginsAt: Date): Promise<number> =>
  tx.write('insert into app.ladders (case_id, wanted, begins_at, look_at) values ($1, $2, $3, $3) on conflict (case_id) do nothing', [caseId, wanted, beginsAt]);
export const lookAgain = (tx: Tx, caseId: string, at: Date | null): Promise<number> => tx.write('update app.ladders set look_at = $2 where case_id = $1', [caseId, at]);
export const endLadder = (tx: Tx, caseId: string, why: 'enough' | 'over' | 'asker', at: Date): Promise<number> =>
  tx.write('insert into app.ladder_ends (case_id, why, at) values ($1, $2, $3) on conflict (case_id) do nothing', [caseId, why, at]);

/** The job of a case, once and at its next moment (null: now); who enqueues it again moves it. */
export const enqueueClimb = (tx: Tx, caseId: string, at: Date | null): void => tx.later(`select app.enqueue('climb', $1::json, 'climb ' || $2, $3)`, [JSON.stringify({ caseId }), caseId, at]);

export type SeatRow = AskTimes & { id: string; personId: string; acceptBy: Date; taken: Date | null; step: number | null };
export const seatsOf = (tx: Tx, caseId: string): Promise<SeatRow[]> =>
  tx.rows(`select id, expert_id as "personId", accept_by as "acceptBy", accepted_at as taken, step, seen_at as "seenAt", accepted_at as "acceptedAt", declined_at as "declinedAt", handed_to as "handedTo",
      answered_at as "answeredAt", expired_at as "expiredAt", cancelled_at as "cancelledAt", released_at as "releasedAt" from app.asks where case_id = $1 order by asked_at, id`, [caseId]);

/** The latest version of each opinion, as far as agreement needs it. */
export const opinionsOf = (tx: Tx, caseId: string): Promise<{ stance: string | null; confidence: number | null }[]> =>
  tx.rows(`select distinct on (ask_id) body ->> 'stance' as stance, (body ->> 'confidence')::int as confidence from app.opinions where case_id = $1 order by ask_id, version desc`, [caseId]);

export type WaveRow = { step: number; size: number; goesAt: Date; takenAt: Date | null; confirmed: boolean; changed: boolean };
export const wavesOf = (tx: Tx, caseId: string): Promise<WaveRow[]> =>
  tx.rows(`select w.step, w.size, w.goes_at as "goesAt", t.at as "takenAt",
      exists (select from app.wave_looks o where o.case_id = w.case_id and o.step = w.step and o.act = 'confirmed') as confirmed,
      exists (select from app.wave_looks o where o.case_id = w.case_id and o.step = w.step and o.act = 'changed') as changed
    from app.waves w left join app.wave_takings t on t.case_id = w.case_id and t.step = w.step where w.case_id = $1 order by w.step`, [caseId]);

export type WavePerson = { personId: string; place: number; reasons: object; namedBy: string | null };
export const wavePeople = (tx: Tx, caseId: string, step: number): Promise<WavePerson[]> =>
  tx.rows('select person_id as "personId", place, reasons, named_by as "namedBy" from app.wave_people where case_id = $1 and step = $2 order by place, person_id', [caseId, step]);

export const insertWave = async (tx: Tx, caseId: string, step: number, size: number, goesAt: Date, people: readonly { personId: string; reasons: object }[]): Promise<void> => {
  await tx.write('insert into app.waves (case_id, step, size, goes_at) values ($1, $2, $3, $4) on conflict do nothing', [caseId, step, size, goesAt]);
  await tx.write(`insert into app.wave_people (case_id, step, person_id, place, reasons) select $1, $2, (p.one ->> 'personId')::uuid, p.n - 1, p.one -> 'reasons'
      from jsonb_array_elements($3::jsonb) with ordinality p(one, n) on conflict do nothing`, [caseId, step, JSON.stringify(people)]);
};
export const takeWave = (tx: Tx, caseId: string, step: number, at: Date): Promise<number> =>
  tx.write('insert into app.wave_takings (case_id, step, at) values ($1, $2, $3)', [caseId, step, at]);

export const releaseAsks = async (tx: Tx, ids: readonly string[], at: Date): Promise<string[]> =>
  (await tx.rows<{ expert: string }>(`update app.asks set cancelled_at = $2, released_at = $2 where id = any ($1::uuid[]) and accepted_at is null and answered_at is null and declined_at is null and cancelled_at is null
    returning expert_id as expert`, [ids, at])).map(({ expert }) => expert);

export const onCall = async (tx: Tx, caseId: string, at: Date): Promise<string[]> => (await tx.rows<{ id: string }>('select app.on_call($1, $2) as id', [caseId, at])).map(({ id }) => id);
export const isCoordinated = async (tx: Tx, at: Date): Promise<boolean> => (await tx.rows<{ yes: boolean }>('select app.is_coordinated($1) as yes', [at]))[0]?.yes ?? false;
export const namedInstead = async (tx: Tx, caseId: string): Promise<string[]> => (await tx.rows<{ person: string }>('select person from app.named_instead($1)', [caseId])).map(({ person }) => person);
export const tellCoordinators = (tx: Tx, kind: 'wave-ready' | 'case-untaken', caseId: string, at: Date): void => {
  tx.later('select app.tell_coordinators($1, $2, true, $3)', [kind, caseId, at]);
  tx.announced();
};

export const stagesOf = (tx: Tx, ids: readonly string[]): Promise<{ id: string; stage: string }[]> => tx.rows('select id, stage from app.people where id = any ($1::uuid[])', [ids]);

/** As the node: ladders whose time has come, that have what they wanted, or whose case is over. Each with its asker, as whom it climbs. */
export const openLadders = (tx: Tx, now: Date): Promise<{ caseId: string; asker: string }[]> =>
  tx.rows(`select l.case_id as "caseId", k.person_id as asker from app.ladders l join app.case_askers k on k.case_id = l.case_id
    where not exists (select from app.ladder_ends e where e.case_id = l.case_id)
      and (l.look_at <= $1 or app.phase(l.case_id) <> 'posted' or (select count(distinct ask_id) from app.opinions o where o.case_id = l.case_id) >= least(l.wanted, 2))
    order by l.look_at, l.case_id`, [now]);
export const askerOf = async (tx: Tx, caseId: string): Promise<string | undefined> =>
  (await tx.rows<{ id: string }>('select person_id as id from app.case_askers where case_id = $1', [caseId]))[0]?.id;

/** What a colleague said of another by naming them; on the topics of the case they were asked about. */
export const insertNaming = (tx: Tx, askId: string, person: string, at: Date): Promise<number> =>
  tx.write(`insert into app.namings (ask_id, by_person, person_id, topics, at) select a.id, app.viewer(), $2, coalesce(array(select jsonb_array_elements_text(k.fields -> 'topics')), '{}'), $3
    from app.asks a join app.cases k on k.id = a.case_id where a.id = $1 on conflict do nothing`, [askId, person, at]);
