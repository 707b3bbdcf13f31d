-- A case from draft to outcome. Each step is a row with its time; who did it is the asker, and who that is stands in one
-- table alone (case_askers), so that the database itself keeps a hidden name: no other row of a case names its asker.
-- Times of the asker's acts arrive already cut to the hour when the name is hidden.

create table app.cases (
  id uuid primary key,
  lang text not null check (lang in ('en', 'fa')),
  kind text not null default 'consult' check (kind in ('consult', 'complication', 'teaching', 'poll')),
  urgency text not null default 'elective' check (urgency in ('emergency', 'urgent', 'elective')),
  audience text not null default 'people' check (audience in ('people', 'node')),
  hidden boolean not null default false,
  fields jsonb not null default '{}',
  texts jsonb not null default '{}',
  decide_by timestamptz,
  version integer not null default 1,
  started_at timestamptz not null,
  edited_at timestamptz not null
);
create table app.case_askers (
  case_id uuid primary key references app.cases,
  person_id uuid not null references app.people
);
create index case_askers_person on app.case_askers (person_id);
create table app.postings (case_id uuid primary key references app.cases, at timestamptz not null);
create table app.withdrawals (case_id uuid primary key references app.cases, reason text not null default '', at timestamptz not null);
create table app.decisions (
  case_id uuid primary key references app.cases,
  choice text not null,
  texts jsonb not null default '{}',
  followed uuid[] not null default '{}',       -- opinions that match what was decided; never "right" or "wrong"
  at timestamptz not null
);
create table app.closings (case_id uuid primary key references app.cases, at timestamptz not null);
create table app.plans (case_id uuid primary key references app.cases, texts jsonb not null, at timestamptz not null);
create table app.unmaskings (
  id uuid primary key, case_id uuid not null references app.cases, steward_id uuid not null references app.people,
  reason text not null check (length(reason) >= 10), at timestamptz not null
);

-- kind: xa (a cine), us, still (photo, ECG, other picture)
create table app.runs (
  id uuid primary key,
  case_id uuid not null references app.cases,
  position smallint not null,
  kind text not null check (kind in ('xa', 'us', 'still')),
  label text not null default '',
  sidecar jsonb not null,
  at timestamptz not null,
  removed_at timestamptz
);
create table app.objects (
  id uuid primary key,
  run_id uuid not null references app.runs,
  case_id uuid not null references app.cases,
  tier text not null check (tier in ('t0', 't1', 't2')),
  media_type text not null,
  bytes bigint not null check (bytes >= 0),
  sha256 bytea not null,
  at timestamptz not null,
  unique (run_id, tier)
);
-- What cleaning removed, kept and masked, and who confirmed it: the asker's own ledger.
create table app.certificates (
  id uuid primary key,
  run_id uuid not null references app.runs,
  case_id uuid not null references app.cases,
  body jsonb not null,
  at timestamptz not null
);

