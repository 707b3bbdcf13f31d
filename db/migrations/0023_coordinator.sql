-- What a coordinator needs to see the whole: figures without a name, and for nobody else.

-- One week, or any span: how many cases and asks, how soon they were taken up, how many heard how it ended. No name, no case.
create function app.week_figures(from_at timestamptz, to_at timestamptz) returns json language sql stable security definer set search_path = app, pg_temp as $$
  with put as (select p.case_id, p.at,
        (select min(a.accepted_at) from asks a where a.case_id = p.case_id) as taken,
        (select min(o.at) from opinions o where o.case_id = p.case_id) as first_opinion,
        (select min(a.asked_at) from asks a where a.case_id = p.case_id) as asked
      from postings p where p.at >= from_at and p.at < to_at and not exists (select from withdrawals w where w.case_id = p.case_id))
  select case when viewer_is('coordinator') then json_build_object(
    'cases', (select count(*) from put),
    'asks', (select count(*) from asks where asked_at >= from_at and asked_at < to_at),
    'declined', (select count(*) from asks where asked_at >= from_at and asked_at < to_at and declined_at is not null),
    'acceptMinutes', (select round(percentile_cont(0.5) within group (order by extract(epoch from taken - asked) / 60)) from put where taken is not null),
    'opinionHours', (select round((percentile_cont(0.5) within group (order by extract(epoch from first_opinion - asked) / 3600))::numeric, 1) from put where first_opinion is not null),
    'within48', (select count(*) from put where first_opinion <= asked + interval '48 hours'),
    'due48', (select count(*) from put where asked is not null and (first_opinion is not null or asked + interval '48 hours' < to_at)),
    'outcomes', (select count(*) from outcomes where at >= from_at and at < to_at)) end $$;

-- By field (two parts of a topic's id): places free this week, and asks in a week of the last four.
create function app.capacity(today date, now_at timestamptz) returns table (field text, people bigint, free bigint, weekly numeric) language sql stable security definer set search_path = app, pg_temp as $$
  with load as (select p.id, case when exists (select from absences b where b.person_id = p.id and today between b.from_day and b.to_day) then 0
        else greatest(0, p.weekly_cap - (select count(*) from asks a where a.expert_id = p.id and a.cancelled_at is null and a.asked_at >= now_at - interval '7 days')) end as free
      from people p where p.verified_at is not null and p.stage not in ('industry', 'student')),
    offer as (select split_part(e.concept, '.', 1) || coalesce('.' || nullif(split_part(e.concept, '.', 2), ''), '') as field, l.id, l.free from load l join expertise e on e.person_id = l.id),
    demand as (select split_part(t, '.', 1) || coalesce('.' || nullif(split_part(t, '.', 2), ''), '') as field, a.id from asks a join cases k on k.id = a.case_id, jsonb_array_elements_text(coalesce(k.fields -> 'topics', '[]')) t
      where a.asked_at >= now_at - interval '28 days')
  select f.field, (select count(distinct id) from offer o where o.field = f.field), (select coalesce(sum(free), 0) from (select distinct id, free from offer o where o.field = f.field) x)::bigint,
      round((select count(distinct id) from demand d where d.field = f.field) / 4.0, 1)
    from (select distinct field from offer union select distinct field from demand) f where viewer_is('coordinator')
  union all select '', (select count(*) from load), (select sum(free) from load)::bigint, round((select count(*) from asks where asked_at >= now_at - interval '28 days') / 4.0, 1) where viewer_is('coordinator') $$;

-- What a new node has reached, for its coordinators and stewards.
create function app.launch_facts() returns json language sql stable security definer set search_path = app, pg_temp as $$
  select case when viewer_is('coordinator') or viewer_is('steward') then json_build_object(
    'experts', (select count(*) from people p where p.verified_at is not null and p.stage not in ('industry', 'student') and exists (select from expertise e where e.person_id = p.id)),
    'cities', (select count(distinct coalesce(i.city_id, p.city_id)) from people p left join institutions i on i.id = p.institution_id where p.verified_at is not null),
    'coordinators', (select count(*) from roles where role = 'coordinator' and ended_at is null),
    'cases', (select count(*) from postings), 'askers', (select count(distinct k.person_id) from case_askers k join postings p on p.case_id = k.case_id),
    'opinions', (select count(distinct ask_id) from opinions), 'outcomes', (select count(*) from outcomes where at is not null),
    'lastCase', (select max(at) from postings)) end $$;
revoke execute on function app.week_figures, app.capacity, app.launch_facts from public;
grant execute on function app.week_figures, app.capacity, app.launch_facts to hamdel_app;
