-- People, where they work, what they know, and the layers of trust.

create table app.cities (
  id uuid primary key,
  name_en text not null, name_fa text not null,
  country char(2) not null,
  time_zone text not null
);
create table app.institutions (
  id uuid primary key,
  name_en text not null, name_fa text not null,
  city_id uuid not null references app.cities,
  added_at timestamptz not null
);
create table app.people (
  id uuid primary key,
  given_en text not null default '', family_en text not null default '',
  given_fa text not null default '', family_fa text not null default '',
  title text not null default 'dr' check (title in ('dr', 'prof', 'ostad', 'none')),
  stage text not null default 'attending'
    check (stage in ('student', 'resident', 'cardiologist', 'fellow', 'attending', 'surgeon', 'imaging', 'intensivist', 'nurse', 'researcher', 'industry')),
  institution_id uuid references app.institutions,
  city_id uuid references app.cities,
  languages text[] not null default '{}',
  time_zone text not null default 'Asia/Tehran',
  orcid text not null default '',
  asked_about text not null default '',
  weekly_cap smallint not null default 3 check (weekly_cap between 0 and 50),
  quiet_from time, quiet_to time,
  name_keys text not null default '',           -- folded in TypeScript; both scripts
  joined_at timestamptz not null,
  verified_at timestamptz,                      -- kept by the trigger on verifications
  version integer not null default 1
);
create table app.absences (
  id uuid primary key,
  person_id uuid not null references app.people,
  from_day date not null, to_day date not null check (to_day >= from_day)
);
create table app.licences (
  id uuid primary key,
  person_id uuid not null references app.people,
  authority text not null, number text not null, country char(2) not null, expires_on date
);
create table app.expertise (
  person_id uuid not null references app.people,
  concept text not null,
  level text not null check (level in ('learning', 'independent', 'reference')),
  cases_per_year smallint check (cases_per_year between 0 and 5000),
  primary key (person_id, concept)
);
create table app.verifications (
  id uuid primary key,
  person_id uuid not null references app.people,
  layer text not null check (layer in ('document', 'register', 'vouched')),
  by_person uuid references app.people,         -- null: the node itself, for its first steward
  note text not null default '',
  at timestamptz not null,
  ended_at timestamptz, ended_by uuid references app.people,
  check (by_person is distinct from person_id)
);
create unique index one_vouch_each on app.verifications (person_id, by_person) where layer = 'vouched' and ended_at is null;
create table app.roles (
  id uuid primary key,
  person_id uuid not null references app.people,
  role text not null check (role in ('steward', 'coordinator')),
  granted_by uuid references app.people, granted_at timestamptz not null,
  ended_at timestamptz
);
create unique index one_role_each on app.roles (person_id, role) where ended_at is null;
-- A declared conflict, or simply "not these people". Known to the one who said it and to nobody else.
create table app.avoidances (
  person_id uuid not null references app.people,
  other_id uuid not null references app.people,
  kind text not null check (kind in ('conflict', 'not-this-person')),
  at timestamptz not null,
  primary key (person_id, other_id)
);
create index people_city on app.people (city_id);
create index people_institution on app.people (institution_id);
create index expertise_concept on app.expertise (concept);
create index verifications_person on app.verifications (person_id);
create index licences_person on app.licences (person_id);
create index absences_person on app.absences (person_id);

-- Verified: a document or a register was checked, or two verified people vouched.
create function app.reckon_verified() returns trigger language plpgsql security definer set search_path = app, pg_temp as $$
declare
  since timestamptz;
begin
  select least(min(at) filter (where layer in ('document', 'register')),
               case when count(*) filter (where layer = 'vouched') >= 2 then max(at) filter (where layer = 'vouched') end)
    into since from app.verifications where person_id = new.person_id and ended_at is null;
  update app.people set verified_at = since where id = new.person_id and verified_at is distinct from since;
  return null;
end $$;
create trigger verified after insert or update on app.verifications for each row execute function app.reckon_verified();