create table app.asks (
  id uuid primary key,
  case_id uuid not null references app.cases,
  expert_id uuid not null references app.people,
  seat text not null default 'operator' check (seat in ('operator', 'surgeon', 'imager', 'intensivist', 'clinician')),
  reasons jsonb not null default '[]',
  asked_at timestamptz not null,
  accept_by timestamptz not null,
  answer_by timestamptz not null,
  seen_at timestamptz,
  accepted_at timestamptz,
  declined_at timestamptz,
  handed_to uuid references app.people, handed_note text not null default '',
  answered_at timestamptz,
  expired_at timestamptz,
  cancelled_at timestamptz,
  unique (case_id, expert_id),
  -- Of two ends at once, one comes second and finds the first.
  constraint one_end check (num_nonnulls(answered_at, declined_at, cancelled_at) <= 1)
);
create table app.opinions (
  id uuid primary key,
  case_id uuid not null references app.cases,
  ask_id uuid not null references app.asks,
  author_id uuid not null references app.people,
  seat text not null,                          -- as asked; other advisers cannot read the ask
  version smallint not null,
  lang text not null check (lang in ('en', 'fa')),
  body jsonb not null,
  texts jsonb not null,
  before_decision boolean not null,
  at timestamptz not null,
  unique (ask_id, version)
);
create table app.opinion_drafts (
  ask_id uuid primary key references app.asks,
  body jsonb not null, version integer not null, at timestamptz not null
);
-- adviser_id null: the asker speaks.
create table app.remarks (
  id uuid primary key,
  case_id uuid not null references app.cases,
  adviser_id uuid references app.people,
  lang text not null check (lang in ('en', 'fa')),
  texts jsonb not null,
  pointer jsonb,
  at timestamptz not null
);
-- adviser_id null: the asker's mark. A mark of an adviser is seen with the opinion it belongs to.
create table app.marks (
  id uuid primary key,
  case_id uuid not null references app.cases,
  run_id uuid not null references app.runs,
  adviser_id uuid references app.people,
  frame smallint not null check (frame >= 0),
  shape text not null check (shape in ('arrow', 'text')),
  points real[] not null check (array_length(points, 1) in (2, 4)),
  note text not null default '',
  at timestamptz not null,
  removed_at timestamptz
);
create table app.outcomes (
  case_id uuid not null references app.cases,
  moment text not null check (moment in ('hospital', 'd30', 'y1')),
  due_on date not null,
  result text check (result in ('no-event', 'event', 'not-done', 'lost', 'died')),
  details jsonb not null default '{}',
  texts jsonb not null default '{}',
  at timestamptz,
  primary key (case_id, moment)
);
create table app.notices (
  id uuid primary key,
  person_id uuid not null references app.people,
  kind text not null,
  case_id uuid references app.cases,
  at timestamptz not null,
  read_at timestamptz,
  mailed_at timestamptz
);
create index runs_case on app.runs (case_id);
create index objects_case on app.objects (case_id);
create index certificates_case on app.certificates (case_id);
create index asks_expert on app.asks (expert_id, asked_at desc);
create index asks_case on app.asks (case_id);
create index opinions_case on app.opinions (case_id);
create index remarks_case on app.remarks (case_id);
create index marks_case on app.marks (case_id);
create index unmaskings_case on app.unmaskings (case_id);
create index notices_person on app.notices (person_id, at desc);
create index outcomes_due on app.outcomes (due_on) where at is null;

-- Where a case stands.
create function app.phase(c uuid) returns text language sql stable security definer as $$
  select case
    when exists (select from app.withdrawals where case_id = c) then 'withdrawn'
    when exists (select from app.closings where case_id = c) then 'closed'
    when exists (select from app.decisions where case_id = c) then 'decided'
    when exists (select from app.postings where case_id = c) then 'posted'
    else 'draft' end $$;

-- How the viewer stands to a case: the one question of who sees what, the same as rules/policy.ts (tests/access compares every cell).
--   asker · sealed (asked, has neither answered nor declined) · open (has) · coordinator · reader (audience: the node) · null
create function app.reckon_standing(c uuid) returns text language sql stable security definer set search_path = app, pg_temp as $$
  select case
    when (select person_id from app.case_askers where case_id = c) = app.viewer() then 'asker'
    when not app.sees_cases(app.viewer()) then null
    when app.phase(c) in ('draft', 'withdrawn') then null
    else coalesce(
      (select case when answered_at is not null or declined_at is not null then 'open' else 'sealed' end
         from app.asks where case_id = c and expert_id = app.viewer() and cancelled_at is null),
      case when app.viewer_is('coordinator') then 'coordinator' end,
      (select 'reader' from app.cases where id = c and audience = 'node')) end $$;

-- A page asks for one case many times; app.case_page reckons once and keeps the answer for its own statement.
create function app.standing(c uuid) returns text language plpgsql stable as $$
declare
  kept text := current_setting('hamdel.standing', true);
begin
  if kept <> '' and starts_with(kept, c::text) then return nullif(substr(kept, 38), ''); end if;
  return app.reckon_standing(c);
end $$;

create function app.decided(c uuid) returns boolean language sql stable security definer
  as $$ select exists (select from app.decisions where case_id = c) $$;
