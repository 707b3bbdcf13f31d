-- "I look out for …": private to two people. The junior writes what is wished and what may be said; the senior alone is told when something fits.

create table app.sponsorships (
  id uuid primary key,
  senior_id uuid not null references app.people,
  junior_id uuid not null references app.people,
  proposed_by uuid not null,
  proposed_at timestamptz not null,
  agreed_at timestamptz,                       -- the other one's yes
  ended_at timestamptz,
  ended_by uuid,
  check (senior_id <> junior_id), check (proposed_by in (senior_id, junior_id)),
  check ((ended_at is null) = (ended_by is null)), check (ended_by in (senior_id, junior_id))
);
create unique index one_sponsorship on app.sponsorships (senior_id, junior_id) where ended_at is null;
create index sponsorships_junior on app.sponsorships (junior_id);
-- "Not now": known to who said it alone, so that a proposal refused looks like one not answered.
create table app.sponsorship_refusals (sponsorship_id uuid primary key references app.sponsorships on delete cascade, person_id uuid not null references app.people, at timestamptz not null);
-- What the junior wrote: wishes, limits, passports, what may be said. The senior reads it once the junior has agreed to be looked out for.
create table app.sponsorship_briefs (
  sponsorship_id uuid primary key references app.sponsorships on delete cascade,
  body jsonb not null,
  lang text not null check (lang in ('en', 'fa')),
  version integer not null default 1,
  at timestamptz not null
);
create table app.sponsorship_goals (
  id uuid primary key,
  sponsorship_id uuid not null references app.sponsorships on delete cascade,
  by_person uuid not null references app.people,
  lang text not null check (lang in ('en', 'fa')),
  text text not null check (length(text) between 1 and 300),
  due_on date,
  at timestamptz not null,
  done_at timestamptz
);
create index goals_sponsorship on app.sponsorship_goals (sponsorship_id);
-- One's own: when to look again, and at what.
create table app.sponsorship_reminders (
  sponsorship_id uuid not null references app.sponsorships on delete cascade,
  person_id uuid not null references app.people,
  due_on date not null,
  note text not null default '' check (length(note) <= 300),
  at timestamptz not null,
  told_at timestamptz,
  primary key (sponsorship_id, person_id)
);
-- What the senior was told of once; and what the senior laid aside.
create table app.sponsor_nudges (sponsorship_id uuid not null references app.sponsorships on delete cascade, opportunity_id uuid not null references app.opportunities, at timestamptz not null, primary key (sponsorship_id, opportunity_id));
create table app.sponsor_passes (sponsorship_id uuid not null references app.sponsorships on delete cascade, opportunity_id uuid not null references app.opportunities, at timestamptz not null, primary key (sponsorship_id, opportunity_id));
-- A case that the senior thought of for the junior, who may read it by its own audience.
create table app.sponsor_cases (
  id uuid primary key,
  sponsorship_id uuid not null references app.sponsorships on delete cascade,
  case_id uuid not null references app.cases,
  lang text not null check (lang in ('en', 'fa')),
  note text not null default '' check (length(note) <= 400),
  at timestamptz not null,
  unique (sponsorship_id, case_id)
);

-- How the viewer stands to a sponsorship: senior · junior · nothing. Of one that has ended, who did not end it sees nothing; a block parts like an end.
create function app.sponsorship_side(s uuid) returns text language sql stable security definer set search_path = app, pg_temp as $$
  select case viewer() when senior_id then 'senior' when junior_id then 'junior' end from sponsorships
   where id = s and (ended_at is null or ended_by = viewer()) and not blocked_between(senior_id, junior_id) $$;
create function app.sponsorship_stands(s uuid) returns boolean language sql stable security definer set search_path = app, pg_temp as $$
  select exists (select from sponsorships where id = s and agreed_at is not null and ended_at is null) and sponsorship_side(s) is not null $$;
create function app.sponsorship_open(s uuid) returns boolean language sql stable security definer set search_path = app, pg_temp as $$
  select exists (select from sponsorships where id = s and ended_at is null) $$;
-- The junior has said yes: by asking, or by agreeing.
create function app.sponsorship_junior_agreed(s uuid) returns boolean language sql stable security definer set search_path = app, pg_temp as $$
  select exists (select from sponsorships where id = s and (agreed_at is not null or proposed_by = junior_id)) $$;
