-- Whom a block parts is not found by searching either: the right to a document that is a person asks for blocks first.
create or replace function app.may_find(d int, of_kind text, thing uuid, of_part text, in_lane smallint) returns boolean
language sql stable security definer set search_path = app, pg_temp as $$
  select coalesce(case when of_kind = 'person' and thing in (select blocked_people()) then false
    when of_kind = 'case' then case of_part
      when 'story' then standing(thing) is not null
      when 'outcome' then standing(thing) <> 'sealed'
      when 'opinions' then unsealed(thing)
      when 'talk' then standing(thing) in ('asker', 'open') end
    else (select case l.reach
        when 'everyone' then viewer() is not null
        when 'verified' then viewer_verified() or viewer_is('steward')
        when 'clinicians' then sees_cases(viewer())
        when 'coordinators' then sees_cases(viewer()) and viewer_is('coordinator')
        when 'few' then exists (select from search_readers r where r.doc = d and r.person_id = viewer()) end
      from search_lanes l where l.id = in_lane) end, false) $$;