-- Opinions, the asker's plan and the talk below: after one's own answer, or, for readers who were not asked, after the decision.
create function app.unsealed(c uuid) returns boolean language plpgsql stable as $$
declare s text := app.standing(c);
begin
  return s in ('asker', 'open') or (s in ('reader', 'coordinator') and app.decided(c));
end $$;
create function app.knows_asker(c uuid) returns boolean language plpgsql stable security definer as $$
declare s text := app.standing(c);
begin
  return s = 'asker'
    or (s is not null and not (select hidden from app.cases where id = c))
    or (app.viewer_is('steward') and exists (select from app.unmaskings where case_id = c and steward_id = app.viewer()));
end $$;
-- Has the viewer given an opinion on this case?
create function app.has_given(c uuid) returns boolean language sql stable security definer
  as $$ select exists (select from app.opinions where case_id = c and author_id = app.viewer()) $$;

do $$ declare t text; begin
  foreach t in array array['cases','case_askers','postings','withdrawals','decisions','closings','plans','unmaskings','runs','objects','certificates',
      'asks','opinions','opinion_drafts','remarks','marks','outcomes','notices'] loop
    execute format('alter table app.%I enable row level security', t);
    execute format('grant select on app.%I to hamdel_app', t);
    execute format('grant select on app.%I to hamdel_node', t);
    execute format('create policy node on app.%I for select to hamdel_node using (true)', t);
  end loop;
end $$;

create policy read on app.cases for select to hamdel_app using (app.standing(id) is not null);
create policy start on app.cases for insert to hamdel_app with check (app.sees_cases(app.viewer()));
create policy edit on app.cases for update to hamdel_app using (app.standing(id) = 'asker' and app.phase(id) in ('draft', 'posted'));
grant insert on app.cases to hamdel_app;
grant update (kind, urgency, audience, hidden, fields, texts, decide_by, version, edited_at, lang) on app.cases to hamdel_app;

create policy read on app.case_askers for select to hamdel_app using (person_id = app.viewer() or app.knows_asker(case_id));
-- Claimed once, with the case: not even the answer "it is taken" comes back for another's draft.
create function app.unclaimed(c uuid) returns boolean language sql stable security definer
  as $$ select not exists (select from app.case_askers where case_id = c) $$;
create policy start on app.case_askers for insert to hamdel_app
  with check (person_id = app.viewer() and app.phase(case_id) = 'draft' and app.unclaimed(case_id) and app.sees_cases(app.viewer()));
grant insert on app.case_askers to hamdel_app;

create policy read on app.postings for select to hamdel_app using (app.standing(case_id) is not null);
create policy post on app.postings for insert to hamdel_app
  with check (app.standing(case_id) = 'asker' and app.phase(case_id) = 'draft' and app.sees_cases(app.viewer()));
create policy read on app.withdrawals for select to hamdel_app using (app.standing(case_id) = 'asker');
create policy withdraw on app.withdrawals for insert to hamdel_app
  with check (app.standing(case_id) = 'asker' and app.phase(case_id) in ('draft', 'posted', 'decided'));
create policy read on app.decisions for select to hamdel_app using (app.standing(case_id) is not null and app.standing(case_id) <> 'sealed');
create policy decide on app.decisions for insert to hamdel_app with check (app.standing(case_id) = 'asker' and app.phase(case_id) = 'posted');
create policy read on app.closings for select to hamdel_app using (app.standing(case_id) is not null);
create policy close on app.closings for insert to hamdel_app with check (app.standing(case_id) = 'asker' and app.phase(case_id) = 'decided');
grant insert on app.postings, app.withdrawals, app.decisions, app.closings to hamdel_app;

create policy read on app.plans for select to hamdel_app using (app.unsealed(case_id));
create policy write on app.plans for insert to hamdel_app with check (app.standing(case_id) = 'asker' and app.phase(case_id) in ('draft', 'posted'));
create policy rewrite on app.plans for update to hamdel_app using (app.standing(case_id) = 'asker' and app.phase(case_id) = 'draft');
grant insert, update (texts, at) on app.plans to hamdel_app;

create policy read on app.unmaskings for select to hamdel_app
  using ((steward_id = app.viewer() and app.viewer_is('steward')) or app.standing(case_id) = 'asker');
