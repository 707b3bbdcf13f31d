-- Roles, the viewer, and what every feature stands on: receipts, events, settings, the audit trail.
--
-- The program logs in as hamdel_web, which owns nothing, inherits nothing and can read nothing until it takes a role:
--   hamdel_app   a person's request; row-level security binds it to hamdel.viewer
--   hamdel_door  signing in and out, before there is a viewer; sees accounts only
--   hamdel_node  the node's own work (reminders, mail, verified uploads); no person's request runs as it

do $$ begin
  if not exists (select from pg_roles where rolname = 'hamdel_app') then create role hamdel_app nologin; end if;
  if not exists (select from pg_roles where rolname = 'hamdel_door') then create role hamdel_door nologin; end if;
  if not exists (select from pg_roles where rolname = 'hamdel_node') then create role hamdel_node nologin; end if;
  if not exists (select from pg_roles where rolname = 'hamdel_web') then create role hamdel_web login noinherit nosuperuser nobypassrls nocreatedb nocreaterole; end if;
end $$;
grant hamdel_app, hamdel_door, hamdel_node to hamdel_web;

create schema app;
grant usage on schema app to hamdel_app, hamdel_door, hamdel_node, hamdel_web;

-- After the first commit the setting is '' and not null, hence nullif.
create function app.viewer() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('hamdel.viewer', true), '')::uuid $$;

-- One effect for a repeated write: the answer that went out is kept with the key it came under.
create table app.receipts (
  person_id uuid not null,
  key text not null check (length(key) between 8 and 100),
  asked text not null,                         -- method and path: a key reused elsewhere is refused
  status smallint not null,
  body text not null,
  at timestamptz not null,
  primary key (person_id, key)
);
alter table app.receipts enable row level security;
create policy own on app.receipts to hamdel_app using (person_id = app.viewer()) with check (person_id = app.viewer());
create policy sweep on app.receipts for delete to hamdel_node using (true);
grant select, insert on app.receipts to hamdel_app;
grant select, delete on app.receipts to hamdel_node;
create policy sweep_read on app.receipts for select to hamdel_node using (true);

-- What happened, one row a recipient: the outbox that live streams and notices read. Ids and verbs only.
create table app.events (
  seq bigint generated always as identity primary key,
  person_id uuid not null,
  kind text not null,
  case_id uuid,
  at timestamptz not null
);
create index events_by_person on app.events (person_id, seq);
alter table app.events enable row level security;
create policy own on app.events for select to hamdel_app using (person_id = app.viewer());
create policy node on app.events to hamdel_node using (true) with check (true);
grant select on app.events to hamdel_app;
grant select, insert, delete on app.events to hamdel_node;

create table app.settings (
  key text primary key,
  value jsonb not null,
  set_by uuid,
  set_at timestamptz not null
);
alter table app.settings enable row level security;
create policy all_read on app.settings for select to hamdel_app, hamdel_door, hamdel_node using (true);
grant select on app.settings to hamdel_app, hamdel_door, hamdel_node;

-- Privileged acts, with who and why. Asking, answering and reading are never here: the trail must not name a hidden asker.
create table app.trail (
  id uuid primary key,
  who uuid not null,
  verb text not null,
  about uuid,
  note text not null default '',
  at timestamptz not null
);
alter table app.trail enable row level security;
grant select, insert on app.trail to hamdel_app;
