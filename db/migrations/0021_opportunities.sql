-- Opportunities and their circulation: named people, their chosen contacts, groups, the node, everybody. Each widening is the poster's act and a row.
-- Who sees one is a single question (app.opportunity_standing), asked by every policy; a bar of the poster wins over every way of seeing.

create table app.opportunities (
  id uuid primary key,
  poster_id uuid not null references app.people,
  type text check (type in ('fellowship', 'grant', 'post', 'locum', 'proctorship', 'research', 'speaking', 'reviewing')),
  lang text not null check (lang in ('en', 'fa')),
  institution_id uuid references app.institutions,
  topics text[] not null default '{}',
  starts_on date, ends_on date,
  deadline timestamptz,
  time_zone text not null default 'UTC',
  fields jsonb not null default '{}',
  texts jsonb not null default '{}',
  version integer not null default 1,
  started_at timestamptz not null,
  edited_at timestamptz not null
);
create index opportunities_poster on app.opportunities (poster_id);
-- Of a draft, the poster's alone: whom to name, whom to bar, how many hands. Rows once it is posted.
create table app.opportunity_plans (opportunity_id uuid primary key references app.opportunities, body jsonb not null);
create table app.opportunity_postings (opportunity_id uuid primary key references app.opportunities, at timestamptz not null);
create table app.opportunity_closings (
  opportunity_id uuid primary key references app.opportunities,
  result text not null check (result in ('filled', 'filled-elsewhere', 'nobody', 'withdrawn')),
  lang text not null, words text not null default '', at timestamptz not null
);
create table app.opportunity_widenings (
  id uuid primary key,
  opportunity_id uuid not null references app.opportunities,
  step text not null check (step in ('hands', 'group', 'node', 'public')),
  hands smallint check (hands between 1 and 3),
  group_id uuid references app.groups,
  via text[] not null default '{}',            -- of hands: by which kinds of ties; empty: whomever each of them chooses
  at timestamptz not null,
  check ((step = 'hands') = (hands is not null)), check ((step = 'group') = (group_id is not null)), check (step = 'hands' or via = '{}')
);
create unique index one_widening on app.opportunity_widenings (opportunity_id, step, coalesce(group_id, opportunity_id)) where step <> 'hands';
-- `own` false: a candidate's own centre, from the moment of their interest. What was seen before stays seen, so that nobody can tell from a thing that vanishes.
create table app.opportunity_bars (
  id uuid primary key,
  opportunity_id uuid not null references app.opportunities,
  institution_id uuid references app.institutions,
  person_id uuid references app.people,
  own boolean not null default true,
  at timestamptz not null,
  check ((institution_id is null) <> (person_id is null))
);
create index bars_opportunity on app.opportunity_bars (opportunity_id);
-- One hand-on. The same two people once; a second way to the same person is another row, and does no harm.
create table app.opportunity_hands (
  id uuid primary key,
  opportunity_id uuid not null references app.opportunities,
  person_id uuid not null references app.people,
  by_person uuid not null references app.people,
  hop smallint not null check (hop between 1 and 3),
  note text not null default '', lang text not null default 'en',
  at timestamptz not null,
  seen_at timestamptz,
  answer text check (answer in ('interested', 'nobody')),
  answered_at timestamptz,
  check (person_id <> by_person), check ((answer is null) = (answered_at is null)),
  unique (opportunity_id, by_person, person_id)
);
create index hands_person on app.opportunity_hands (person_id);
-- What never reached its receiver. Nobody who handed on can tell: to them it was simply not opened yet.
create table app.opportunity_stops (hand_id uuid primary key references app.opportunity_hands, why text not null check (why in ('barred', 'blocked')), at timestamptz not null);
create table app.opportunity_interests (
  opportunity_id uuid not null references app.opportunities,
  person_id uuid not null references app.people,
  note text not null default '', lang text not null default 'en',
  at timestamptz not null, withdrawn_at timestamptz,
  primary key (opportunity_id, person_id)
);
create table app.opportunity_questions (id uuid primary key, opportunity_id uuid not null references app.opportunities, lang text not null, text text not null, at timestamptz not null);
create index questions_opportunity on app.opportunity_questions (opportunity_id);
create table app.opportunity_question_askers (question_id uuid primary key references app.opportunity_questions, person_id uuid not null references app.people);
create table app.opportunity_answers (question_id uuid primary key references app.opportunity_questions, lang text not null, text text not null, at timestamptz not null);

