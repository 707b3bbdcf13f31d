-- That a case finds nobody is told to a coordinator once in half a day, however often the ladder looks.
create or replace function app.tell_coordinators(happened text, c uuid, waits boolean, moment timestamptz) returns void language plpgsql security definer set search_path = app, pg_temp as $$
declare
  person uuid;
begin
  if happened !~ '^[a-z][a-z-]{2,40}$' then raise exception 'unknown kind %', happened; end if;
  for person in
    select r.person_id from roles r where r.role = 'coordinator' and r.ended_at is null and r.person_id is distinct from viewer() and sees_cases(r.person_id)
      and not exists (select from asks a where a.case_id = c and a.expert_id = r.person_id and a.cancelled_at is null)
      and not exists (select from case_askers k where k.case_id = c and k.person_id = r.person_id)
      and not (happened = 'case-untaken' and exists (select from notices n where n.person_id = r.person_id and n.kind = happened and n.case_id = c and n.at > moment - interval '12 hours'))
  loop
    insert into events (person_id, kind, case_id, at) values (person, happened, c, moment);
    if waits then insert into notices (id, person_id, kind, case_id, at) values (gen_random_uuid(), person, happened, c, moment); end if;
  end loop;
end $$;
