-- What has left, as chains of rows: one of each person, one of each institution. Every row holds the hash of the row before it, so that a row
-- that is missing, altered or moved shows. Rows are written by triggers in the very transaction that writes the object; no role may write them.
-- Who may read which, and why a hidden case stands in no institution's ledger: docs/decisions/0017-what-an-institutions-ledger-may-show.md.
-- Beside them the quarantine of what programs send (STOW-RS with a token): owner's alone, bounded, swept.

-- A privacy officer is the officer of one institution, fixed when a steward gives the role: whom people say they work for is theirs to change.
alter table app.roles drop constraint roles_role_check;
alter table app.roles add column institution_id uuid references app.institutions,
  add constraint roles_role_check check (role in ('steward', 'coordinator', 'privacy-officer')),
  add constraint officer_of_one check ((role = 'privacy-officer') = (institution_id is not null));

create table app.egress_heads (
  owner uuid primary key,                      -- a person or an institution
  kind text not null check (kind in ('person', 'institution')),
  seq bigint not null,
  hash bytea not null check (length(hash) = 32)
);
create table app.egress_rows (
  owner uuid not null references app.egress_heads,
  seq bigint not null check (seq >= 1),
  kind text not null check (kind in ('person', 'institution')),
  object_id uuid not null,                     -- no reference: the ledger outlives what it lists
  certificate_id uuid,
  entry jsonb not null,                        -- all that is hashed: strings, whole numbers and null
  hash bytea not null check (length(hash) = 32),
  primary key (owner, seq),
  unique (owner, object_id)
);
create index egress_rows_certificate on app.egress_rows (certificate_id);

-- The text that is hashed: keys in order, no spaces (features/egress/rules/canonical.ts makes the same).
create function app.canonical(j jsonb) returns text language plpgsql immutable as $$
begin
  return case jsonb_typeof(j)
    when 'object' then (select '{' || coalesce(string_agg(to_json(key)::text || ':' || app.canonical(value), ',' order by key collate "C"), '') || '}' from jsonb_each(j))
    when 'array' then (select '[' || coalesce(string_agg(app.canonical(value), ',' order by n), '') || ']' from jsonb_array_elements(j) with ordinality as t (value, n))
    else j::text end;
end $$;
revoke execute on function app.canonical from public;

-- One row at the end of a ledger. The head's row is the lock: two objects at once stand one behind the other, without a gap.
create function app.list_object(of_kind text, of_owner uuid, o app.objects, by_person uuid, moment timestamptz) returns void
language plpgsql security definer set search_path = app, pg_temp as $$
declare
  head egress_heads;
  c certificates;
  row jsonb;
  digest bytea;
