-- The ladder of a case: the asker lets the node find and ask the right people, wave after wave. It acts as its asker and with the asker's rights alone;
-- a coordinator may look a wave over before it goes. Each step is a row with its time, so that a wave is sent once whatever dies meanwhile.

create table app.ladders (
  case_id uuid primary key references app.cases,
  wanted smallint not null check (wanted between 1 and 9),
  begins_at timestamptz not null,               -- of a hidden asker's case some minutes after the tap, drawn by lot
  look_at timestamptz                           -- when the node looks again; null: only what happens counts
);
create table app.ladder_ends (
  case_id uuid primary key references app.ladders,
  why text not null check (why in ('enough', 'over', 'asker')),
  at timestamptz not null
);
create table app.waves (
  case_id uuid not null references app.ladders,
  step smallint not null check (step between 0 and 9),
  size smallint not null check (size between 0 and 20),
  goes_at timestamptz not null,                 -- by itself, unless the coordinator is quicker
  primary key (case_id, step)
);
-- The first `size` by place are the wave; who comes after steps in for a seat that is given back.
create table app.wave_people (
  case_id uuid not null,
  step smallint not null,
  person_id uuid not null references app.people,
  place smallint not null,
  reasons jsonb not null default '[]',
  named_by uuid references app.people,          -- the coordinator who added this name
  primary key (case_id, step, person_id),
  foreign key (case_id, step) references app.waves
);
-- What a coordinator did with a wave.
create table app.wave_looks (
  id uuid primary key,
  case_id uuid not null, step smallint not null,
  coordinator_id uuid not null references app.people,
  act text not null check (act in ('confirmed', 'changed')),
  at timestamptz not null,
  foreign key (case_id, step) references app.waves
);
create table app.wave_takings (
  case_id uuid not null, step smallint not null,
  at timestamptz not null,
  primary key (case_id, step),
  foreign key (case_id, step) references app.waves
);
-- "Not me, but …" said of a colleague: what one knows of the other, by topic. For the search for people alone.
create table app.namings (
  ask_id uuid primary key references app.asks,
  by_person uuid not null references app.people,
  person_id uuid not null references app.people check (person_id <> by_person),
  topics text[] not null,
  at timestamptz not null
);
-- Who is there when: on call for cases, or as coordinator.
create table app.shifts (
  id uuid primary key,
  person_id uuid not null references app.people,
  duty text not null check (duty in ('on-call', 'coordinator')),
  from_at timestamptz not null, to_at timestamptz not null check (to_at > from_at and to_at <= from_at + interval '7 days'),
  added_by uuid not null references app.people, added_at timestamptz not null,
  removed_at timestamptz
);
create index namings_person on app.namings (person_id);
create index shifts_time on app.shifts (to_at) where removed_at is null;
create index ladders_look on app.ladders (look_at);

alter table app.asks add column step smallint,  -- the wave it went with; null: the asker's own choice
  add column released_at timestamptz,           -- enough had answered: nothing is expected any more
  add column declined_why text check (declined_why in ('busy', 'topic'));
alter table app.people add column wakes_for_now boolean not null default false; -- may be asked in quiet hours where minutes count
grant update (released_at, declined_why) on app.asks to hamdel_app;
grant update (wakes_for_now) on app.people to hamdel_app;

create or replace function app.keep_hands() returns trigger language plpgsql set search_path = app, pg_temp as $$
begin
  if current_user <> 'hamdel_app' then return new; end if;
  if (new.seen_at, new.accepted_at, new.declined_at, new.declined_why, new.handed_to, new.handed_note, new.answered_at)
      is distinct from (old.seen_at, old.accepted_at, old.declined_at, old.declined_why, old.handed_to, old.handed_note, old.answered_at) and new.expert_id is distinct from viewer()
    or (new.cancelled_at, new.released_at, new.expired_at) is distinct from (old.cancelled_at, old.released_at, old.expired_at) and new.expert_id is not distinct from viewer()
  then raise exception 'another hand' using errcode = 'insufficient_privilege'; end if;
  return new;
end $$;

do $$ declare t text; begin
  foreach t in array array['ladders', 'ladder_ends', 'waves', 'wave_people', 'wave_looks', 'wave_takings'] loop
    execute format('alter table app.%I enable row level security', t);
    execute format('grant select, insert on app.%I to hamdel_app', t);
    execute format('grant select on app.%I to hamdel_node', t);
    execute format('create policy node on app.%I for select to hamdel_node using (true)', t);
    execute format($f$create policy read on app.%I for select to hamdel_app using (app.standing(case_id) in ('asker', 'coordinator'))$f$, t);
  end loop;
  foreach t in array array['ladders', 'waves', 'wave_takings'] loop
    execute format($f$create policy climb on app.%I for insert to hamdel_app with check (app.standing(case_id) = 'asker' and app.phase(case_id) = 'posted')$f$, t);
  end loop;
end $$;
create policy look_again on app.ladders for update to hamdel_app using (app.standing(case_id) = 'asker');
grant update (wanted, look_at) on app.ladders to hamdel_app;
create policy end_it on app.ladder_ends for insert to hamdel_app with check (app.standing(case_id) = 'asker');
-- A wave that has gone is changed by nobody, nor one of a case that is decided.
create function app.wave_waits(c uuid, at_step smallint) returns boolean language sql stable security definer
  as $$ select app.phase(c) = 'posted' and not exists (select from app.wave_takings where case_id = c and step = at_step) and not exists (select from app.ladder_ends where case_id = c) $$;
