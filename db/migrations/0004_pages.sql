-- Whole pages in one trip. Each function takes the viewer, runs as hamdel_app and so under row-level security, and returns one JSON value
-- that the feature's present.ts turns into what is shown. It sets the viewer for its own statement only (autocommit ends it).

create function app.person_line(p uuid) returns json language sql stable as $$
  select json_build_object('id', p.id, 'title', p.title, 'stage', p.stage, 'givenEn', p.given_en, 'familyEn', p.family_en, 'givenFa', p.given_fa, 'familyFa', p.family_fa,
      'institutionEn', i.name_en, 'institutionFa', i.name_fa, 'cityEn', c.name_en, 'cityFa', c.name_fa)
    from app.people p left join app.institutions i on i.id = p.institution_id left join app.cities c on c.id = coalesce(i.city_id, p.city_id)
   where p.id = $1 $$;

-- How many have answered: a sealed expert may know that, never who or what.
create function app.opinions_given(c uuid) returns bigint language sql stable security definer
  as $$ select case when app.standing(c) is null then 0 else (select count(distinct ask_id) from app.opinions where case_id = c) end $$;

-- One trip for a whole case; null when there is nothing for this viewer. Each person once, under `people`; rows name them by id.
create function app.case_page(viewer uuid, c uuid) returns json language plpgsql stable security definer set search_path = app, pg_temp as $$
declare
  page json;
  stands text;
begin
  perform set_config('hamdel.viewer', viewer::text, true);
  stands := app.reckon_standing(c);
  perform set_config('hamdel.standing', c::text || ' ' || coalesce(stands, ''), true);
  select json_build_object(
    'id', k.id, 'lang', k.lang, 'kind', k.kind, 'urgency', k.urgency, 'audience', k.audience, 'hidden', k.hidden, 'fields', k.fields, 'texts', k.texts,
    'decideBy', k.decide_by, 'version', k.version, 'editedAt', k.edited_at, 'startedAt', k.started_at,
    'standing', stands, 'hasGiven', app.has_given(c),
    'postedAt', (select at from app.postings where case_id = c),
    'withdrawnAt', (select at from app.withdrawals where case_id = c),
    'closedAt', (select at from app.closings where case_id = c),
    'people', (select json_agg(json_build_object('id', p.id, 'title', p.title, 'stage', p.stage, 'givenEn', p.given_en, 'familyEn', p.family_en, 'givenFa', p.given_fa, 'familyFa', p.family_fa,
        'institutionEn', i.name_en, 'institutionFa', i.name_fa, 'cityEn', t.name_en, 'cityFa', t.name_fa) order by p.id)
      from app.people p left join app.institutions i on i.id = p.institution_id left join app.cities t on t.id = coalesce(i.city_id, p.city_id)
      where p.id in (select person_id from app.case_askers where case_id = c union select expert_id from app.asks where case_id = c union select handed_to from app.asks where case_id = c
        union select author_id from app.opinions where case_id = c union select adviser_id from app.remarks where case_id = c)),
    'asker', (select person_id from app.case_askers where case_id = c),
    'plan', (select json_build_object('texts', texts, 'at', at) from app.plans where case_id = c),
    'runs', coalesce((select json_agg(json_build_object('id', r.id, 'kind', r.kind, 'label', r.label, 'position', r.position, 'sidecar', r.sidecar)
        order by r.position, r.id) from app.runs r where r.case_id = c and r.removed_at is null), '[]'),
    'objects', coalesce((select json_agg(json_build_object('id', id, 'runId', run_id, 'tier', tier, 'mediaType', media_type, 'bytes', bytes) order by run_id, tier) from app.objects where case_id = c), '[]'),
    'marks', coalesce((select json_agg(json_build_object('id', id, 'runId', run_id, 'adviserId', adviser_id, 'frame', frame, 'shape', shape, 'points', points, 'note', note) order by run_id, frame, id)
        from app.marks where case_id = c and removed_at is null), '[]'),
    'asks', coalesce((select json_agg(json_build_object('id', a.id, 'expert', a.expert_id, 'seat', a.seat, 'reasons', a.reasons, 'askedAt', a.asked_at,
        'acceptBy', a.accept_by, 'answerBy', a.answer_by, 'seenAt', a.seen_at, 'acceptedAt', a.accepted_at, 'declinedAt', a.declined_at,
        'handedTo', a.handed_to, 'handedNote', a.handed_note,
        'answeredAt', a.answered_at, 'expiredAt', a.expired_at, 'cancelledAt', a.cancelled_at) order by a.asked_at, a.id)
        from app.asks a where a.case_id = c), '[]'),
    'opinionsGiven', app.opinions_given(c),
    'opinions', coalesce((select json_agg(json_build_object('id', o.id, 'askId', o.ask_id, 'author', o.author_id, 'seat', o.seat, 'version', o.version, 'lang', o.lang, 'body', o.body,
        'texts', o.texts, 'beforeDecision', o.before_decision, 'at', o.at) order by o.at, o.id) from app.opinions o where o.case_id = c), '[]'),
    'draft', (select json_build_object('askId', d.ask_id, 'body', d.body, 'version', d.version, 'at', d.at) from app.opinion_drafts d join app.asks a on a.id = d.ask_id where a.case_id = c),
    'remarks', coalesce((select json_agg(json_build_object('id', id, 'adviser', adviser_id, 'lang', lang, 'texts', texts,
        'pointer', pointer, 'at', at) order by at, id) from app.remarks where case_id = c), '[]'),
    'decision', (select json_build_object('choice', choice, 'texts', texts, 'followed', followed, 'at', at) from app.decisions where case_id = c),
    'outcomes', coalesce((select json_agg(json_build_object('moment', moment, 'dueOn', due_on, 'result', result, 'details', details, 'texts', texts, 'at', at) order by due_on)
        from app.outcomes where case_id = c), '[]'),
    'unmaskings', coalesce((select json_agg(json_build_object('at', at, 'reason', reason) order by at) from app.unmaskings where case_id = c), '[]')
  ) into page from app.cases k where k.id = c;
  perform set_config('hamdel.standing', '', true);
  perform set_config('hamdel.viewer', '', true);
  return page;