begin
  if of_owner is null or exists (select from egress_rows where owner = of_owner and object_id = o.id) then return; end if;
  insert into egress_heads (owner, kind, seq, hash) values (of_owner, of_kind, 0, decode(repeat('00', 32), 'hex')) on conflict (owner) do nothing;
  select * into head from egress_heads where owner = of_owner for update;
  select * into c from certificates where run_id = o.run_id order by at, id limit 1;
  row := jsonb_build_object('ledger', of_owner, 'kind', of_kind, 'seq', head.seq + 1, 'prev', encode(head.hash, 'hex'),
    'at', to_char(moment at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'object', o.id, 'run', o.run_id, 'person', by_person,
    'tier', o.tier, 'mediaType', o.media_type, 'bytes', o.bytes, 'sha256', encode(o.sha256, 'hex'),
    'certificate', c.id, 'certificateSha256', encode(sha256(convert_to(canonical(c.body), 'UTF8')), 'hex'));
  if of_kind = 'person' then row := row || jsonb_build_object('case', o.case_id); end if;
  digest := sha256(convert_to(canonical(row), 'UTF8'));
  insert into egress_rows (owner, seq, kind, object_id, certificate_id, entry, hash) values (of_owner, head.seq + 1, of_kind, o.id, c.id, row, digest);
  update egress_heads set seq = head.seq + 1, hash = digest where owner = of_owner;
end $$;
revoke execute on function app.list_object from public;

-- The institution's ledger begins for a case when it is put with its asker's name. A draft may still be hidden, so nothing of it stands there.
create function app.list_for_institution(c uuid, moment timestamptz) returns void language plpgsql security definer set search_path = app, pg_temp as $$
declare
  o objects;
  asker people;
begin
  if (select hidden from cases where id = c) or not exists (select from postings where case_id = c) then return; end if;
  select p.* into asker from case_askers a join people p on p.id = a.person_id where a.case_id = c;
  for o in select * from objects where case_id = c order by at, id loop
    perform list_object('institution', asker.institution_id, o, asker.id, moment);
  end loop;
end $$;
revoke execute on function app.list_for_institution from public;

create function app.object_left() returns trigger language plpgsql security definer set search_path = app, pg_temp as $$
declare
  asker uuid := (select person_id from case_askers where case_id = new.case_id);
begin
  perform list_object('person', asker, new, asker, new.at);
  perform list_for_institution(new.case_id, new.at);
  return null;
end $$;
create function app.case_was_put() returns trigger language plpgsql security definer set search_path = app, pg_temp as $$
begin
  perform list_for_institution(new.case_id, new.at);
  return null;
end $$;
create function app.name_was_shown() returns trigger language plpgsql security definer set search_path = app, pg_temp as $$
begin
  perform list_for_institution(new.id, new.edited_at);
  return null;
end $$;
revoke execute on function app.object_left, app.case_was_put, app.name_was_shown from public;
create trigger left_the_house after insert on app.objects for each row execute function app.object_left();
create trigger put after insert on app.postings for each row execute function app.case_was_put();
create trigger named after update of hidden on app.cases for each row when (old.hidden and not new.hidden) execute function app.name_was_shown();

alter table app.egress_heads enable row level security;
alter table app.egress_rows enable row level security;
create policy own on app.egress_heads for select to hamdel_app using (owner = app.viewer());
create policy own on app.egress_rows for select to hamdel_app using (owner = app.viewer());
create policy officer on app.egress_heads for select to hamdel_app
  using (kind = 'institution' and owner in (select r.institution_id from app.roles r where r.person_id = app.viewer() and r.role = 'privacy-officer' and r.ended_at is null));
create policy officer on app.egress_rows for select to hamdel_app
  using (kind = 'institution' and owner in (select r.institution_id from app.roles r where r.person_id = app.viewer() and r.role = 'privacy-officer' and r.ended_at is null));
grant select on app.egress_heads, app.egress_rows to hamdel_app;
-- What the officer's ledger lists comes with its proof.
create policy listed on app.certificates for select to hamdel_app
  using (exists (select from app.egress_rows e where e.certificate_id = certificates.id and e.kind = 'institution'));

-- Objects of before: listed in the order in which they came.
do $$ declare o app.objects; asker uuid; begin
  for o in select * from app.objects order by at, id loop
    select person_id into asker from app.case_askers where case_id = o.case_id;
    perform app.list_object('person', asker, o, asker, o.at);
  end loop;
  for o in select distinct on (case_id) * from app.objects order by case_id, at, id loop
    perform app.list_for_institution(o.case_id, o.at);
  end loop;
end $$;

-- A program's right to lay pictures into its owner's quarantine, and to nothing else. The browser makes the token; its hash alone comes here.
create table app.import_tokens (
  id uuid primary key,
  person_id uuid not null references app.people,
  name text not null check (length(name) between 1 and 60),
  hash bytea not null unique check (length(hash) = 32),
  made_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  withdrawn_at timestamptz
);
create index import_tokens_person on app.import_tokens (person_id);
-- What waits to be looked at. The bytes lie sealed in a file of the node; nothing that stands in them stands here.
create table app.arrivals (
  id uuid primary key,
  person_id uuid not null references app.people,
  token_id uuid not null references app.import_tokens,
  bytes bigint not null check (bytes > 0),
  at timestamptz not null
);
create index arrivals_person on app.arrivals (person_id, at);
alter table app.import_tokens enable row level security;
alter table app.arrivals enable row level security;
create policy own on app.import_tokens to hamdel_app using (person_id = app.viewer()) with check (person_id = app.viewer());
create policy door on app.import_tokens for select to hamdel_door using (true);
create policy door_used on app.import_tokens for update to hamdel_door using (true) with check (true);
grant select, insert, update (withdrawn_at) on app.import_tokens to hamdel_app;
grant select, update (used_at) on app.import_tokens to hamdel_door;
create policy own on app.arrivals to hamdel_app using (person_id = app.viewer()) with check (person_id = app.viewer());
create policy node on app.arrivals for select to hamdel_node using (true);
create policy node_sweep on app.arrivals for delete to hamdel_node using (true);
grant select, insert, delete on app.arrivals to hamdel_app;
grant select, delete on app.arrivals to hamdel_node;