revoke execute on function app.sponsorship_side, app.sponsorship_stands, app.sponsorship_open, app.sponsorship_junior_agreed from public;
grant execute on function app.sponsorship_side, app.sponsorship_stands, app.sponsorship_open, app.sponsorship_junior_agreed to hamdel_app;

-- Who may turn which column: the other one agrees, either one ends.
create function app.sponsorship_hands() returns trigger language plpgsql as $$
begin
  if current_user <> 'hamdel_app' then return new; end if;
  if new.agreed_at is distinct from old.agreed_at and (old.agreed_at is not null or old.proposed_by = app.viewer() or new.ended_at is not null
    or not exists (select from app.sponsorship_briefs where sponsorship_id = new.id)) then
    raise exception 'the other one agrees, and not without a brief' using errcode = '42501';
  end if;
  if new.ended_at is distinct from old.ended_at and (old.ended_at is not null or old.agreed_at is null or new.ended_by <> app.viewer()) then
    raise exception 'what stands is ended, by its own hand' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger hands before update on app.sponsorships for each row execute function app.sponsorship_hands();

-- Whenever an opportunity becomes visible to somebody, and whenever a brief begins to hold, the node looks whose senior should hear of it.
create function app.look_for_juniors() returns trigger language plpgsql security definer set search_path = app, pg_temp as $$
declare
  one jsonb := to_jsonb(new);                  -- the tables have different columns
  about jsonb := case tg_table_name when 'sponsorships' then jsonb_build_object('sponsorshipId', one ->> 'id') when 'sponsorship_briefs' then jsonb_build_object('sponsorshipId', one ->> 'sponsorship_id')
    else jsonb_build_object('opportunityId', one ->> 'opportunity_id') end;
begin
  perform graphile_worker.add_job('nudge-sponsors', about::json, job_key => 'nudge ' || about::text, max_attempts => 8);
  return null;
end $$;
revoke execute on function app.look_for_juniors from public;
create trigger looked after insert on app.opportunity_postings for each row execute function app.look_for_juniors();
create trigger looked after insert on app.opportunity_hands for each row execute function app.look_for_juniors();
create trigger looked after insert on app.opportunity_widenings for each row execute function app.look_for_juniors();
create trigger looked after update of agreed_at on app.sponsorships for each row execute function app.look_for_juniors();
create trigger looked after update of body on app.sponsorship_briefs for each row execute function app.look_for_juniors();

-- For the node alone: pairs of a standing sponsorship and an open opportunity that its senior sees and was not told of, with what the fit is judged by.
create function app.sponsor_pairs(one_opportunity uuid, one_sponsorship uuid)
returns table ("sponsorshipId" uuid, "seniorId" uuid, "opportunityId" uuid, brief jsonb, type text, topics text[], country text, "startsOn" date, deadline timestamptz, fields jsonb)
language sql stable security definer set search_path = app, pg_temp as $$
  select s.id, s.senior_id, o.id, b.body, o.type, o.topics, trim(c.country), o.starts_on, o.deadline, o.fields
    from sponsorships s join sponsorship_briefs b on b.sponsorship_id = s.id
      join opportunities o on o.id = coalesce(one_opportunity, o.id) and opportunity_phase(o.id) = 'posted'
      left join institutions i on i.id = o.institution_id left join cities c on c.id = i.city_id
   where s.id = coalesce(one_sponsorship, s.id) and s.agreed_at is not null and s.ended_at is null and not blocked_between(s.senior_id, s.junior_id)
     and o.poster_id <> s.junior_id and opportunity_standing_of(o.id, s.senior_id) is not null
     and not exists (select from sponsor_nudges n where n.sponsorship_id = s.id and n.opportunity_id = o.id)
     and not exists (select from opportunity_hands h where h.opportunity_id = o.id and h.by_person = s.senior_id and h.person_id = s.junior_id) $$;
revoke execute on function app.sponsor_pairs from public;
grant execute on function app.sponsor_pairs to hamdel_node;

alter table app.sponsorships enable row level security;
alter table app.sponsorship_refusals enable row level security;
alter table app.sponsorship_briefs enable row level security;
alter table app.sponsorship_goals enable row level security;
alter table app.sponsorship_reminders enable row level security;
alter table app.sponsor_nudges enable row level security;
alter table app.sponsor_passes enable row level security;
alter table app.sponsor_cases enable row level security;

