-- Ties between two people, and who keeps away from whom.
-- A row is one ground on which two know each other; they are tied while one confirmed ground stands. Nobody but the two reads it.

create table app.ties (
  id uuid primary key,
  low uuid not null references app.people,     -- the pair, the smaller id first
  high uuid not null references app.people,
  kind text not null check (kind in ('trained-with', 'proctor', 'operated', 'co-managed', 'co-author', 'group', 'congress', 'mentor')),
  senior uuid,                                 -- who was the proctor or the mentor
  from_year smallint check (from_year between 1950 and 2200),
  to_year smallint check (to_year between 1950 and 2200),   -- null: still, or not said
  place text not null default '' check (length(place) <= 120),
  proposed_by uuid not null,
  proposed_at timestamptz not null,
  confirmed_at timestamptz,
  ended_at timestamptz,
  ended_by uuid,
  check (low < high),
  check (proposed_by in (low, high)),
  check ((kind in ('proctor', 'mentor')) = (senior is not null)),
  check (senior in (low, high)),
  check (to_year >= from_year),
  check ((ended_at is null) = (ended_by is null)),
  check (ended_by in (low, high))
);
create unique index one_ground_each on app.ties (low, high, kind, coalesce(senior, low)) where ended_at is null;
create index ties_low on app.ties (low, high) include (kind, to_year, confirmed_at) where confirmed_at is not null and ended_at is null;
create index ties_high on app.ties (high, low) include (kind, to_year, confirmed_at) where confirmed_at is not null and ended_at is null;
create index ties_high_all on app.ties (high);
-- "Not this one": known to who said it alone, so that a proposal refused looks like one not answered.
create table app.tie_refusals (
  tie_id uuid primary key references app.ties on delete cascade,
  person_id uuid not null references app.people,
  at timestamptz not null
);
-- A block hides each from the other; a mute only stills notices. Both are known to who set them alone.
create table app.blocks (
  person_id uuid not null references app.people,
  other_id uuid not null references app.people,
  at timestamptz not null,
  primary key (person_id, other_id),
  check (person_id <> other_id)
);
create index blocks_other on app.blocks (other_id);
create table app.mutes (
  person_id uuid not null references app.people,
  other_id uuid not null references app.people,
  at timestamptz not null,
  primary key (person_id, other_id),
  check (person_id <> other_id)
);

create function app.blocked_between(a uuid, b uuid) returns boolean language sql stable security definer set search_path = app, pg_temp
  as $$ select exists (select from blocks where (person_id = a and other_id = b) or (person_id = b and other_id = a)) $$;
-- Everybody whom the viewer may not meet, whoever of the two wished it.
create function app.blocked_people() returns setof uuid language sql stable security definer set search_path = app, pg_temp
  as $$ select other_id from blocks where person_id = viewer() union select person_id from blocks where other_id = viewer() $$;
create function app.tied_between(a uuid, b uuid) returns boolean language sql stable security definer set search_path = app, pg_temp
  as $$ select exists (select from ties where low = least(a, b) and high = greatest(a, b) and confirmed_at is not null and ended_at is null) $$;
revoke execute on function app.blocked_between, app.blocked_people, app.tied_between from public;
grant execute on function app.blocked_between, app.blocked_people, app.tied_between to hamdel_app, hamdel_node;

-- Strength of one ground in thousandths, by its kind and the years since it was last lived (features/network/rules/strength.ts is the same).
create function app.ground_strength(kind text, to_year smallint, confirmed_at timestamptz, moment timestamptz) returns integer language sql immutable
  as $$ select (case kind when 'mentor' then 900 when 'proctor' then 850 when 'trained-with' then 800 when 'operated' then 800
      when 'co-managed' then 650 when 'co-author' then 600 when 'group' then 350 else 300 end)
    * (case when y <= 2 then 10 when y <= 5 then 8 when y <= 10 then 6 when y <= 20 then 4 else 3 end) / 10
  from (select extract(year from moment at time zone 'UTC') - coalesce(to_year, extract(year from confirmed_at at time zone 'UTC')) as y) age $$;

-- Tells one person of an act of the viewer's that belongs to no case; it waits for them unless they have muted the viewer.
create function app.tell_unmuted(happened text, of uuid, one uuid, moment timestamptz) returns void language sql security definer set search_path = app, pg_temp
  as $$ select tell(happened, of, one, not exists (select from mutes where person_id = one and other_id = viewer()), moment) $$;
