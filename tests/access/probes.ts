// Each act of the policy as SQL that really does it, as a person whom no action stands before. ($C the case, $V the viewer, $A the viewer's ask or another's,
// $T an expert nobody of the matrix is, $N a colleague not yet asked, $R a run, $U a fresh id.)

import type { Act } from '#features/cases/rules/policy.ts';

export type Probe = {
  readonly name: string;
  /** 'never': no policy may allow it to anybody. */
  readonly act: Act | 'never';
  /** As the owner, before: so that there is something to see or to do. */
  readonly first?: string;
  readonly sql: string;
  readonly only?: (phase: string) => boolean;
};

const decided = (phase: string): boolean => phase === 'decided' || phase === 'closed';
const anOutcome = `insert into app.outcomes (case_id, moment, due_on) values ($C, 'd30', '2026-12-20') on conflict do nothing`;
const anAsk = `insert into app.asks (id, case_id, expert_id, asked_at, accept_by, answer_by) values ($U, $C, $T, now(), now(), now()) on conflict do nothing`;
const opinion = (author: string, ask: string): string => `insert into app.opinions (id, case_id, ask_id, author_id, seat, version, lang, body, texts, before_decision, at)
  values ($U, $C, ${ask}, ${author}, 'operator', 99, 'en', '{}', '{}', not app.decided($C), now())`;
const theirs = `${anAsk}; ${opinion('$T', '(select id from app.asks where case_id = $C and expert_id = $T)')}`;
const remark = (adviser: string): string => `insert into app.remarks (id, case_id, adviser_id, lang, texts, at) values ($U, $C, ${adviser}, 'en', '{}', now())`;
const mark = (adviser: string): string => `insert into app.marks (id, case_id, run_id, adviser_id, frame, shape, points, at) values ($U, $C, $R, ${adviser}, 0, 'text', '{0.5,0.5}', now())`;

const aLadder = `insert into app.ladders (case_id, wanted, begins_at) values ($C, 3, now()) on conflict do nothing`;
const aWave = `${aLadder}; insert into app.waves (case_id, step, size, goes_at) values ($C, 0, 3, now()) on conflict do nothing; insert into app.wave_people (case_id, step, person_id, place) values ($C, 0, $T, 0) on conflict do nothing`;

const found = (part: string): Pick<Probe, 'first' | 'sql'> => ({
  first: `insert into app.search_lanes (kind, reach) values ('case', 'few') on conflict do nothing;
    insert into app.search_docs (lane, kind, about, part) select id, 'case', $C, '${part}' from app.search_lanes where kind = 'case' and reach = 'few' on conflict do nothing`,
  sql: `select from app.search_docs where kind = 'case' and about = $C and part = '${part}'`,
});

const reads: readonly Probe[] = [
  { name: 'the case', act: 'read', sql: 'select from app.cases where id = $C' },
  { name: 'its runs', act: 'read', sql: 'select from app.runs where case_id = $C' },
  { name: 'its pictures', act: 'read', sql: 'select from app.objects where case_id = $C' },
  { name: 'marks of the asker', act: 'read', first: `insert into app.marks (id, case_id, run_id, frame, shape, points, at) values ($U, $C, $R, 0, 'text', '{0.5,0.5}', now())`, sql: 'select from app.marks where case_id = $C and adviser_id is null' },
  { name: 'when it was posted', act: 'read', sql: 'select from app.postings where case_id = $C', only: (p) => p !== 'draft' },
  { name: 'that it is closed', act: 'read', sql: 'select from app.closings where case_id = $C', only: (p) => p === 'closed' },
  { name: 'who asks', act: 'read-asker', sql: 'select from app.case_askers where case_id = $C' },
  { name: 'the plan', act: 'read-plan', sql: 'select from app.plans where case_id = $C' },
  { name: 'opinions of others', act: 'read-opinions', first: theirs, sql: 'select from app.opinions where case_id = $C and author_id is distinct from $V' },
  { name: 'marks of others who gave an opinion', act: 'read-opinions', first: `${theirs}; ${mark('$T')}`, sql: 'select from app.marks where case_id = $C and adviser_id = $T' },
  { name: 'the decision', act: 'read-decision', sql: 'select from app.decisions where case_id = $C', only: decided },
  { name: 'the outcomes', act: 'read-decision', first: anOutcome, sql: 'select from app.outcomes where case_id = $C' },
  { name: 'the talk below', act: 'read-remarks', first: remark('null'), sql: 'select from app.remarks where case_id = $C' },
  { name: 'what cleaning removed', act: 'read-certificates', sql: 'select from app.certificates where case_id = $C' },
  { name: 'whom else was asked', act: 'read-asks', first: anAsk, sql: 'select from app.asks where case_id = $C and expert_id is distinct from $V' },
  { name: 'the ladder', act: 'read-asks', first: aLadder, sql: 'select from app.ladders where case_id = $C' },
  { name: 'who stands in the wave', act: 'read-asks', first: aWave, sql: 'select from app.wave_people where case_id = $C' },
  { name: 'find the case by its story', act: 'read', ...found('story') },
  { name: 'find the case by what came of it', act: 'read-decision', ...found('outcome') },
  { name: 'find the case by its opinions', act: 'read-opinions', ...found('opinions') },
  { name: 'find the case by the talk below', act: 'read-remarks', ...found('talk') },
  { name: 'who opened the name', act: 'read-unmasking', first: `insert into app.unmaskings (id, case_id, steward_id, reason, at) values ($U, $C, $T, 'a reason given', now())`, sql: 'select from app.unmaskings where case_id = $C' },
];

