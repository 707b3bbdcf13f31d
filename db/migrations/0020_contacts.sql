-- Being found by one's address or name, for those who wish it: slow hashes with the node's salt, made of proved addresses (features/network/server/contacts.ts).
create table app.contact_hashes (
  person_id uuid not null references app.people,
  hash bytea not null check (length(hash) = 16),
  at timestamptz not null,
  primary key (person_id, hash)
);
create index contact_hashes_hash on app.contact_hashes (hash);
-- The first bytes of all, sorted, one behind the other: a browser finds out which of its contacts are here, and the node nothing of it.
create function app.contact_prefixes(bytes integer) returns bytea language sql stable security definer set search_path = app, pg_temp as $$
  select coalesce(string_agg(p, ''::bytea order by p), ''::bytea) from (
    select distinct substr(hash, 1, bytes) as p from contact_hashes h join people o on o.id = h.person_id
     where viewer_verified() and o.verified_at is not null and o.id <> viewer() and o.id not in (select blocked_people())) found $$;
create function app.contact_people(hashes bytea[]) returns table (person uuid, hash bytea) language sql stable security definer set search_path = app, pg_temp as $$
  select h.person_id, h.hash from contact_hashes h join people o on o.id = h.person_id
   where h.hash = any (hashes) and cardinality(hashes) <= 200 and viewer_verified() and o.verified_at is not null and o.id <> viewer() and o.id not in (select blocked_people()) $$;
revoke execute on function app.contact_prefixes, app.contact_people from public;
grant execute on function app.contact_prefixes, app.contact_people to hamdel_app;
alter table app.contact_hashes enable row level security;
create policy own on app.contact_hashes to hamdel_app using (person_id = app.viewer()) with check (person_id = app.viewer());
grant select, insert, delete on app.contact_hashes to hamdel_app;
