-- Introductions: whom somebody would introduce, the ways there are, and what is asked of whom on the way.
-- Who is on a way stays unknown to the asker until that person is willing; a refusal is known to who refused alone.

-- "May be asked to introduce": nobody without a row.
create table app.introducing (
  person_id uuid primary key references app.people,
  whom text not null check (whom in ('nobody', 'ties', 'chosen', 'anybody')),
  chosen uuid[] not null default '{}' check (cardinality(chosen) <= 100),
  set_at timestamptz not null
);
create table app.introductions (
  id uuid primary key,
  asker_id uuid not null references app.people,
  target_id uuid references app.people,            -- a person, or
  institution_id uuid references app.institutions, -- somebody of a centre
  lang text not null check (lang in ('en', 'fa')),
  context text not null check (length(context) between 1 and 1500),
  promise text not null check (length(promise) <= 500),
  asked_at timestamptz not null,
  expires_at timestamptz not null,
  taken_back_at timestamptz,
  check ((target_id is null) <> (institution_id is null)),
  check (asker_id is distinct from target_id)
);
create index introductions_asker on app.introductions (asker_id, asked_at);
-- One row for each person on each way, in order; the last is the end. A step is asked when the one before it has agreed.
create table app.introduction_steps (
  id uuid primary key,
  introduction_id uuid not null references app.introductions,
  route smallint not null check (route between 1 and 3),
  step smallint not null check (step between 1 and 3),
  part text not null check (part in ('middle', 'target')),
  person_id uuid not null references app.people,
  asked_at timestamptz,
  agreed_at timestamptz check (agreed_at >= asked_at),
  closed_at timestamptz,                           -- another way was quicker, or it was taken back
  unique (introduction_id, route, step)
);
create index introduction_steps_person on app.introduction_steps (person_id);
create table app.introduction_refusals (
  step_id uuid primary key references app.introduction_steps,
  person_id uuid not null references app.people,
  at timestamptz not null
);
-- Letters between both ends and who brought them together, once both ends have agreed.
create table app.introduction_letters (
  id uuid primary key,
  introduction_id uuid not null references app.introductions,
  author_id uuid not null references app.people,
  lang text not null check (lang in ('en', 'fa')),
  text text not null check (length(text) between 1 and 4000),
  at timestamptz not null
);
create index introduction_letters_of on app.introduction_letters (introduction_id, at);
-- How it went, told by either end to who introduced them.
create table app.introduction_ends (
  introduction_id uuid not null references app.introductions,
  person_id uuid not null references app.people,
  how text not null check (how in ('met', 'together', 'not-now')),
  note text not null default '' check (length(note) <= 500),
  at timestamptz not null,
  primary key (introduction_id, person_id)
);

-- How the viewer stands to an introduction: asker · middle or target (was asked) · nothing.
create function app.introduction_part(i uuid) returns text language sql stable security definer set search_path = app, pg_temp as $$
  select case when exists (select from introductions where id = i and asker_id = viewer()) then 'asker'
    else (select part from introduction_steps where introduction_id = i and person_id = viewer() and asked_at is not null order by agreed_at nulls last, route limit 1) end $$;
-- The way on which the end has agreed; null before.
create function app.introduction_way(i uuid) returns smallint language sql stable security definer set search_path = app, pg_temp
  as $$ select route from introduction_steps where introduction_id = i and part = 'target' and agreed_at is not null order by agreed_at, route limit 1 $$;
-- Both ends have agreed and the viewer is one of them or stands on their way.
create function app.introduction_open(i uuid) returns boolean language sql stable security definer set search_path = app, pg_temp as $$
  select introduction_way(i) is not null and (exists (select from introductions where id = i and asker_id = viewer())
    or exists (select from introduction_steps s where s.introduction_id = i and s.route = introduction_way(i) and s.person_id = viewer() and s.agreed_at is not null))
    and not exists (select from introductions n join introduction_steps s on s.introduction_id = n.id and s.route = introduction_way(i) and s.part = 'target' where n.id = i and blocked_between(n.asker_id, s.person_id)) $$;
-- A way on which the viewer was asked: who agreed before them there is named to them, and the end to the one who knows it.
create function app.introduction_mine(i uuid, of_route smallint) returns boolean language sql stable security definer set search_path = app, pg_temp
  as $$ select exists (select from introduction_steps where introduction_id = i and route = of_route and person_id = viewer() and asked_at is not null) $$;
create function app.introduction_last(i uuid, of_route smallint, of_step smallint) returns boolean language sql stable security definer set search_path = app, pg_temp
  as $$ select exists (select from introduction_steps where introduction_id = i and route = of_route and step = of_step - 1 and person_id = viewer() and asked_at is not null) $$;
