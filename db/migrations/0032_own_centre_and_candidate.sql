-- A candidate's own centre is kept out from their interest on; the candidate is not: who else thinks of them is theirs to see.
create or replace function app.deliver_hand() returns trigger language plpgsql security definer set search_path = app, pg_temp as $$
declare
  why text := case
    when exists (select from opportunity_bars b left join people q on q.id = new.person_id where b.opportunity_id = new.opportunity_id
        and (b.person_id = new.person_id or b.institution_id = q.institution_id) and (b.own or (b.at <= new.at and not exists (select from opportunity_interests n where n.opportunity_id = new.opportunity_id and n.person_id = new.person_id and n.withdrawn_at is null)))
        and not exists (select from opportunities o where o.id = new.opportunity_id and o.poster_id = new.person_id)) then 'barred'
    when opportunity_kept_apart(new.person_id, new.by_person) then 'blocked' end;
begin
  if why is not null then insert into opportunity_stops (hand_id, why, at) values (new.id, why, new.at);
  else perform tell_unmuted('opportunity-told', new.opportunity_id, new.person_id, new.at); end if;
  return null;
end $$;