-- Industry never sees a case, so nobody who was verified under that label leaves it alone; a steward ends the layers first.
create function app.keep_label() returns trigger language plpgsql as $$
begin
  if old.verified_at is not null and old.stage is distinct from new.stage and 'industry' in (old.stage, new.stage) then
    raise exception 'the label of industry is kept' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger label before update of stage on app.people for each row execute function app.keep_label();

-- These are asked for row after row, so they are written with full names and without a search path of their own, which would cost more than they do.
create function app.viewer_verified() returns boolean language sql stable security definer
  as $$ select exists (select from app.people where id = app.viewer() and verified_at is not null) $$;
-- Industry is always labelled and never sees a case.
create function app.sees_cases(person uuid) returns boolean language sql stable security definer
  as $$ select exists (select from app.people where id = person and verified_at is not null and stage <> 'industry') $$;
create function app.viewer_is(wanted text) returns boolean language sql stable security definer
  as $$ select exists (select from app.roles where person_id = app.viewer() and role = wanted and ended_at is null) $$;

alter table app.cities enable row level security;
alter table app.institutions enable row level security;
alter table app.people enable row level security;
alter table app.absences enable row level security;
alter table app.licences enable row level security;
alter table app.expertise enable row level security;
alter table app.verifications enable row level security;
alter table app.roles enable row level security;
alter table app.avoidances enable row level security;

create policy everyone on app.cities for select to hamdel_app, hamdel_door, hamdel_node using (true);
create policy add on app.cities for insert to hamdel_app with check (app.viewer() is not null);
create policy everyone on app.institutions for select to hamdel_app, hamdel_door, hamdel_node using (true);
create policy add on app.institutions for insert to hamdel_app with check (app.viewer() is not null);

-- The verified see their colleagues, those who still wait for a voucher included; a steward sees all, to verify them; the unverified see themselves alone.
create policy seen on app.people for select to hamdel_app
  using (id = app.viewer() or (select app.viewer_verified()) or (select app.viewer_is('steward')));
create policy self on app.people for update to hamdel_app using (id = app.viewer()) with check (id = app.viewer());
create policy seen on app.licences for select to hamdel_app using (person_id = app.viewer() or (select app.viewer_is('steward')));
create policy self on app.licences to hamdel_app using (person_id = app.viewer()) with check (person_id = app.viewer());
create policy seen on app.expertise for select to hamdel_app using (exists (select from app.people p where p.id = person_id));
create policy self on app.expertise to hamdel_app using (person_id = app.viewer()) with check (person_id = app.viewer());
create policy self on app.absences to hamdel_app using (person_id = app.viewer()) with check (person_id = app.viewer());
create policy self on app.avoidances to hamdel_app using (person_id = app.viewer()) with check (person_id = app.viewer());
create policy seen on app.verifications for select to hamdel_app using (exists (select from app.people p where p.id = person_id));
create policy vouch on app.verifications for insert to hamdel_app
  with check (by_person = app.viewer() and person_id <> app.viewer()
    and ((layer = 'vouched' and app.viewer_verified()) or (layer in ('document', 'register') and app.viewer_is('steward'))));
create policy take_back on app.verifications for update to hamdel_app
  using (ended_at is null and (by_person = app.viewer() or app.viewer_is('steward'))) with check (ended_by = app.viewer());
-- Who may open what is known to those it concerns and to verified colleagues.
create policy seen on app.roles for select to hamdel_app using (person_id = app.viewer() or (select app.viewer_verified()) or (select app.viewer_is('steward')));
create policy grant_role on app.roles for insert to hamdel_app with check (app.viewer_is('steward') and granted_by = app.viewer());
create policy end_role on app.roles for update to hamdel_app using (app.viewer_is('steward'));

grant select on app.cities, app.institutions, app.people, app.absences, app.licences, app.expertise, app.verifications, app.roles, app.avoidances to hamdel_app;
grant insert on app.cities, app.institutions, app.absences, app.licences, app.expertise, app.verifications, app.roles, app.avoidances to hamdel_app;
grant delete on app.absences, app.licences, app.expertise, app.avoidances to hamdel_app;
grant update (given_en, family_en, given_fa, family_fa, title, stage, institution_id, city_id, languages, time_zone, orcid, asked_about,
  weekly_cap, quiet_from, quiet_to, name_keys, version) on app.people to hamdel_app;