-- Requests that wait with somebody, those still to come included: two are the most.
create function app.introduction_load(person uuid, moment timestamptz) returns bigint language sql stable security definer set search_path = app, pg_temp as $$
  select count(distinct s.introduction_id) from introduction_steps s join introductions i on i.id = s.introduction_id
   where s.person_id = person and s.part = 'middle' and s.agreed_at is null and s.closed_at is null and i.taken_back_at is null and i.expires_at > moment
     and not exists (select from introduction_refusals r where r.step_id = s.id) $$;

-- The best way of at most two middle people from the viewer to one of `ends`, none of `without` on it: strength × willingness, in whole numbers.
-- Both sides are looked at from their own end and meet in the middle; only who is willing for this viewer and has room stands on a way.
create function app.best_way(ends uuid[], without uuid[], moment timestamptz)
returns table (first uuid, second uuid, "end" uuid, strengths integer[], free integer[], weight bigint) language sql stable security definer set search_path = app, pg_temp as $$
  with apart as materialized (
    select other_id as id from blocks where person_id = viewer() union select person_id from blocks where other_id = viewer()
    union select other_id from avoidances where person_id = viewer() union select person_id from avoidances where other_id = viewer()
    union select person_id from mutes where other_id = viewer() union select unnest(without) union select viewer()),
  goal as materialized (select p.id from people p where p.id = any (ends) and p.verified_at is not null and p.id not in (select id from apart)),
  grounds as materialized (
    select high as id, ground_strength(kind, to_year, confirmed_at, moment) as s from ties where low = viewer() and confirmed_at is not null and ended_at is null
    union all select low, ground_strength(kind, to_year, confirmed_at, moment) from ties where high = viewer() and confirmed_at is not null and ended_at is null),
  mine as materialized (select id, least(1000, max(s) + 50 * (count(*) - 1))::int as s from grounds group by id),
  near as materialized (
    select m.id, m.s, 2 - introduction_load(m.id, moment)::int as f from mine m join introducing w on w.person_id = m.id
     where m.id not in (select id from apart) and m.id <> all (ends)
       and (w.whom in ('ties', 'anybody') or (w.whom = 'chosen' and viewer() = any (w.chosen))) and introduction_load(m.id, moment) < 2),
  far_grounds as materialized (
    select t.high as id, g.id as goal, ground_strength(kind, to_year, confirmed_at, moment) as s from ties t join goal g on t.low = g.id where confirmed_at is not null and ended_at is null
    union all select t.low, g.id, ground_strength(kind, to_year, confirmed_at, moment) from ties t join goal g on t.high = g.id where confirmed_at is not null and ended_at is null),
  far as materialized (
    select f.id, f.goal, least(1000, max(f.s) + 50 * (count(*) - 1))::int as s from far_grounds f group by f.id, f.goal),
  second as materialized (
    select f.id, f.goal, f.s, 2 - introduction_load(f.id, moment)::int as f from far f join introducing w on w.person_id = f.id
     where f.id not in (select id from apart) and f.id <> all (ends)
       and (w.whom = 'anybody' or (w.whom = 'ties' and f.id in (select id from mine)) or (w.whom = 'chosen' and viewer() = any (w.chosen))) and introduction_load(f.id, moment) < 2),
  middle_grounds as (
    select n.id as a, f.id as b, f.goal, ground_strength(t.kind, t.to_year, t.confirmed_at, moment) as s from near n join ties t on t.low = n.id join second f on f.id = t.high where t.confirmed_at is not null and t.ended_at is null
    union all select n.id, f.id, f.goal, ground_strength(t.kind, t.to_year, t.confirmed_at, moment) from near n join ties t on t.high = n.id join second f on f.id = t.low where t.confirmed_at is not null and t.ended_at is null),
  ways as (
    select n.id as first, null::uuid as second, f.goal as "end", array[n.s, f.s] as strengths, array[n.f] as free, n.s::bigint * f.s * 1000 * n.f * 2 as weight
      from near n join far f on f.id = n.id
    union all
    select m.a, m.b, m.goal, array[n.s, m.s, f.s], array[n.f, f.f], n.s::bigint * m.s * f.s * n.f * f.f
      from (select a, b, goal, least(1000, max(s) + 50 * (count(*) - 1))::int as s from middle_grounds group by a, b, goal) m
      join near n on n.id = m.a join second f on f.id = m.b and f.goal = m.goal)
  select * from ways order by weight desc, cardinality(strengths), first, second, "end" limit 1 $$;

-- Those of a centre whom one could be brought to.
create function app.people_at(institution uuid) returns setof uuid language sql stable security definer set search_path = app, pg_temp
  as $$ select id from people where institution_id = institution and verified_at is not null and stage <> 'industry' and id <> viewer() and id not in (select blocked_people()) $$;