const writes: readonly Probe[] = [
  { name: 'change the text', act: 'edit', sql: `update app.cases set texts = texts where id = $C` },
  { name: 'post', act: 'post', sql: 'insert into app.postings (case_id, at) values ($C, now())' },
  { name: 'withdraw', act: 'withdraw', sql: 'insert into app.withdrawals (case_id, at) values ($C, now())' },
  { name: 'decide', act: 'decide', sql: `insert into app.decisions (case_id, choice, at) values ($C, 'pci', now())` },
  { name: 'close', act: 'close', sql: 'insert into app.closings (case_id, at) values ($C, now())' },
  { name: 'tell an outcome', act: 'tell-outcome', first: anOutcome, sql: `update app.outcomes set result = 'no-event', at = now() where case_id = $C and moment = 'd30'` },
  { name: 'add a plan', act: 'write-plan', first: 'delete from app.plans where case_id = $C', sql: `insert into app.plans (case_id, texts, at) values ($C, '{}', now())` },
  { name: 'add a run', act: 'add-run', sql: `insert into app.runs (id, case_id, position, kind, sidecar, at) values ($U, $C, 9, 'xa', '{}', now())` },
  { name: 'take a run out', act: 'add-run', sql: 'update app.runs set removed_at = now() where id = $R' },
  { name: 'add a certificate', act: 'add-run', sql: `insert into app.certificates (id, run_id, case_id, body, at) values ($U, $R, $C, '{}', now())` },
  { name: 'ask a colleague', act: 'ask', sql: 'insert into app.asks (id, case_id, expert_id, asked_at, accept_by, answer_by) values ($U, $C, $N, now(), now(), now())' },
  { name: 'begin the ladder', act: 'ask', sql: 'insert into app.ladders (case_id, wanted, begins_at) values ($C, 3, now())' },
  { name: 'prepare a wave', act: 'ask', first: aLadder, sql: 'insert into app.waves (case_id, step, size, goes_at) values ($C, 1, 3, now())' },
  { name: 'take a wave', act: 'ask', first: aWave, sql: 'insert into app.wave_takings (case_id, step, at) values ($C, 0, now())' },
  { name: 'confirm a wave', act: 'steer', first: aWave, sql: `insert into app.wave_looks (id, case_id, step, coordinator_id, act, at) values ($U, $C, 0, $V, 'confirmed', now())` },
  { name: 'change a wave', act: 'steer', first: aWave, sql: 'update app.wave_people set place = 4 where case_id = $C' },
  { name: 'accept the ask', act: 'answer-ask', sql: 'update app.asks set accepted_at = now() where case_id = $C and expert_id = $V' },
  { name: 'decline the ask', act: 'answer-ask', sql: 'update app.asks set declined_at = now() where case_id = $C and expert_id = $V' },
  { name: 'take an ask back', act: 'cancel-ask', first: anAsk, sql: 'update app.asks set cancelled_at = now() where case_id = $C and expert_id = $T' },
  { name: 'give an opinion', act: 'give-opinion', sql: opinion('$V', '$A') },
  { name: 'save an opinion as typed', act: 'save-opinion', first: 'delete from app.opinion_drafts where ask_id = $A', sql: `insert into app.opinion_drafts (ask_id, body, version, at) values ($A, '{}', 1, now())` },
  { name: 'say something below', act: 'remark', sql: remark('$ADVISER') },
  { name: 'mark a frame', act: 'mark', sql: mark('$ADVISER') },
  { name: 'open the name', act: 'unmask', sql: `insert into app.unmaskings (id, case_id, steward_id, reason, at) values ($U, $C, $V, 'a reason given', now())` },
];