-- How a person stands to an opportunity: poster · handed · group · node · public · nothing.
create function app.opportunity_standing_of(o uuid, p uuid) returns text language sql stable security definer set search_path = app, pg_temp as $$
  select case
    when p is null then null
    when (select poster_id from opportunities where id = o) = p then 'poster'
    when not exists (select from opportunity_postings where opportunity_id = o) then null
    when exists (select from opportunity_bars b left join people q on q.id = p where b.opportunity_id = o and b.own and (b.person_id = p or b.institution_id = q.institution_id)) then null
    when blocked_between(p, (select poster_id from opportunities where id = o)) then null
    when exists (select from opportunity_hands h where h.opportunity_id = o and h.person_id = p and not exists (select from opportunity_stops s where s.hand_id = h.id)) then 'handed'
    else (select w.step from opportunity_widenings w where w.opportunity_id = o and case w.step
              when 'group' then exists (select from memberships m where m.group_id = w.group_id and m.person_id = p and m.joined_at is not null and m.ended_at is null)
              when 'node' then exists (select from people q where q.id = p and q.verified_at is not null)
              when 'public' then true else false end
            and not exists (select from opportunity_bars b join people q on q.id = p where b.opportunity_id = o and not b.own and b.institution_id = q.institution_id and b.at <= w.at)
          order by array_position(array['group', 'node', 'public'], w.step) limit 1)
  end $$;
create function app.opportunity_standing(o uuid) returns text language sql stable security definer set search_path = app, pg_temp as $$ select app.opportunity_standing_of(o, app.viewer()) $$;
create function app.opportunity_phase(o uuid) returns text language sql stable security definer set search_path = app, pg_temp as $$
  select case when exists (select from opportunity_closings where opportunity_id = o) then 'closed' when exists (select from opportunity_postings where opportunity_id = o) then 'posted' else 'draft' end $$;
-- Of which hand a hand-on by the viewer would be: 1 by the poster, one more than their own by who has it; null where it may not be handed on.
create function app.opportunity_next_hop(o uuid) returns smallint language sql stable security definer set search_path = app, pg_temp as $$
  select case opportunity_standing(o)
    when 'poster' then 1
    when 'node' then 2 when 'public' then 2
    when 'handed' then (select min(h.hop) + 1 from opportunity_hands h where h.opportunity_id = o and h.person_id = viewer()
      having min(h.hop) + 1 <= coalesce((select max(hands) from opportunity_widenings w where w.opportunity_id = o), 1))
  end::smallint $$;
-- Whether the poster lets it go from the viewer to this person: by the newest word on ties, which concerns who has it from a hand.
create function app.opportunity_may_reach(o uuid, p uuid) returns boolean language sql stable security definer set search_path = app, pg_temp as $$
  select case when opportunity_standing(o) <> 'handed' then true else coalesce((select w.via = '{}' or exists (select from ties t where t.low = least(viewer(), p) and t.high = greatest(viewer(), p)
        and t.confirmed_at is not null and t.ended_at is null and t.kind = any(w.via))
      from opportunity_widenings w where w.opportunity_id = o and w.step = 'hands' order by w.at desc, w.id desc limit 1), false) end $$;
create function app.asked_question(q uuid) returns boolean language sql stable security definer set search_path = app, pg_temp as $$
  select exists (select from opportunity_question_askers where question_id = q and person_id = viewer()) $$;