create policy two on app.sponsorships for select to hamdel_app
  using (app.viewer() in (senior_id, junior_id) and (ended_at is null or ended_by = app.viewer()) and not app.blocked_between(senior_id, junior_id));
create policy propose on app.sponsorships for insert to hamdel_app
  with check (proposed_by = app.viewer() and agreed_at is null and ended_at is null and app.viewer_verified()
    and exists (select from app.people p where p.id in (senior_id, junior_id) and p.id <> app.viewer() and p.verified_at is not null) and not app.blocked_between(senior_id, junior_id));
create policy turn on app.sponsorships for update to hamdel_app using (app.viewer() in (senior_id, junior_id) and ended_at is null) with check (app.viewer() in (senior_id, junior_id));
create policy take_back on app.sponsorships for delete to hamdel_app using (proposed_by = app.viewer() and agreed_at is null);
create policy node on app.sponsorships for select to hamdel_node using (true);
create policy node_sweep on app.sponsorships for delete to hamdel_node using (agreed_at is null);
create policy own on app.sponsorship_refusals to hamdel_app using (person_id = app.viewer())
  with check (person_id = app.viewer() and exists (select from app.sponsorships s where s.id = sponsorship_id and s.agreed_at is null and s.proposed_by <> app.viewer()));
create policy read on app.sponsorship_briefs for select to hamdel_app
  using (app.sponsorship_side(sponsorship_id) = 'junior' or (app.sponsorship_side(sponsorship_id) = 'senior' and app.sponsorship_junior_agreed(sponsorship_id)));
create policy write on app.sponsorship_briefs for insert to hamdel_app with check (app.sponsorship_side(sponsorship_id) = 'junior' and app.sponsorship_open(sponsorship_id));
create policy edit on app.sponsorship_briefs for update to hamdel_app using (app.sponsorship_side(sponsorship_id) = 'junior' and app.sponsorship_open(sponsorship_id));
create policy node on app.sponsorship_briefs for select to hamdel_node using (true);
create policy two on app.sponsorship_goals for select to hamdel_app using (app.sponsorship_stands(sponsorship_id));
create policy set on app.sponsorship_goals for insert to hamdel_app with check (by_person = app.viewer() and app.sponsorship_stands(sponsorship_id));
create policy reach on app.sponsorship_goals for update to hamdel_app using (app.sponsorship_stands(sponsorship_id));
create policy drop on app.sponsorship_goals for delete to hamdel_app using (by_person = app.viewer() and app.sponsorship_stands(sponsorship_id));
create policy own on app.sponsorship_reminders to hamdel_app using (person_id = app.viewer()) with check (person_id = app.viewer() and app.sponsorship_stands(sponsorship_id));
create policy node on app.sponsorship_reminders for select to hamdel_node using (true);
create policy node_tell on app.sponsorship_reminders for update to hamdel_node using (true) with check (true);
create policy node on app.sponsor_nudges to hamdel_node using (true) with check (true);
create policy own on app.sponsor_passes to hamdel_app using (app.sponsorship_side(sponsorship_id) = 'senior') with check (app.sponsorship_side(sponsorship_id) = 'senior' and app.opportunity_standing(opportunity_id) is not null);
create policy two on app.sponsor_cases for select to hamdel_app using (app.sponsorship_stands(sponsorship_id));
create policy think on app.sponsor_cases for insert to hamdel_app
  with check (app.sponsorship_side(sponsorship_id) = 'senior' and app.sponsorship_stands(sponsorship_id) and exists (select from app.cases k where k.id = case_id and k.audience = 'node' and app.phase(k.id) <> 'draft'));

grant select, insert, delete, update (agreed_at, ended_at, ended_by) on app.sponsorships to hamdel_app;
grant select, delete on app.sponsorships to hamdel_node;
grant select, insert on app.sponsorship_refusals to hamdel_app;
grant select, insert, update (body, lang, version, at) on app.sponsorship_briefs to hamdel_app;
grant select, insert, delete, update (done_at) on app.sponsorship_goals to hamdel_app;
grant select, insert, delete, update (due_on, note, at, told_at) on app.sponsorship_reminders to hamdel_app;
grant select, insert on app.sponsor_passes, app.sponsor_cases to hamdel_app;
grant select on app.sponsorship_briefs to hamdel_node;
grant select, update (told_at) on app.sponsorship_reminders to hamdel_node;
grant select, insert on app.sponsor_nudges to hamdel_node;
