-- What routing knows of everybody who could be asked about a case, for its asker alone. Load, habits and wishes of others are nobody's to read, so they are reckoned here,
-- and no more than this leaves: of opinions only those in cases that were decided, of a person's own cases only named ones that the whole node may read.
-- What is known of a case's asker gives a tie, and never where the asker is hidden.

create function app.routing_people(c uuid, today date, moment timestamptz)
returns table (id uuid, site uuid, city uuid, languages text[], focus json, "onLeave" boolean, "capWeek" smallint, "askedThisWeek" int, "openAsks" int, conflict boolean, "alreadyAsked" boolean,
  "quietFrom" text, "quietTo" text, "timeZone" text, "allowsNow" boolean, asked int, "inTime" int, closed int, fitted int, tie int, circles text[], evidence json)
language sql stable security definer set search_path = app, pg_temp as $$
  with
    -- An ask says something of a habit once it is over: answered, declined, or its time passed. One taken back or released says nothing.
    over as (select expert_id, count(*)::int as asked, (count(*) filter (where answered_at <= answer_by))::int as in_time from asks
      where cancelled_at is null and released_at is null and (answered_at is not null or declined_at is not null or expired_at is not null or answer_by < moment) and case_id <> c group by 1),
    load as (select expert_id, (count(*) filter (where asked_at >= moment - interval '7 days'))::int as week,
        (count(*) filter (where answered_at is null and declined_at is null and expired_at is null and released_at is null))::int as open
      from asks where cancelled_at is null group by 1),
    given as (select distinct on (o.ask_id) o.id, o.author_id, o.case_id, o.at, o.texts, k.fields -> 'topics' as topics, o.id = any (d.followed) as fits,
        exists (select from outcomes t where t.case_id = o.case_id and t.at is not null) as told
      from opinions o join decisions d on d.case_id = o.case_id join cases k on k.id = o.case_id
      where o.case_id <> c and not exists (select from withdrawals w where w.case_id = o.case_id) order by o.ask_id, o.version desc),
    loops as (select author_id, count(*)::int as closed, (count(*) filter (where fits))::int as fitted from given where told group by 1),
    pieces as (
      select author_id as person, json_build_object('id', case_id, 'kind', 'opinion', 'at', at, 'topics', topics, 'texts', texts) as piece, at from given
      union all
      select a.person_id, json_build_object('id', k.id, 'kind', 'case', 'at', d.at, 'topics', k.fields -> 'topics', 'texts', k.texts), d.at
        from cases k join case_askers a on a.case_id = k.id join decisions d on d.case_id = k.id where not k.hidden and k.audience = 'node' and k.id <> c
      union all
      select n.person_id, json_build_object('id', n.ask_id, 'kind', 'naming', 'at', n.at, 'topics', to_jsonb(n.topics), 'texts', null), n.at from namings n),
    known as (select person, json_agg(piece order by at desc) as evidence from (select *, row_number() over (partition by person order by at desc) as nth from pieces) p where nth <= 60 group by 1),
    belongs as (select person_id, array_agg(group_id::text order by group_id) as circles from memberships where joined_at is not null and ended_at is null group by 1),
    tied as (select case when low = viewer() then high else low end as person, max(ground_strength(kind, to_year, confirmed_at, moment)) as tie from ties
      where viewer() in (low, high) and confirmed_at is not null and ended_at is null and not (select hidden from cases where id = c) group by 1)
  select p.id, p.institution_id, coalesce(i.city_id, p.city_id), p.languages,
    coalesce((select json_agg(json_build_object('concept', e.concept, 'level', e.level, 'casesPerYear', e.cases_per_year) order by e.concept) from expertise e where e.person_id = p.id), '[]'),
    exists (select from absences b where b.person_id = p.id and today between b.from_day and b.to_day),
    p.weekly_cap, coalesce(l.week, 0), coalesce(l.open, 0),
    exists (select from avoidances v where (v.person_id = p.id and v.other_id = viewer()) or (v.person_id = viewer() and v.other_id = p.id)),
    exists (select from asks a where a.case_id = c and a.expert_id = p.id),
    p.quiet_from::text, p.quiet_to::text, p.time_zone, p.wakes_for_now,
    coalesce(o.asked, 0), coalesce(o.in_time, 0), coalesce(s.closed, 0), coalesce(s.fitted, 0), coalesce(t.tie, 0), coalesce(b.circles, '{}'), coalesce(k.evidence, '[]')
  from people p left join institutions i on i.id = p.institution_id left join over o on o.expert_id = p.id left join load l on l.expert_id = p.id left join loops s on s.author_id = p.id
    left join known k on k.person = p.id left join belongs b on b.person_id = p.id left join tied t on t.person = p.id
  where standing(c) = 'asker' and p.id <> viewer() and p.verified_at is not null and p.stage not in ('industry', 'student')
    and p.id not in (select blocked_people()) $$;

-- How many centres have somebody verified who writes the language of a hidden asker's case: among so few one would look for the asker. For that asker alone.
create function app.plausible_sites(c uuid) returns int language sql stable security definer set search_path = app, pg_temp as $$
  select count(distinct p.institution_id)::int from people p, cases k
   where k.id = c and standing(c) = 'asker' and p.verified_at is not null and p.stage not in ('industry', 'student') and k.lang = any (p.languages) $$;

drop function app.candidates(uuid, date, timestamptz);
revoke execute on function app.routing_people, app.plausible_sites from public;
grant execute on function app.routing_people, app.plausible_sites to hamdel_app;
