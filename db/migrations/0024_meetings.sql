-- Meetings without a network: what each of the two devices knew, sent when it had a network again (features/network/rules/meeting.ts).
-- A device's key: the node knows the half that checks. A card signed with the other half is the owner's word.
create table app.meeting_keys (
  id uuid primary key,
  person_id uuid not null references app.people,
  spki bytea not null check (length(spki) between 50 and 200),
  made_at timestamptz not null
);
create index meeting_keys_person on app.meeting_keys (person_id);
create table app.meetings (
  code_hash bytea primary key check (length(code_hash) = 32),
  shown_by uuid references app.people,
  shown_at timestamptz,
  met_by uuid references app.people,
  met_at timestamptz,
  place text not null default '' check (length(place) <= 120),
  tie_id uuid,
  kept_at timestamptz not null
);
create index meetings_kept on app.meetings (kept_at);
create function app.meeting_key(key uuid) returns table ("personId" uuid, spki bytea) language sql stable security definer set search_path = app, pg_temp
  as $$ select person_id, spki from meeting_keys where id = key $$;
-- One side of a meeting. `signer`: whose signed card was scanned. Answers what became of it: waits · tied · used (by others) · self · late.
-- Whom a block parts, or who is not verified, waits for ever: nobody is told.
create function app.meet(code bytea, side text, signer uuid, signed_at timestamptz, at timestamptz, of_place text, tie uuid, moment timestamptz)
returns table (state text, other uuid) language plpgsql security definer set search_path = app, pg_temp as $$
declare
  m meetings;
  me uuid := viewer();
begin
  if not viewer_verified() then raise exception 'not verified' using errcode = '42501'; end if;
  insert into meetings (code_hash, kept_at) values (code, moment) on conflict (code_hash) do nothing;
  select * into m from meetings where code_hash = code for update;
  if side = 'shown' then
    if m.shown_by is distinct from null and m.shown_by <> me then return query select 'used', null::uuid; return; end if;
    m.shown_by := me; m.shown_at := coalesce(m.shown_at, at);
  else
    if m.met_by is distinct from null and m.met_by <> me then return query select 'used', null::uuid; return; end if;
    if signer is not null and m.shown_by is distinct from null and m.shown_by <> signer then return query select 'used', null::uuid; return; end if;
    m.met_by := me; m.met_at := coalesce(m.met_at, at);
    if signer is not null then m.shown_by := signer; m.shown_at := coalesce(m.shown_at, signed_at); end if;
  end if;
  if m.shown_by = m.met_by then return query select 'self', null::uuid; return; end if;
  update meetings set shown_by = m.shown_by, shown_at = m.shown_at, met_by = m.met_by, met_at = m.met_at, place = case when place = '' then of_place else place end where code_hash = code;
  if m.tie_id is not null then return query select 'tied', case when m.shown_by = me then m.met_by else m.shown_by end; return; end if;
  if m.shown_by is null or m.met_by is null then return query select 'waits', null::uuid; return; end if;
  if m.met_at - m.shown_at > interval '15 minutes' or m.shown_at - m.met_at > interval '10 minutes' then return query select 'late', null::uuid; return; end if;
  if blocked_between(m.shown_by, m.met_by) or exists (select from people where id in (m.shown_by, m.met_by) and verified_at is null) then return query select 'waits', null::uuid; return; end if;
  insert into ties (id, low, high, kind, from_year, to_year, place, proposed_by, proposed_at, confirmed_at)
    values (tie, least(m.shown_by, m.met_by), greatest(m.shown_by, m.met_by), 'congress', extract(year from m.met_at), extract(year from m.met_at),
      (select g.place from meetings g where g.code_hash = code), m.shown_by, moment, moment)
    on conflict (low, high, kind, coalesce(senior, low)) where ended_at is null do update set confirmed_at = coalesce(ties.confirmed_at, excluded.confirmed_at);
  update meetings set tie_id = tie where code_hash = code;
  return query select 'tied', case when m.shown_by = me then m.met_by else m.shown_by end;
end $$;
revoke execute on function app.meeting_key, app.meet from public;
grant execute on function app.meeting_key, app.meet to hamdel_app;
alter table app.meeting_keys enable row level security;
alter table app.meetings enable row level security;
create policy own on app.meeting_keys to hamdel_app using (person_id = app.viewer()) with check (person_id = app.viewer());
create policy own on app.meetings for select to hamdel_app using (app.viewer() in (shown_by, met_by));
create policy node on app.meetings for select to hamdel_node using (true);
create policy node_sweep on app.meetings for delete to hamdel_node using (true);
grant select, insert, delete on app.meeting_keys to hamdel_app;
grant select on app.meetings to hamdel_app;
grant select, delete on app.meetings to hamdel_node;