grant update (ended_at, ended_by) on app.verifications to hamdel_app;
grant update (ended_at) on app.roles to hamdel_app;

create policy trail_read on app.trail for select to hamdel_app using (app.viewer_is('steward'));
create policy trail_write on app.trail for insert to hamdel_app with check (app.viewer_is('steward') and who = app.viewer());
create policy steward_sets on app.settings for all to hamdel_app using (app.viewer_is('steward')) with check (app.viewer_is('steward') and set_by = app.viewer());
grant insert, update on app.settings to hamdel_app;

-- Accounts: how a person proves to be that person. Only the door reads them.
create table app.emails (
  email text primary key check (email = lower(email) and length(email) between 3 and 254),
  person_id uuid not null references app.people,
  proved_at timestamptz
);
create table app.passwords (person_id uuid primary key references app.people, hash text not null, set_at timestamptz not null);
create table app.second_factors (person_id uuid primary key references app.people, sealed_secret bytea not null, made_at timestamptz not null, confirmed_at timestamptz, last_step bigint);
create table app.recovery_codes (code_hash bytea primary key, person_id uuid not null references app.people, made_at timestamptz not null, used_at timestamptz);
create table app.passkeys (
  id text primary key, person_id uuid not null references app.people, public_key bytea not null, counter bigint not null,
  transports text[] not null default '{}', name text not null default '', added_at timestamptz not null, used_at timestamptz
);
create table app.sessions (
  id uuid primary key, token_hash bytea not null unique, person_id uuid not null references app.people,
  device text not null default '', opened_at timestamptz not null, seen_at timestamptz not null, expires_at timestamptz not null, ended_at timestamptz
);
create table app.sign_in_links (
  token_hash bytea primary key, person_id uuid not null references app.people,
  made_at timestamptz not null, expires_at timestamptz not null, used_at timestamptz
);
create table app.invitations (
  id uuid primary key, code_hash bytea not null unique, email text not null default '', note text not null default '',
  by_person uuid not null references app.people, made_at timestamptz not null, expires_at timestamptz not null,
  used_by uuid references app.people, used_at timestamptz, withdrawn_at timestamptz
);
create table app.steward_codes (code_hash bytea primary key, made_at timestamptz not null, expires_at timestamptz not null, used_at timestamptz);
create index emails_person on app.emails (person_id);
create index passkeys_person on app.passkeys (person_id);
create index sessions_person on app.sessions (person_id);

alter table app.emails enable row level security;
alter table app.passwords enable row level security;
alter table app.second_factors enable row level security;
alter table app.recovery_codes enable row level security;
alter table app.passkeys enable row level security;
alter table app.sessions enable row level security;
alter table app.sign_in_links enable row level security;
alter table app.invitations enable row level security;
alter table app.steward_codes enable row level security;
do $$ declare t text; begin
  foreach t in array array['emails','passwords','second_factors','recovery_codes','passkeys','sessions','sign_in_links','invitations','steward_codes'] loop
    execute format('create policy door on app.%I to hamdel_door using (true) with check (true)', t);
    execute format('grant select, insert, update, delete on app.%I to hamdel_door', t);
  end loop;
end $$;
create policy steward on app.invitations to hamdel_app using (app.viewer_is('steward')) with check (app.viewer_is('steward') and by_person = app.viewer());
grant select, insert, update on app.invitations to hamdel_app;

create policy door on app.people to hamdel_door using (true) with check (true);
create policy door on app.roles to hamdel_door using (true) with check (true);
create policy door on app.verifications to hamdel_door using (true) with check (true);
grant select, insert on app.people, app.roles, app.verifications, app.cities, app.institutions to hamdel_door;
create policy door_add on app.cities for insert to hamdel_door with check (true);
create policy door_add on app.institutions for insert to hamdel_door with check (true);
create policy node on app.people for select to hamdel_node using (true);
create policy node on app.emails for select to hamdel_node using (true);
create policy node on app.roles for select to hamdel_node using (true);
grant select on app.people, app.emails, app.roles, app.cities, app.institutions to hamdel_node;