/** What nobody may do, whoever they are. */
const never: readonly Probe[] = [
  { name: 'answer an ask for another', act: 'never', first: anAsk, sql: 'update app.asks set accepted_at = now() where case_id = $C and expert_id is distinct from $V' },
  { name: 'confirm a wave as another', act: 'never', first: aWave, sql: `insert into app.wave_looks (id, case_id, step, coordinator_id, act, at) values ($U, $C, 0, $T, 'confirmed', now())` },
  { name: 'change a wave that has gone', act: 'never', first: `${aWave}; insert into app.wave_takings (case_id, step, at) values ($C, 0, now())`, sql: 'update app.wave_people set place = 4 where case_id = $C' },
  { name: 'read what colleagues say of each other', act: 'never', first: `${anAsk}; insert into app.namings (ask_id, by_person, person_id, topics, at) select a.id, $T, $N, '{}', now() from app.asks a where a.case_id = $C and a.expert_id = $T`, sql: 'select from app.namings n join app.asks a on a.id = n.ask_id where a.case_id = $C and n.by_person is distinct from $V' },
  { name: 'take back one’s own ask', act: 'never', sql: 'update app.asks set cancelled_at = now() where case_id = $C and expert_id = $V' },
  { name: 'give an opinion as another', act: 'never', first: anAsk, sql: opinion('$T', '(select id from app.asks where case_id = $C and expert_id = $T)') },
  { name: 'give an opinion under another’s ask', act: 'never', first: anAsk, sql: opinion('$V', '(select id from app.asks where case_id = $C and expert_id = $T)') },
  { name: 'change an opinion given', act: 'never', sql: `update app.opinions set texts = '{}' where case_id = $C` },
  { name: 'speak as another adviser', act: 'never', sql: remark('$T') },
  { name: 'become the asker', act: 'never', sql: 'insert into app.case_askers (case_id, person_id) values ($C, $V)' },
  { name: 'put another in the asker’s place', act: 'never', sql: 'update app.case_askers set person_id = $V where case_id = $C' },
  { name: 'write an object', act: 'never', sql: `insert into app.objects (id, run_id, case_id, tier, media_type, bytes, sha256, at) values ($U, $R, $C, 't2', 'video/mp4', 1, '', now())` },
  { name: 'read notices of others', act: 'never', sql: 'select from app.notices where case_id = $C and person_id is distinct from $V' },
  { name: 'read events of others', act: 'never', sql: 'select from app.events where case_id = $C and person_id is distinct from $V' },
  { name: 'write a notice', act: 'never', sql: `insert into app.notices (id, person_id, kind, case_id, at) values ($U, $T, 'asked', $C, now())` },
  { name: 'open a part of the case to the search', act: 'never', ...found('story'), sql: `update app.search_docs set part = 'story' where about = $C` },
  { name: 'read which words stand in the case', act: 'never', ...found('story'), sql: 'select from app.search_postings where doc in (select id from app.search_docs where about = $C)' },
  { name: 'delete the case', act: 'never', sql: 'delete from app.cases where id = $C' },
  { name: 'delete opinions', act: 'never', sql: 'delete from app.opinions where case_id = $C' },
  { name: 'take a decision back', act: 'never', sql: 'delete from app.decisions where case_id = $C' },
];

export const probes: readonly Probe[] = [...reads, ...writes, ...never];
