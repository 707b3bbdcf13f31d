-- Groups: societies, working groups and clubs, with who belongs to them since when and by whose invitation.
-- Beside them what a notice may be about when it is about no case.

create table app.groups (
  id uuid primary key,
  kind text not null check (kind in ('society', 'working-group', 'club')),
  name_en text not null check (length(name_en) between 2 and 160),
  name_fa text not null check (length(name_fa) between 2 and 160),
  purpose_en text not null default '' check (length(purpose_en) <= 600),
  purpose_fa text not null default '' check (length(purpose_fa) <= 600),
  founded_by uuid not null references app.people,
  founded_at timestamptz not null
);
-- Invited, joined, ended: each with its moment and its hand. Who comes back has a second row.
create table app.memberships (
  id uuid primary key,
  group_id uuid not null references app.groups,
  person_id uuid not null references app.people,
  role text not null default 'member' check (role in ('member', 'officer')),
  invited_by uuid not null references app.people,
  invited_at timestamptz not null,
  joined_at timestamptz,
  ended_at timestamptz,
  ended_by uuid references app.people,
  check ((ended_at is null) = (ended_by is null))
);
create unique index one_membership on app.memberships (group_id, person_id) where ended_at is null;
create index memberships_person on app.memberships (person_id) where ended_at is null;

-- The viewer's own place in a group: officer, member, invited, or nothing.
create function app.group_standing(g uuid) returns text language sql stable security definer set search_path = app, pg_temp as $$
  select case when joined_at is null then 'invited' else role end from memberships where group_id = g and person_id = viewer() and ended_at is null $$;
create function app.group_is_new(g uuid) returns boolean language sql stable security definer set search_path = app, pg_temp as $$
  select exists (select from groups where id = g and founded_by = viewer()) and not exists (select from memberships where group_id = g) $$;
revoke execute on function app.group_standing, app.group_is_new from public;
grant execute on function app.group_standing, app.group_is_new to hamdel_app;

alter table app.groups enable row level security;
alter table app.memberships enable row level security;
-- That a group exists, and who speaks for it, is known to verified colleagues; who belongs to it, to its members.
create policy seen on app.groups for select to hamdel_app using ((select app.viewer_verified()) or app.group_standing(id) is not null or founded_by = app.viewer());
create policy found on app.groups for insert to hamdel_app with check (founded_by = app.viewer() and app.viewer_verified());
create policy word on app.groups for update to hamdel_app using (app.group_standing(id) = 'officer');
create policy seen on app.memberships for select to hamdel_app
  using (person_id = app.viewer() or case app.group_standing(group_id)
    when 'officer' then true
    when 'member' then ended_at is null and joined_at is not null
    else ended_at is null and role = 'officer' and joined_at is not null and (select app.viewer_verified()) end);
create policy invite on app.memberships for insert to hamdel_app
  with check (invited_by = app.viewer() and ended_at is null and (
    (joined_at is null and person_id <> app.viewer() and app.group_standing(group_id) = 'officer')
    or (person_id = app.viewer() and role = 'officer' and joined_at is not null and app.group_is_new(group_id))));
create policy turn on app.memberships for update to hamdel_app
  using (ended_at is null and (person_id = app.viewer() or app.group_standing(group_id) = 'officer'))
  with check (ended_by is null or ended_by = app.viewer());
grant select, insert on app.groups, app.memberships to hamdel_app;
grant update (name_en, name_fa, purpose_en, purpose_fa) on app.groups to hamdel_app;
grant update (role, joined_at, ended_at, ended_by) on app.memberships to hamdel_app;
-- A policy sees whole rows: nobody joins for another, and nobody gives themself an office.
create function app.keep_membership() returns trigger language plpgsql set search_path = app, pg_temp as $$
begin
  if current_user <> 'hamdel_app' then return new; end if;
  if (new.joined_at is distinct from old.joined_at and new.person_id is distinct from viewer())
    or (new.role is distinct from old.role and (new.person_id is not distinct from viewer() or group_standing(new.group_id) is distinct from 'officer'))
  then raise exception 'another hand' using errcode = 'insufficient_privilege'; end if;
  return new;
end $$;
create trigger hands before update on app.memberships for each row execute function app.keep_membership();

-- What a notice or an event is about when it is no case: the id of a group, an opportunity or whatever its kind says.
alter table app.events add column about uuid;
alter table app.notices add column about uuid;
-- Tells one person of something. Content-free; `waits` also makes a notice. Nobody is told of what they did themselves.
create function app.tell(happened text, of uuid, person uuid, waits boolean, moment timestamptz) returns void
language plpgsql security definer set search_path = app, pg_temp as $$
begin
  if happened !~ '^[a-z][a-z-]{2,40}$' then raise exception 'unknown kind %', happened; end if;
  if person is null or person is not distinct from viewer() then return; end if;
  insert into events (person_id, kind, about, at) values (person, happened, of, moment);
  if waits then insert into notices (id, person_id, kind, about, at) values (gen_random_uuid(), person, happened, of, moment); end if;
end $$;
revoke execute on function app.tell from public;
grant execute on function app.tell to hamdel_app, hamdel_node;