revoke execute on function app.ground_strength, app.tell_unmuted from public;
grant execute on function app.ground_strength, app.tell_unmuted to hamdel_app, hamdel_node;

-- Who may turn which column: the other one confirms, either one ends.
create function app.tie_hands() returns trigger language plpgsql as $$
begin
  if current_user <> 'hamdel_app' then return new; end if;
  if new.confirmed_at is distinct from old.confirmed_at
    and (old.confirmed_at is not null or old.proposed_by = app.viewer() or new.ended_at is not null) then
    raise exception 'the other one confirms' using errcode = '42501';
  end if;
  if new.ended_at is distinct from old.ended_at and (old.ended_at is not null or old.confirmed_at is null or new.ended_by <> app.viewer()) then
    raise exception 'what stands is ended, by its own hand' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger hands before update on app.ties for each row execute function app.tie_hands();

alter table app.ties enable row level security;
alter table app.tie_refusals enable row level security;
alter table app.blocks enable row level security;
alter table app.mutes enable row level security;
-- Of a tie that has ended, the one who did not end it sees nothing any more.
create policy ends on app.ties for select to hamdel_app using (app.viewer() in (low, high) and (ended_at is null or ended_by = app.viewer()));
create policy propose on app.ties for insert to hamdel_app
  with check (proposed_by = app.viewer() and confirmed_at is null and ended_at is null and app.viewer_verified()
    and exists (select from app.people p where p.id in (low, high) and p.id <> app.viewer() and p.verified_at is not null)
    and not app.blocked_between(low, high));
create policy turn on app.ties for update to hamdel_app using (app.viewer() in (low, high) and ended_at is null) with check (app.viewer() in (low, high));
create policy take_back on app.ties for delete to hamdel_app using (proposed_by = app.viewer() and confirmed_at is null and ended_at is null);
create policy node on app.ties for select to hamdel_node using (true);
create policy node_sweep on app.ties for delete to hamdel_node using (confirmed_at is null);
create policy own on app.tie_refusals to hamdel_app using (person_id = app.viewer())
  with check (person_id = app.viewer() and exists (select from app.ties t where t.id = tie_id and t.confirmed_at is null and t.proposed_by <> app.viewer()));
create policy own on app.blocks to hamdel_app using (person_id = app.viewer()) with check (person_id = app.viewer());
create policy own on app.mutes to hamdel_app using (person_id = app.viewer()) with check (person_id = app.viewer());
grant select, insert, delete, update (confirmed_at, ended_at, ended_by) on app.ties to hamdel_app;
grant select, delete on app.ties to hamdel_node;
grant select, insert, delete on app.tie_refusals, app.blocks, app.mutes to hamdel_app;

-- Whom a block parts is no candidate, and no rule counts them: the asker is told nothing.
create or replace function app.candidates(c uuid, today date, since timestamptz)
returns table (id uuid, "institutionId" uuid, "cityId" uuid, languages text[], expertise json, "seesCases" boolean, "onLeave" boolean,
  "weeklyCap" smallint, "askedThisWeek" bigint, conflict boolean, "alreadyAsked" boolean)
language sql stable security definer set search_path = app, pg_temp as $$
  select p.id, p.institution_id, coalesce(i.city_id, p.city_id), p.languages,
    coalesce((select json_agg(json_build_object('concept', e.concept, 'level', e.level, 'casesPerYear', e.cases_per_year) order by e.concept) from expertise e where e.person_id = p.id), '[]'),
    true,
    exists (select from absences b where b.person_id = p.id and today between b.from_day and b.to_day),
    p.weekly_cap,
    (select count(*) from asks a where a.expert_id = p.id and a.asked_at >= since and a.cancelled_at is null),
    exists (select from avoidances v where (v.person_id = p.id and v.other_id = viewer()) or (v.person_id = viewer() and v.other_id = p.id)),
    exists (select from asks a where a.case_id = c and a.expert_id = p.id)
  from people p left join institutions i on i.id = p.institution_id
  where standing(c) = 'asker' and p.id <> viewer() and p.verified_at is not null and p.stage not in ('industry', 'student')
    and p.id not in (select blocked_people()) $$;
