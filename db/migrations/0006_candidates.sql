-- Who could be asked about a case, for its asker alone. A conflict counts whichever side declared it, and says no more than "conflict":
-- the load of a person and who avoids whom are nobody's to read, so they are reckoned here.
create function app.candidates(c uuid, today date, since timestamptz)
returns table (id uuid, "institutionId" uuid, "cityId" uuid, languages text[], expertise json, "seesCases" boolean, "onLeave" boolean,
  "weeklyCap" smallint, "askedThisWeek" bigint, conflict boolean, "alreadyAsked" boolean)
language sql stable security definer set search_path = app, pg_temp as $$
  select p.id, p.institution_id, coalesce(i.city_id, p.city_id), p.languages,
    coalesce((select json_agg(json_build_object('concept', e.concept, 'level', e.level, 'casesPerYear', e.cases_per_year) order by e.concept) from expertise e where e.person_id = p.id), '[]'),
    true,
    exists (select from absences b where b.person_id = p.id and today between b.from_day and b.to_day),
    p.weekly_cap,
    (select count(*) from asks a where a.expert_id = p.id and a.asked_at >= since and a.cancelled_at is null),
    exists (select from avoidances v where (v.person_id = p.id and v.other_id = viewer()) or (v.person_id = viewer() and v.other_id = p.id)),
    exists (select from asks a where a.case_id = c and a.expert_id = p.id)
  from people p left join institutions i on i.id = p.institution_id
  where standing(c) = 'asker' and p.id <> viewer() and p.verified_at is not null and p.stage not in ('industry', 'student') $$;
revoke execute on function app.candidates from public;
grant execute on function app.candidates to hamdel_app;