create policy open on app.unmaskings for insert to hamdel_app
  with check (steward_id = app.viewer() and app.viewer_is('steward') and app.phase(case_id) <> 'draft');
grant insert on app.unmaskings to hamdel_app;

create policy read on app.runs for select to hamdel_app using (app.standing(case_id) is not null);
create policy add on app.runs for insert to hamdel_app with check (app.standing(case_id) = 'asker' and app.phase(case_id) in ('draft', 'posted'));
create policy take_out on app.runs for update to hamdel_app using (app.standing(case_id) = 'asker' and app.phase(case_id) in ('draft', 'posted'));
grant insert, update (position, label, removed_at) on app.runs to hamdel_app;
-- Objects are written by the node alone, after it has verified the bytes.
create policy read on app.objects for select to hamdel_app using (app.standing(case_id) is not null);
create policy node_write on app.objects for insert to hamdel_node with check (true);
grant insert on app.objects to hamdel_node;
create policy read on app.certificates for select to hamdel_app using (app.standing(case_id) = 'asker');
create policy add on app.certificates for insert to hamdel_app with check (app.standing(case_id) = 'asker' and app.phase(case_id) in ('draft', 'posted'));
grant insert on app.certificates to hamdel_app;

create policy read on app.asks for select to hamdel_app using (expert_id = app.viewer() or app.standing(case_id) in ('asker', 'coordinator'));
create policy invite on app.asks for insert to hamdel_app
  with check (app.standing(case_id) = 'asker' and app.phase(case_id) = 'posted' and expert_id <> app.viewer() and app.sees_cases(expert_id));
create policy answer on app.asks for update to hamdel_app
  using ((expert_id = app.viewer() and app.standing(case_id) = 'sealed' and app.phase(case_id) in ('posted', 'decided'))
    or (app.standing(case_id) = 'asker' and app.phase(case_id) in ('posted', 'decided')))
  with check (expert_id = app.viewer() or app.standing(case_id) = 'asker');
grant insert, update (seen_at, accepted_at, declined_at, handed_to, handed_note, answered_at, expired_at, cancelled_at) on app.asks to hamdel_app;
create policy expire on app.asks for update to hamdel_node using (true);
grant update (expired_at) on app.asks to hamdel_node;
-- A policy sees whole rows: which hand may turn which column is said here. The expert answers for themself; the asker takes back.
create function app.keep_hands() returns trigger language plpgsql set search_path = app, pg_temp as $$
begin
  if current_user <> 'hamdel_app' then return new; end if;
  if (new.seen_at, new.accepted_at, new.declined_at, new.handed_to, new.handed_note, new.answered_at)
      is distinct from (old.seen_at, old.accepted_at, old.declined_at, old.handed_to, old.handed_note, old.answered_at) and new.expert_id is distinct from viewer()
    or (new.cancelled_at, new.expired_at) is distinct from (old.cancelled_at, old.expired_at) and new.expert_id is not distinct from viewer()
  then raise exception 'another hand' using errcode = 'insufficient_privilege'; end if;
  return new;
end $$;
create trigger hands before update on app.asks for each row execute function app.keep_hands();

create policy read on app.opinions for select to hamdel_app using (author_id = app.viewer() or app.unsealed(case_id));
create policy give on app.opinions for insert to hamdel_app
  with check (author_id = app.viewer() and app.phase(case_id) in ('posted', 'decided') and before_decision <> app.decided(case_id)
    and exists (select from app.asks a where a.id = ask_id and a.case_id = opinions.case_id and a.expert_id = app.viewer() and a.cancelled_at is null)
    and (app.standing(case_id) = 'sealed' or (app.standing(case_id) = 'open' and app.has_given(case_id))));
grant insert on app.opinions to hamdel_app;
-- A policy sees what stood when its statement began. What ended meanwhile (declined in another window, taken back) is seen after the ask's row was waited for.
create function app.keep_answered() returns trigger language plpgsql set search_path = app, pg_temp as $$
begin
  if exists (select from asks where id = new.ask_id and (declined_at is not null or cancelled_at is not null)) then
    raise exception 'the ask has ended' using errcode = 'check_violation';
  end if;
  return null;