end $$;

-- Rows of lists: what a line about a case needs, for any case the viewer may see.
create function app.case_line(c uuid) returns json language sql stable as $$
  select json_build_object('id', k.id, 'lang', k.lang, 'kind', k.kind, 'urgency', k.urgency, 'hidden', k.hidden, 'texts', json_build_object(
      'en', json_build_object('title', k.texts #>> '{en,title}', 'question', k.texts #>> '{en,question}'),
      'fa', json_build_object('title', k.texts #>> '{fa,title}', 'question', k.texts #>> '{fa,question}')),
    'topics', k.fields -> 'topics', 'decideBy', k.decide_by, 'editedAt', k.edited_at,
    'standing', app.standing(k.id), 'asker', (select app.person_line(person_id) from app.case_askers where case_id = k.id),
    'postedAt', (select at from app.postings where case_id = k.id),
    'withdrawnAt', (select at from app.withdrawals where case_id = k.id),
    'decidedAt', (select at from app.decisions where case_id = k.id),
    'closedAt', (select at from app.closings where case_id = k.id),
    'opinionsGiven', app.opinions_given(k.id),
    'asksSent', (select count(*) from app.asks where case_id = k.id and cancelled_at is null),
    'outcomes', coalesce((select json_agg(json_build_object('moment', moment, 'dueOn', due_on, 'result', result, 'at', at) order by due_on) from app.outcomes where case_id = k.id), '[]'))
  from app.cases k where k.id = c $$;

-- Home: only what waits, then what ended lately.
create function app.home_json(today date) returns json language sql stable as $$
  select json_build_object(
    'asks', coalesce((select json_agg(json_build_object('ask', json_build_object('id', a.id, 'seat', a.seat, 'reasons', a.reasons, 'askedAt', a.asked_at, 'acceptBy', a.accept_by,
          'answerBy', a.answer_by, 'seenAt', a.seen_at, 'acceptedAt', a.accepted_at, 'expiredAt', a.expired_at), 'case', app.case_line(a.case_id)) order by a.answer_by, a.id)
        from app.asks a where a.expert_id = app.viewer() and a.answered_at is null and a.declined_at is null and a.cancelled_at is null and app.standing(a.case_id) = 'sealed'), '[]'),
    'drafts', coalesce((select json_agg(app.case_line(k.id) order by k.edited_at desc) from app.cases k join app.case_askers m on m.case_id = k.id
        where m.person_id = app.viewer() and app.phase(k.id) = 'draft'), '[]'),
    'open', coalesce((select json_agg(app.case_line(k.id) order by k.decide_by nulls last, k.id) from app.cases k join app.case_askers m on m.case_id = k.id
        where m.person_id = app.viewer() and app.phase(k.id) = 'posted'), '[]'),
    'due', coalesce((select json_agg(json_build_object('moment', o.moment, 'dueOn', o.due_on, 'case', app.case_line(o.case_id)) order by o.due_on, o.case_id)
        from app.outcomes o join app.case_askers m on m.case_id = o.case_id where m.person_id = app.viewer() and o.at is null and o.due_on <= today and app.phase(o.case_id) in ('decided', 'closed')), '[]'),
    'ended', coalesce((select json_agg(json_build_object('moment', e.moment, 'result', e.result, 'at', e.at, 'texts', e.texts, 'case', app.case_line(e.case_id)) order by e.at desc) from (
        select * from (select distinct on (o.case_id) o.* from app.outcomes o where o.at is not null and (exists (select from app.case_askers m where m.case_id = o.case_id and m.person_id = app.viewer())
          or exists (select from app.asks a where a.case_id = o.case_id and a.expert_id = app.viewer() and a.answered_at is not null)) order by o.case_id, o.due_on desc) o order by o.at desc limit 5) e), '[]')) $$;

create function app.home_page(viewer uuid, today date) returns json language plpgsql stable security definer set search_path = app, pg_temp as $$
declare
  page json;
begin
  perform set_config('hamdel.viewer', viewer::text, true);
  page := home_json(today);
  perform set_config('hamdel.viewer', '', true);
  return page;
end $$;

-- Lists of cases: mine, asked of me, the node's. Newest first by the coarse time, then by id, so that order tells nothing more.
create function app.case_list(viewer uuid, which text, n integer) returns json language plpgsql stable security definer set search_path = app, pg_temp as $$
declare
  page json;
begin
  perform set_config('hamdel.viewer', viewer::text, true);
  select coalesce(json_agg(app.case_line(l.id) order by l.at desc, l.id), '[]') into page from (
    select k.id, coalesce(p.at, k.edited_at) as at from app.cases k left join app.postings p on p.case_id = k.id
     where case which
       when 'mine' then exists (select from app.case_askers m where m.case_id = k.id and m.person_id = app.viewer())
       when 'asked' then exists (select from app.asks a where a.case_id = k.id and a.expert_id = app.viewer())
       else k.audience = 'node' and p.at is not null end
     order by 2 desc, 1 limit n) l;
  perform set_config('hamdel.viewer', '', true);
  return page;
end $$;

-- These run as hamdel_app, which owns no table, so security definer narrows them instead of widening.
do $$ begin
  execute format('grant hamdel_app to %I', current_user);
  grant create on schema app to hamdel_app;
  alter function app.case_page(uuid, uuid) owner to hamdel_app;
  alter function app.home_page(uuid, date) owner to hamdel_app;
  alter function app.case_list(uuid, text, integer) owner to hamdel_app;
  revoke create on schema app from hamdel_app;
end $$;
revoke execute on function app.case_page, app.home_page, app.case_list from public;
grant execute on function app.case_page, app.home_page, app.case_list to hamdel_web, hamdel_app;
