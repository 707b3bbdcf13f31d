-- Marks of more shapes, and measures: a line by hand, a segment's name, a catheter of known size, a length, an angle, a stenosis by two diameters or
-- along a vessel. `details` is what the vector alone does not say: the segment, the French size, how a measure was calibrated, widths that were found.
alter table app.marks drop constraint marks_shape_check, drop constraint marks_points_check,
  add column details jsonb not null default '{}' check (jsonb_typeof(details) = 'object' and length(details::text) <= 4000),
  add constraint marks_shape_check check (shape in ('arrow', 'text', 'freehand', 'segment', 'catheter', 'length', 'angle', 'stenosis', 'vessel')),
  add constraint marks_points_check check (array_length(points, 1) between 2 and 400 and array_length(points, 1) % 2 = 0);

-- As in 0007, with what a measure needs to be shown.
-- One trip for a whole case; null when there is nothing for this viewer. Each person once, under `people`; rows name them by id.
create or replace function app.case_page(viewer uuid, c uuid) returns json language plpgsql stable security definer set search_path = app, pg_temp as $$
declare
  page json;
  stands text;
begin
  perform set_config('hamdel.viewer', viewer::text, true);
  stands := app.reckon_standing(c);
  perform set_config('hamdel.case', c::text, true), set_config('hamdel.standing', coalesce(stands, ''), true);
  with
    asker as materialized (select person_id as id from app.case_askers where case_id = c),
    asks as materialized (select id, expert_id as expert, seat, reasons, asked_at as "askedAt", accept_by as "acceptBy", answer_by as "answerBy", seen_at as "seenAt", accepted_at as "acceptedAt",
        declined_at as "declinedAt", handed_to as "handedTo", handed_note as "handedNote", answered_at as "answeredAt", expired_at as "expiredAt", cancelled_at as "cancelledAt"
      from app.asks where case_id = c order by asked_at, id),
    opinions as materialized (select id, ask_id as "askId", author_id as author, seat, version, lang, body, texts, before_decision as "beforeDecision", at from app.opinions where case_id = c order by at, id),
    remarks as materialized (select id, adviser_id as adviser, lang, texts, pointer, at from app.remarks where case_id = c order by at, id),
    people as (select p.id, p.title, p.stage, p.given_en as "givenEn", p.family_en as "familyEn", p.given_fa as "givenFa", p.family_fa as "familyFa",
        i.name_en as "institutionEn", i.name_fa as "institutionFa", t.name_en as "cityEn", t.name_fa as "cityFa"
      from app.people p left join app.institutions i on i.id = p.institution_id left join app.cities t on t.id = coalesce(i.city_id, p.city_id)
      where p.id = any(array(select id from asker union all select expert from asks union all select "handedTo" from asks union all select author from opinions union all select adviser from remarks))
      order by p.id),
    runs as (select id, kind, label, position, sidecar from app.runs where case_id = c and removed_at is null order by position, id),
    objects as (select id, run_id as "runId", tier, media_type as "mediaType", bytes from app.objects where case_id = c),
    marks as (select id, run_id as "runId", adviser_id as "adviserId", frame, shape, points, note, details, at from app.marks where case_id = c and removed_at is null order by run_id, frame, id),
    outcomes as (select moment, due_on as "dueOn", result, details, texts, at from app.outcomes where case_id = c order by due_on),
    unmaskings as (select at, reason from app.unmaskings where case_id = c order by at)
  select to_json(whole) into page from (select
      k.id, k.lang, k.kind, k.urgency, k.audience, k.hidden, k.fields, k.texts, k.decide_by as "decideBy", k.version, k.edited_at as "editedAt", k.started_at as "startedAt",
      stands as standing,
      exists (select from opinions o where o.author = viewer) as "hasGiven",
      case when stands in ('asker', 'open') then (select count(distinct "askId") from opinions) else app.opinions_given(c) end as "opinionsGiven",
      (select at from app.postings where case_id = c) as "postedAt",
      (select at from app.withdrawals where case_id = c) as "withdrawnAt",
      (select at from app.closings where case_id = c) as "closedAt",
      (select json_agg(p) from people p) as people,
      (select id from asker) as asker,
      (select to_json(p) from (select texts, at from app.plans where case_id = c) p) as plan,
      coalesce((select json_agg(r) from runs r), '[]') as runs,
      coalesce((select json_agg(o) from objects o), '[]') as objects,
      coalesce((select json_agg(m) from marks m), '[]') as marks,
      coalesce((select json_agg(a) from asks a), '[]') as asks,
      coalesce((select json_agg(o) from opinions o), '[]') as opinions,
      (select to_json(d) from (select ask_id as "askId", body, version, at from app.opinion_drafts where ask_id in (select id from asks)) d) as draft,
      coalesce((select json_agg(r) from remarks r), '[]') as remarks,
      (select to_json(d) from (select choice, texts, followed, at from app.decisions where case_id = c) d) as decision,
      coalesce((select json_agg(o) from outcomes o), '[]') as outcomes,
      coalesce((select json_agg(u) from unmaskings u), '[]') as unmaskings
    from app.cases k where k.id = c) whole;
  perform set_config('hamdel.case', '', true), set_config('hamdel.viewer', '', true);
  return page;
end $$;
