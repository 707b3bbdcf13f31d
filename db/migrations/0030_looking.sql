-- Looking quietly: what somebody wishes to hear of, sealed; whom they chose to tell; passports, which only they read; who was somewhere before.

-- One wish: a search of one's own ('search'), "tell me if you hear of …" ('wish') and "open to" ('open-to') are the same filters for other eyes.
create table app.wishes (
  id uuid primary key,
  person_id uuid not null references app.people,
  kind text not null check (kind in ('search', 'wish', 'open-to')),
  wants jsonb not null default '{}',
  lang text not null check (lang in ('en', 'fa')), note text not null default '' check (length(note) <= 400),
  at timestamptz not null,
  ended_at timestamptz
);
create index wishes_person on app.wishes (person_id) where ended_at is null;
create table app.wish_readers (wish_id uuid not null references app.wishes, person_id uuid not null references app.people, at timestamptz not null, ended_at timestamptz, primary key (wish_id, person_id));
create index wish_readers_person on app.wish_readers (person_id) where ended_at is null;
-- Of what a wisher was told: once each.
create table app.wish_matches (wish_id uuid not null references app.wishes, opportunity_id uuid not null references app.opportunities, at timestamptz not null, primary key (wish_id, opportunity_id));
create table app.passports (person_id uuid not null references app.people, country char(2) not null, primary key (person_id, country));
create table app.declared_genders (person_id uuid primary key references app.people, gender text not null check (gender in ('woman', 'man', 'other')), at timestamptz not null);
-- "I was there": with `willing_at` one consents to be shown to colleagues within two hops and to be asked through an introduction.
create table app.stays (
  id uuid primary key,
  person_id uuid not null references app.people,
  institution_id uuid not null references app.institutions,
  type text not null check (type in ('fellowship', 'post', 'locum', 'proctorship', 'research')),
  from_year smallint not null check (from_year between 1950 and 2200), to_year smallint check (to_year >= from_year),
  willing_at timestamptz,
  at timestamptz not null, ended_at timestamptz
);
create index stays_institution on app.stays (institution_id) where ended_at is null;

-- May this wish be read by the viewer: chosen, of another institution, and not parted by a block. Asked at every reading, because people move.
create function app.wish_is_open(w uuid) returns boolean language sql stable security definer set search_path = app, pg_temp as $$
  select exists (select from wishes k join wish_readers r on r.wish_id = k.id and r.ended_at is null and r.person_id = viewer()
      join people a on a.id = k.person_id join people b on b.id = viewer()
    where k.id = w and k.ended_at is null and k.kind <> 'search' and b.verified_at is not null and a.institution_id is distinct from b.institution_id and not blocked_between(a.id, b.id)) $$;
create function app.wish_is_own(w uuid) returns boolean language sql stable security definer set search_path = app, pg_temp as $$
  select exists (select from wishes where id = w and person_id = viewer()) $$;
create function app.of_own_institution(person uuid) returns boolean language sql stable security definer set search_path = app, pg_temp as $$
  select exists (select from people a join people b on b.institution_id = a.institution_id where a.id = viewer() and b.id = person) $$;
revoke execute on function app.wish_is_open, app.wish_is_own, app.of_own_institution from public;
grant execute on function app.wish_is_open, app.wish_is_own, app.of_own_institution to hamdel_app;

-- Ties of the viewer, and ties of those: whoever consented to be found within two hops.
create function app.within_two_hops(person uuid) returns boolean language sql stable security definer set search_path = app, pg_temp as $$
  with mine as (select case when low = viewer() then high else low end as p from ties where viewer() in (low, high) and confirmed_at is not null and ended_at is null)
  select not blocked_between(viewer(), person) and (exists (select from mine where p = person)
    or exists (select from ties t join mine m on m.p in (t.low, t.high) where person in (t.low, t.high) and t.confirmed_at is not null and t.ended_at is null)) $$;
revoke execute on function app.within_two_hops from public;
grant execute on function app.within_two_hops to hamdel_app;
-- How many are willing to answer about a place, of whom nobody is named beyond two hops. One's own stay and those of who may not meet one are not counted.
create function app.willing_about(institution uuid) returns integer language sql stable security definer set search_path = app, pg_temp as $$
  select count(distinct s.person_id)::integer from stays s join people p on p.id = s.person_id
    where s.institution_id = institution and s.ended_at is null and s.willing_at is not null and p.verified_at is not null and s.person_id <> viewer() and not blocked_between(s.person_id, viewer()) $$;
revoke execute on function app.willing_about from public;
grant execute on function app.willing_about to hamdel_app;

alter table app.wishes enable row level security;
alter table app.wish_readers enable row level security;
alter table app.wish_matches enable row level security;
alter table app.passports enable row level security;
alter table app.declared_genders enable row level security;
alter table app.stays enable row level security;
create policy own on app.wishes to hamdel_app using (person_id = app.viewer()) with check (person_id = app.viewer());
create policy chosen on app.wishes for select to hamdel_app using (app.wish_is_open(id));
create policy own on app.wish_readers to hamdel_app using (app.wish_is_own(wish_id))
  with check (app.wish_is_own(wish_id) and person_id <> app.viewer() and not app.of_own_institution(person_id));
