-- All that giving an opinion needs to know, in one question; null: not asked, or nothing for this viewer.
-- The standing is reckoned once and kept for the transaction: what giving writes is judged by the standing it began with. What another
-- window ends meanwhile is caught where it was before: the phase is asked anew by the policy, the ask by the trigger app.keep_answered.
create function app.for_giving(c uuid) returns json language plpgsql stable as $$
declare
  stands text := app.reckon_standing(c);
begin
  if stands is null then return null; end if;
  perform set_config('hamdel.case', c::text, true), set_config('hamdel.standing', stands, true);
  return (select to_json(f) from (
    select app.phase(c) as phase, k.hidden, k.audience, false as "isAsker", false as unmasked, app.has_given(c) as "hasGiven", a.id as "askId", a.seat,
        case when a.answered_at is not null then 'answered' when a.declined_at is not null then 'declined' else 'open' end as ask,
        (select coalesce(max(o.version), 0) + 1 from app.opinions o where o.ask_id = a.id) as version
      from app.cases k join app.asks a on a.case_id = k.id and a.expert_id = app.viewer() and a.cancelled_at is null where k.id = c) f);
end $$;
revoke execute on function app.for_giving from public;
grant execute on function app.for_giving to hamdel_app;