create function app.hand_is_stopped(h uuid) returns boolean language sql stable security definer set search_path = app, pg_temp as $$ select exists (select from opportunity_stops where hand_id = h) $$;
revoke execute on function app.opportunity_standing_of, app.opportunity_standing, app.opportunity_phase, app.opportunity_next_hop, app.opportunity_may_reach, app.asked_question, app.hand_is_stopped from public;
grant execute on function app.opportunity_standing, app.opportunity_phase, app.opportunity_next_hop, app.opportunity_may_reach, app.asked_question, app.hand_is_stopped to hamdel_app;
grant execute on function app.opportunity_standing_of, app.opportunity_phase to hamdel_node;

-- Whether one of two does not want the other near: said by either side, known to that side alone.
create function app.opportunity_kept_apart(a uuid, b uuid) returns boolean language sql stable security definer set search_path = app, pg_temp as $$
  select blocked_between(a, b) or exists (select from avoidances where kind = 'not-this-person' and ((person_id = a and other_id = b) or (person_id = b and other_id = a))) $$;
revoke execute on function app.opportunity_kept_apart from public;
grant execute on function app.opportunity_kept_apart to hamdel_node;

-- Delivers a hand-on, or stops it without a sign to who handed it on.
create function app.deliver_hand() returns trigger language plpgsql security definer set search_path = app, pg_temp as $$
declare
  why text := case
    when exists (select from opportunity_bars b left join people q on q.id = new.person_id where b.opportunity_id = new.opportunity_id
        and (b.person_id = new.person_id or b.institution_id = q.institution_id) and (b.own or b.at <= new.at)
        and not exists (select from opportunities o where o.id = new.opportunity_id and o.poster_id = new.person_id)) then 'barred'
    when opportunity_kept_apart(new.person_id, new.by_person) then 'blocked' end;
begin
  if why is not null then insert into opportunity_stops (hand_id, why, at) values (new.id, why, new.at);
  else perform tell_unmuted('opportunity-told', new.opportunity_id, new.person_id, new.at); end if;
  return null;
end $$;
-- Interest bars the candidate's own centre from here on, and tells the poster.
create function app.keep_from_own_centre() returns trigger language plpgsql security definer set search_path = app, pg_temp as $$
declare
  centre uuid := (select institution_id from people where id = new.person_id);
begin
  if centre is not null then insert into opportunity_bars (id, opportunity_id, institution_id, own, at) values (gen_random_uuid(), new.opportunity_id, centre, false, new.at); end if;
  perform tell('interest-shown', new.opportunity_id, (select poster_id from opportunities where id = new.opportunity_id), true, new.at);
  return null;
end $$;
revoke execute on function app.deliver_hand, app.keep_from_own_centre from public;
create trigger delivered after insert on app.opportunity_hands for each row execute function app.deliver_hand();
create trigger kept_quiet after insert on app.opportunity_interests for each row execute function app.keep_from_own_centre();

-- The way it has travelled, for the poster alone. Whom others thought of is named once they answered; a note comes with its name.
create function app.opportunity_chain(o uuid)
returns table (id uuid, parent uuid, person uuid, root boolean, hop smallint, note text, lang text, at timestamptz, "seenAt" timestamptz, answer text, "answeredAt" timestamptz, stopped boolean)
language sql stable security definer set search_path = app, pg_temp as $$
  select h.id,
    case when h.by_person <> viewer() then (select u.id from opportunity_hands u where u.opportunity_id = o and u.person_id = h.by_person order by u.hop, u.at, u.id limit 1) end,
    case when h.by_person = viewer() or h.person_id = viewer() or h.answer = 'interested' then h.person_id end, h.by_person = viewer(), h.hop,
    case when h.by_person = viewer() or h.answer = 'interested' then h.note else '' end, h.lang, h.at, h.seen_at, h.answer, h.answered_at,
    exists (select from opportunity_stops s where s.hand_id = h.id and s.why = 'barred' and h.by_person = viewer())
  from opportunity_hands h where h.opportunity_id = o and opportunity_standing(o) = 'poster' order by h.hop, h.at, h.id $$;