create policy own on app.wish_matches for select to hamdel_app using (app.wish_is_own(wish_id));
create policy own on app.passports to hamdel_app using (person_id = app.viewer()) with check (person_id = app.viewer());
create policy own on app.declared_genders to hamdel_app using (person_id = app.viewer()) with check (person_id = app.viewer());
create policy own on app.stays to hamdel_app using (person_id = app.viewer()) with check (person_id = app.viewer());
create policy willing on app.stays for select to hamdel_app using (willing_at is not null and ended_at is null and (select app.viewer_verified()) and app.within_two_hops(person_id));
grant select, insert on app.wishes, app.wish_readers, app.passports, app.declared_genders, app.stays to hamdel_app;
grant select on app.wish_matches to hamdel_app;
grant delete on app.passports, app.declared_genders to hamdel_app;
grant update (wants, lang, note, at, ended_at) on app.wishes to hamdel_app;
grant update (at, ended_at) on app.wish_readers to hamdel_app;
grant update (gender, at) on app.declared_genders to hamdel_app;
grant update (willing_at, ended_at) on app.stays to hamdel_app;

-- For the node alone: who wishes, and may see this opportunity, and was not told of it. Whether it fits is the rule's to say (rules/wants.ts).
create function app.wishes_to_weigh(o uuid) returns table (id uuid, "personId" uuid, wants jsonb, passports text[]) language sql stable security definer set search_path = app, pg_temp as $$
  select w.id, w.person_id, w.wants, array(select trim(country) from passports p where p.person_id = w.person_id)
    from wishes w where w.ended_at is null and opportunity_standing_of(o, w.person_id) in ('handed', 'group', 'node', 'public')
      and not exists (select from wish_matches m where m.wish_id = w.id and m.opportunity_id = o) $$;
-- The opportunities that were told, handed on or opened since then.
create function app.opportunities_moved(since timestamptz) returns table (id uuid) language sql stable security definer set search_path = app, pg_temp as $$
  select opportunity_id from opportunity_postings where at >= since union select opportunity_id from opportunity_hands where at >= since union select opportunity_id from opportunity_widenings where at >= since $$;
create function app.opportunity_to_weigh(o uuid) returns table (type text, topics text[], country text, "startsOn" date, deadline timestamptz, fields jsonb) language sql stable security definer set search_path = app, pg_temp as $$
  select k.type, k.topics, trim(c.country), k.starts_on, k.deadline, k.fields from opportunities k left join institutions i on i.id = k.institution_id left join cities c on c.id = i.city_id
    where k.id = o and opportunity_phase(o) = 'posted' $$;
create function app.tell_wisher(wish uuid, o uuid, moment timestamptz) returns void language plpgsql security definer set search_path = app, pg_temp as $$
begin
  insert into wish_matches (wish_id, opportunity_id, at) values (wish, o, moment) on conflict do nothing;
  if found then perform tell('wish-fits', o, (select person_id from wishes where id = wish), true, moment); end if;
end $$;
revoke execute on function app.wishes_to_weigh, app.opportunities_moved, app.opportunity_to_weigh, app.tell_wisher from public;
grant execute on function app.wishes_to_weigh, app.opportunities_moved, app.opportunity_to_weigh, app.tell_wisher to hamdel_node;
-- What stood already when one began to wish is seen in the list and not told.
create function app.weigh_from_now() returns trigger language plpgsql security definer set search_path = app, pg_temp as $$
begin
  insert into wish_matches (wish_id, opportunity_id, at)
    select new.id, t.opportunity_id, new.at from opportunity_postings t where opportunity_standing_of(t.opportunity_id, new.person_id) in ('handed', 'group', 'node', 'public') on conflict do nothing;
  return null;
end $$;
revoke execute on function app.weigh_from_now from public;
create trigger from_now after insert on app.wishes for each row execute function app.weigh_from_now();

-- For the steward, in aggregates alone: of how many people each group heard of opportunities by a hand, and was interested. A group of fewer than eight is not given;
-- where those left out of a dimension are fewer than eight together, the next smallest group is left out with them, so that no difference gives them away.
create function app.opportunity_fairness(since timestamptz) returns table (dimension text, cell text, people integer, heard integer, interested integer) language sql stable security definer set search_path = app, pg_temp as $$
  with heard as (select distinct h.person_id as p from opportunity_hands h where h.at >= since and not exists (select from opportunity_stops s where s.hand_id = h.id)),
    keen as (select distinct n.person_id as p from opportunity_interests n where n.at >= since),
    cells as (
      select d.dimension, d.cell, count(*)::integer as people, count(h.p)::integer as heard, count(k.p)::integer as interested
        from people p left join institutions i on i.id = p.institution_id left join cities c on c.id = coalesce(i.city_id, p.city_id) left join declared_genders g on g.person_id = p.id
          left join heard h on h.p = p.id left join keen k on k.p = p.id
          cross join lateral (values ('gender', coalesce(g.gender, 'unsaid')), ('stage', p.stage), ('city', coalesce(c.name_en || '|' || c.name_fa, '?'))) d (dimension, cell)
        where p.verified_at is not null and p.stage <> 'industry' and viewer_is('steward') group by 1, 2),
    ranked as (select *, coalesce(sum(people) filter (where people < 8) over (partition by dimension), 0) as hidden,
        row_number() over (partition by dimension, people >= 8 order by people, cell) as nth from cells)
  select dimension, cell, people, heard, interested from ranked
    where people >= 8 and not (hidden between 1 and 7 and nth = 1) order by 1, 2 $$;
revoke execute on function app.opportunity_fairness from public;
grant execute on function app.opportunity_fairness to hamdel_app;