-- All steps of an introduction of the viewer's, for the rule that moves it (features/network/rules/introduction.ts); nothing of it is shown as it is.
create function app.introduction_whole(i uuid) returns table (id uuid, route smallint, step smallint, part text, "personId" uuid, "askedAt" timestamptz, "agreedAt" timestamptz, "closedAt" timestamptz, refused boolean)
language sql stable security definer set search_path = app, pg_temp as $$
  select s.id, s.route, s.step, s.part, s.person_id, s.asked_at, s.agreed_at, s.closed_at, exists (select from introduction_refusals r where r.step_id = s.id)
    from introduction_steps s where s.introduction_id = i and introduction_part(i) is not null order by s.route, s.step $$;
-- What the rule said: these are asked now, those are over.
create function app.move_introduction(i uuid, ask uuid[], close uuid[], moment timestamptz) returns void language plpgsql security definer set search_path = app, pg_temp as $$
begin
  if introduction_part(i) is null then raise exception 'not of this introduction' using errcode = '42501'; end if;
  update introduction_steps s set asked_at = moment where s.introduction_id = i and s.id = any (ask) and s.asked_at is null and s.closed_at is null;
  update introduction_steps s set closed_at = moment where s.introduction_id = i and s.id = any (close) and s.agreed_at is null and s.closed_at is null;
end $$;

-- A block: what waits between the two on any way is over; nobody is told.
create function app.part_introductions(other uuid, moment timestamptz) returns void language sql security definer set search_path = app, pg_temp as $$
  update introduction_steps s set closed_at = moment from introductions i
   where i.id = s.introduction_id and s.agreed_at is null and s.closed_at is null and ((i.asker_id = viewer() and s.person_id = other) or (i.asker_id = other and s.person_id = viewer())) $$;

revoke execute on function app.introduction_part, app.introduction_way, app.introduction_open, app.introduction_mine, app.introduction_last, app.introduction_load,
  app.best_way, app.people_at, app.introduction_whole, app.move_introduction, app.part_introductions from public;
grant execute on function app.introduction_part, app.introduction_way, app.introduction_open, app.introduction_mine, app.introduction_last, app.introduction_load,
  app.best_way, app.people_at, app.introduction_whole, app.move_introduction, app.part_introductions to hamdel_app;

alter table app.introducing enable row level security;
alter table app.introductions enable row level security;
alter table app.introduction_steps enable row level security;
alter table app.introduction_refusals enable row level security;
alter table app.introduction_letters enable row level security;
alter table app.introduction_ends enable row level security;
create policy own on app.introducing to hamdel_app using (person_id = app.viewer()) with check (person_id = app.viewer());
create policy read on app.introductions for select to hamdel_app using (asker_id = app.viewer() or app.introduction_part(id) is not null);
create policy ask on app.introductions for insert to hamdel_app with check (asker_id = app.viewer() and app.viewer_verified() and taken_back_at is null);
create policy take_back on app.introductions for update to hamdel_app using (asker_id = app.viewer() and taken_back_at is null) with check (asker_id = app.viewer());
-- The asker knows who agreed; who was asked knows themself, those who agreed on the same way, and the end they are asked to write to.
create policy read on app.introduction_steps for select to hamdel_app
  using ((person_id = app.viewer() and asked_at is not null)
    or (agreed_at is not null and app.introduction_part(introduction_id) = 'asker')
    or (agreed_at is not null and app.introduction_mine(introduction_id, route))
    or (part = 'target' and app.introduction_last(introduction_id, route, step)));
create policy ask on app.introduction_steps for insert to hamdel_app
  with check (agreed_at is null and closed_at is null and (step = 1) = (asked_at is not null)
    and exists (select from app.introductions i where i.id = introduction_id and i.asker_id = app.viewer() and i.taken_back_at is null));
create policy agree on app.introduction_steps for update to hamdel_app
  using (person_id = app.viewer() and asked_at is not null and agreed_at is null and closed_at is null) with check (person_id = app.viewer());
create policy own on app.introduction_refusals to hamdel_app using (person_id = app.viewer())
  with check (person_id = app.viewer() and exists (select from app.introduction_steps s where s.id = step_id and s.person_id = app.viewer() and s.asked_at is not null and s.agreed_at is null));
create policy read on app.introduction_letters for select to hamdel_app using (app.introduction_open(introduction_id));
create policy write on app.introduction_letters for insert to hamdel_app with check (author_id = app.viewer() and app.introduction_open(introduction_id));
create policy read on app.introduction_ends for select to hamdel_app using (app.introduction_open(introduction_id));
create policy tell on app.introduction_ends for insert to hamdel_app
  with check (person_id = app.viewer() and app.introduction_open(introduction_id) and app.introduction_part(introduction_id) in ('asker', 'target'));
grant select, insert, update on app.introducing to hamdel_app;
grant select, insert, update (taken_back_at) on app.introductions to hamdel_app;
grant select, insert, update (agreed_at) on app.introduction_steps to hamdel_app;
grant select, insert on app.introduction_refusals, app.introduction_letters, app.introduction_ends to hamdel_app;