create policy climb on app.wave_people for insert to hamdel_app
  with check ((app.standing(case_id) = 'asker' and named_by is null) or (app.standing(case_id) = 'coordinator' and named_by = app.viewer() and app.wave_waits(case_id, step)
    and app.sees_cases(person_id) and not (select hidden from app.cases where id = case_id)));
create policy reorder on app.wave_people for update to hamdel_app using (app.standing(case_id) = 'coordinator' and app.wave_waits(case_id, step));
grant update (place) on app.wave_people to hamdel_app;
create policy resize on app.waves for update to hamdel_app using (app.standing(case_id) = 'coordinator' and app.wave_waits(case_id, step));
grant update (size) on app.waves to hamdel_app;
create policy look on app.wave_looks for insert to hamdel_app
  with check (coordinator_id = app.viewer() and app.standing(case_id) = 'coordinator' and app.wave_waits(case_id, step));

alter table app.namings enable row level security;
alter table app.shifts enable row level security;
grant select, insert on app.namings to hamdel_app;
grant select on app.namings, app.shifts to hamdel_node;
create policy own on app.namings for select to hamdel_app using (by_person = app.viewer());
create policy name on app.namings for insert to hamdel_app
  with check (by_person = app.viewer() and exists (select from app.asks a where a.id = ask_id and a.expert_id = app.viewer()));
create policy node on app.namings for select to hamdel_node using (true);
grant select, insert, update (removed_at) on app.shifts to hamdel_app;
create policy seen on app.shifts for select to hamdel_app using (person_id = app.viewer() or (select app.viewer_is('coordinator')));
create policy plan on app.shifts for insert to hamdel_app with check (app.viewer_is('coordinator') and added_by = app.viewer() and app.sees_cases(person_id));
create policy take_out on app.shifts for update to hamdel_app using (app.viewer_is('coordinator'));
create policy node on app.shifts for select to hamdel_node using (true);

-- Who is on call at a moment, for the ladder of this case alone.
create function app.on_call(c uuid, moment timestamptz) returns setof uuid language sql stable security definer set search_path = app, pg_temp as $$
  select distinct person_id from shifts where standing(c) = 'asker' and duty = 'on-call' and removed_at is null and from_at <= moment and to_at > moment $$;
-- Whether a coordinator other than the viewer is there to look a wave over: by the rota when it has coordinators at all, else by the role.
create function app.is_coordinated(moment timestamptz) returns boolean language sql stable security definer set search_path = app, pg_temp as $$
  select exists (select from roles r where r.role = 'coordinator' and r.ended_at is null and r.person_id is distinct from viewer()
    and (not exists (select from shifts where duty = 'coordinator' and removed_at is null and to_at > moment)
      or exists (select from shifts s where s.duty = 'coordinator' and s.removed_at is null and s.person_id = r.person_id and s.from_at <= moment and s.to_at > moment))) $$;
-- Names that colleagues gave for a case instead of themselves, in the order in which they came.
create function app.named_instead(c uuid) returns table (person uuid, ask uuid) language sql stable security definer set search_path = app, pg_temp as $$
  select a.handed_to, a.id from asks a where standing(c) = 'asker' and a.case_id = c and a.handed_to is not null and a.cancelled_at is null order by a.declined_at, a.id $$;
-- Tells the coordinators that a case waits for one of them. Who asks or is asked in it is no coordinator of it.
create function app.tell_coordinators(happened text, c uuid, waits boolean, moment timestamptz) returns void language plpgsql security definer set search_path = app, pg_temp as $$
declare
  person uuid;
begin
  if happened !~ '^[a-z][a-z-]{2,40}$' then raise exception 'unknown kind %', happened; end if;
  for person in
    select r.person_id from roles r where r.role = 'coordinator' and r.ended_at is null and r.person_id is distinct from viewer() and sees_cases(r.person_id)
      and not exists (select from asks a where a.case_id = c and a.expert_id = r.person_id and a.cancelled_at is null)
      and not exists (select from case_askers k where k.case_id = c and k.person_id = r.person_id)
  loop
    insert into events (person_id, kind, case_id, at) values (person, happened, c, moment);
    if waits then insert into notices (id, person_id, kind, case_id, at) values (gen_random_uuid(), person, happened, c, moment); end if;
  end loop;
end $$;
revoke execute on function app.on_call, app.is_coordinated, app.named_instead, app.tell_coordinators, app.wave_waits from public;
grant execute on function app.on_call, app.is_coordinated, app.named_instead, app.tell_coordinators, app.wave_waits to hamdel_app;

create or replace function app.enqueue(task text, payload json default '{}', key text default null, at timestamptz default null)
returns void language plpgsql security definer set search_path = graphile_worker, pg_temp as $$
begin
  if task not in ('mail-link', 'mail-notices', 'keep-clocks', 'make-preview', 'climb') then raise exception 'no task is named %', task; end if;
  perform graphile_worker.add_job(task, payload => payload, job_key => key, run_at => at, max_attempts => 8);
end $$;

-- The page of a case tells of each ask whether it was released. Changed where it stands, whoever wrote it last.
do $$ declare before text := pg_get_functiondef('app.case_page(uuid, uuid)'::regprocedure); changed text := replace(before, 'cancelled_at as "cancelledAt"', 'cancelled_at as "cancelledAt", released_at as "releasedAt"');
begin
  if changed = before then raise exception 'app.case_page is not as this migration knows it'; end if;
  execute changed;
end $$;