-- Tells everybody who has it in hand or showed interest that it has come to an end.
create function app.tell_opportunity_end() returns trigger language plpgsql security definer set search_path = app, pg_temp as $$
begin
  perform tell('opportunity-closed', new.opportunity_id, p, true, new.at) from (
    select person_id as p from opportunity_interests where opportunity_id = new.opportunity_id and withdrawn_at is null
    union select h.person_id from opportunity_hands h where h.opportunity_id = new.opportunity_id and h.answer is null and opportunity_standing_of(new.opportunity_id, h.person_id) = 'handed') t where p is not null;
  return null;
end $$;
create function app.tell_question() returns trigger language plpgsql security definer set search_path = app, pg_temp as $$
begin
  perform tell('opportunity-question', new.opportunity_id, (select poster_id from opportunities where id = new.opportunity_id), true, new.at);
  return null;
end $$;
create function app.tell_question_answered() returns trigger language plpgsql security definer set search_path = app, pg_temp as $$
begin
  perform tell('opportunity-answer', q.opportunity_id, a.person_id, true, new.at) from opportunity_questions q join opportunity_question_askers a on a.question_id = q.id where q.id = new.question_id;
  return null;
end $$;
revoke execute on function app.opportunity_chain, app.tell_opportunity_end, app.tell_question, app.tell_question_answered from public;
grant execute on function app.opportunity_chain to hamdel_app;
create trigger told after insert on app.opportunity_closings for each row execute function app.tell_opportunity_end();
create trigger told after insert on app.opportunity_questions for each row execute function app.tell_question();
create trigger told after insert on app.opportunity_answers for each row execute function app.tell_question_answered();

alter table app.opportunities enable row level security;
alter table app.opportunity_plans enable row level security;
alter table app.opportunity_postings enable row level security;
alter table app.opportunity_closings enable row level security;
alter table app.opportunity_widenings enable row level security;
alter table app.opportunity_bars enable row level security;
alter table app.opportunity_hands enable row level security;
alter table app.opportunity_stops enable row level security;
alter table app.opportunity_interests enable row level security;
alter table app.opportunity_questions enable row level security;
alter table app.opportunity_question_askers enable row level security;
alter table app.opportunity_answers enable row level security;

-- `poster_id = viewer()` first: a row just written is not there yet for a function that reads the table.
create policy seen on app.opportunities for select to hamdel_app using (poster_id = app.viewer() or app.opportunity_standing(id) is not null);
create policy start on app.opportunities for insert to hamdel_app with check (poster_id = app.viewer() and app.sees_cases(app.viewer()));
create policy write on app.opportunities for update to hamdel_app using (poster_id = app.viewer() and app.opportunity_phase(id) <> 'closed') with check (poster_id = app.viewer());
create policy own on app.opportunity_plans to hamdel_app using (app.opportunity_standing(opportunity_id) = 'poster') with check (app.opportunity_standing(opportunity_id) = 'poster');
create policy seen on app.opportunity_postings for select to hamdel_app using (app.opportunity_standing(opportunity_id) is not null);
create policy post on app.opportunity_postings for insert to hamdel_app with check (app.opportunity_standing(opportunity_id) = 'poster' and app.sees_cases(app.viewer()));
create policy seen on app.opportunity_closings for select to hamdel_app using (app.opportunity_standing(opportunity_id) is not null);
create policy close on app.opportunity_closings for insert to hamdel_app with check (app.opportunity_standing(opportunity_id) = 'poster' and app.opportunity_phase(opportunity_id) = 'posted');
-- How far it may travel, and from whom it is kept, is the poster's to know.
create policy own on app.opportunity_widenings for select to hamdel_app using (app.opportunity_standing(opportunity_id) = 'poster');
create policy widen on app.opportunity_widenings for insert to hamdel_app with check (app.opportunity_standing(opportunity_id) = 'poster' and app.opportunity_phase(opportunity_id) = 'posted');
create policy own on app.opportunity_bars for select to hamdel_app using (own and app.opportunity_standing(opportunity_id) = 'poster');
create policy bar on app.opportunity_bars for insert to hamdel_app with check (own and app.opportunity_standing(opportunity_id) = 'poster' and app.opportunity_phase(opportunity_id) <> 'closed');
create policy seen on app.opportunity_hands for select to hamdel_app
  using ((by_person = app.viewer() or (person_id = app.viewer() and not app.hand_is_stopped(id))) and app.opportunity_standing(opportunity_id) is not null);