end $$;
create trigger answered after insert on app.opinions for each row execute function app.keep_answered();
create policy own on app.opinion_drafts to hamdel_app
  using (exists (select from app.asks a where a.id = ask_id and a.expert_id = app.viewer()))
  with check (exists (select from app.asks a where a.id = ask_id and a.expert_id = app.viewer() and app.standing(a.case_id) = 'sealed' and app.phase(a.case_id) in ('posted', 'decided')));
grant insert, update, delete on app.opinion_drafts to hamdel_app;

create policy read on app.remarks for select to hamdel_app using (app.standing(case_id) in ('asker', 'open'));
create policy say on app.remarks for insert to hamdel_app
  with check (app.phase(case_id) in ('posted', 'decided', 'closed')
    and ((app.standing(case_id) = 'asker' and adviser_id is null)
      or (app.standing(case_id) = 'open' and adviser_id = app.viewer() and app.has_given(case_id))));
grant insert on app.remarks to hamdel_app;
create policy read on app.marks for select to hamdel_app
  using (app.standing(case_id) is not null and (adviser_id is null or adviser_id = app.viewer()
    or (app.unsealed(case_id) and exists (select from app.opinions o where o.case_id = marks.case_id and o.author_id = marks.adviser_id))));
create policy draw on app.marks for insert to hamdel_app
  with check ((app.standing(case_id) = 'asker' and adviser_id is null and app.phase(case_id) in ('draft', 'posted', 'decided'))
    or (app.standing(case_id) in ('sealed', 'open') and adviser_id = app.viewer() and app.phase(case_id) in ('posted', 'decided')));
create policy rub_out on app.marks for update to hamdel_app
  using ((app.standing(case_id) = 'asker' and adviser_id is null) or adviser_id = app.viewer());
grant insert, update (removed_at) on app.marks to hamdel_app;

create policy read on app.outcomes for select to hamdel_app using (app.standing(case_id) is not null and app.standing(case_id) <> 'sealed');
create policy book on app.outcomes for insert to hamdel_app with check (app.standing(case_id) = 'asker' and app.phase(case_id) in ('draft', 'posted') and at is null);
create policy tell on app.outcomes for update to hamdel_app using (app.standing(case_id) = 'asker' and app.phase(case_id) in ('decided', 'closed'));
grant insert, update (result, details, texts, at) on app.outcomes to hamdel_app;

create policy own on app.notices to hamdel_app using (person_id = app.viewer());
grant update (read_at) on app.notices to hamdel_app;
create policy node_write on app.notices for insert to hamdel_node with check (true);
create policy node_mark on app.notices for update to hamdel_node using (true);
grant insert, update (mailed_at) on app.notices to hamdel_node;

-- Tells people that something waits, in the writer's own transaction. Content-free; `waits` also makes a notice.
-- Recipients are reckoned here, because a writer must not be able to list them (an adviser does not know a hidden asker).
create function app.announce(happened text, c uuid, target text, waits boolean, moment timestamptz, one uuid default null)
returns void language plpgsql security definer set search_path = app, pg_temp as $$
declare
  person uuid;
begin
  if happened !~ '^[a-z][a-z-]{2,40}$' then raise exception 'unknown kind %', happened; end if;
  for person in
    select distinct p from (
      select person_id as p from case_askers where case_id = c and target in ('asker', 'all')
      union all
      select expert_id from asks where case_id = c and cancelled_at is null and target in ('experts', 'all')
      union all
      select expert_id from asks where case_id = c and cancelled_at is null and (answered_at is not null) and target in ('advisers')
      union all
      select one where target = 'one'
    ) who where p is not null and p is distinct from app.viewer()
  loop
    insert into events (person_id, kind, case_id, at) values (person, happened, c, moment);
    if waits then
      insert into notices (id, person_id, kind, case_id, at) values (gen_random_uuid(), person, happened, c, moment);
    end if;
  end loop;
end $$;
revoke execute on function app.announce from public;
grant execute on function app.announce to hamdel_app, hamdel_node;