create policy hand on app.opportunity_hands for insert to hamdel_app
  with check (by_person = app.viewer() and hop = app.opportunity_next_hop(opportunity_id) and app.opportunity_may_reach(opportunity_id, person_id) and app.opportunity_phase(opportunity_id) = 'posted' and seen_at is null and answer is null);
create policy answer on app.opportunity_hands for update to hamdel_app using (person_id = app.viewer() and not app.hand_is_stopped(id)) with check (person_id = app.viewer());
create policy seen on app.opportunity_interests for select to hamdel_app
  using (person_id = app.viewer() or (withdrawn_at is null and app.opportunity_standing(opportunity_id) = 'poster'));
create policy show on app.opportunity_interests for insert to hamdel_app
  with check (person_id = app.viewer() and app.opportunity_standing(opportunity_id) in ('handed', 'group', 'node', 'public') and app.opportunity_phase(opportunity_id) = 'posted' and withdrawn_at is null);
create policy turn on app.opportunity_interests for update to hamdel_app using (person_id = app.viewer()) with check (person_id = app.viewer());
create policy seen on app.opportunity_questions for select to hamdel_app
  using (app.opportunity_standing(opportunity_id) is not null
    and (app.asked_question(id) or app.opportunity_standing(opportunity_id) = 'poster' or exists (select from app.opportunity_answers a where a.question_id = id)));
create policy ask on app.opportunity_questions for insert to hamdel_app
  with check (app.opportunity_standing(opportunity_id) in ('handed', 'group', 'node', 'public') and app.opportunity_phase(opportunity_id) = 'posted');
create policy own on app.opportunity_question_askers for select to hamdel_app using (person_id = app.viewer());
create policy ask on app.opportunity_question_askers for insert to hamdel_app with check (person_id = app.viewer());
-- Of a question that the viewer may read: the policy of its own table would ask back here, so the opportunity is asked.
create function app.question_standing(q uuid) returns text language sql stable security definer set search_path = app, pg_temp as $$
  select opportunity_standing(opportunity_id) from opportunity_questions where id = q $$;
revoke execute on function app.question_standing from public;
grant execute on function app.question_standing to hamdel_app;
create policy seen on app.opportunity_answers for select to hamdel_app using (app.question_standing(question_id) is not null);
create policy answer on app.opportunity_answers for insert to hamdel_app with check (app.question_standing(question_id) = 'poster');

grant select, insert on app.opportunities, app.opportunity_plans, app.opportunity_postings, app.opportunity_closings, app.opportunity_widenings, app.opportunity_bars, app.opportunity_interests,
  app.opportunity_questions, app.opportunity_question_askers, app.opportunity_answers to hamdel_app;
grant update (type, lang, institution_id, topics, starts_on, ends_on, deadline, time_zone, fields, texts, version, edited_at) on app.opportunities to hamdel_app;
grant update (body) on app.opportunity_plans to hamdel_app;
-- Not the hop: how far away the poster is, is the poster's to know.
grant select (id, opportunity_id, person_id, by_person, note, lang, at, seen_at, answer, answered_at) on app.opportunity_hands to hamdel_app;
grant insert on app.opportunity_hands to hamdel_app;
grant update (seen_at, answer, answered_at) on app.opportunity_hands to hamdel_app;
grant update (note, lang, at, withdrawn_at) on app.opportunity_interests to hamdel_app;
