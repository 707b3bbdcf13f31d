-- Applications: a frozen copy of chosen parts of a CV and of references, given to those who choose for an opportunity. In order of arrival, always.

-- Who chooses, besides the poster; named by the poster.
create table app.hirers (
  opportunity_id uuid not null references app.opportunities,
  person_id uuid not null references app.people,
  added_at timestamptz not null,
  primary key (opportunity_id, person_id)
);
create index hirers_person on app.hirers (person_id);
create table app.applications (
  id uuid primary key,
  opportunity_id uuid not null references app.opportunities,
  person_id uuid not null references app.people,
  lang text not null check (lang in ('en', 'fa')),
  words text not null check (length(words) <= 6000),
  copy jsonb not null,                         -- as it was given; a later change of the CV is none of it
  at timestamptz not null,
  expires_at timestamptz not null check (expires_at > at),
  unique (opportunity_id, person_id)
);
create index applications_person on app.applications (person_id);
create table app.application_letters (
  application_id uuid not null references app.applications on delete cascade,
  letter_id uuid not null references app.reference_letters,
  primary key (application_id, letter_id)
);
create index application_letters_letter on app.application_letters (letter_id);
create table app.application_withdrawals (application_id uuid primary key references app.applications on delete cascade, at timestamptz not null);
create table app.shortlists (application_id uuid primary key references app.applications on delete cascade, by_person uuid not null references app.people, at timestamptz not null);
create table app.application_notes (
  id uuid primary key,
  application_id uuid not null references app.applications on delete cascade,
  author_id uuid not null references app.people,
  lang text not null check (lang in ('en', 'fa')), body text not null check (length(body) between 1 and 2000), at timestamptz not null
);
create index application_notes_of on app.application_notes (application_id);
create table app.application_decisions (
  application_id uuid primary key references app.applications on delete cascade,
  outcome text not null check (outcome in ('offered', 'another')),
  lang text not null check (lang in ('en', 'fa')), words text not null check (length(words) between 1 and 3000),
  by_person uuid not null references app.people, at timestamptz not null
);

create function app.hires(o uuid) returns boolean language sql stable security definer set search_path = app, pg_temp as $$
  select exists (select from opportunities where id = o and poster_id = viewer()) or exists (select from hirers where opportunity_id = o and person_id = viewer()) $$;
-- Whether the viewer chooses about an application that still stands.
create function app.hires_for(a uuid) returns boolean language sql stable security definer set search_path = app, pg_temp as $$
  select exists (select from applications x where x.id = a and hires(x.opportunity_id)) and not exists (select from application_withdrawals w where w.application_id = a) $$;
create function app.applied(a uuid) returns boolean language sql stable security definer set search_path = app, pg_temp as $$
  select exists (select from applications where id = a and person_id = viewer()) $$;
create function app.was_withdrawn(a uuid) returns boolean language sql stable security definer set search_path = app, pg_temp as $$
  select exists (select from application_withdrawals where application_id = a) $$;
create function app.was_decided(a uuid) returns boolean language sql stable security definer set search_path = app, pg_temp as $$
  select exists (select from application_decisions where application_id = a) $$;
-- The opportunity as far as an application needs it, for those who choose and for whom it is open. Those who choose need not be among its readers.
create function app.offer_of(o uuid) returns table (id uuid, type text, lang text, "titleEn" text, "titleFa" text, deadline timestamptz, standing text, phase text, poster json, hires boolean)
language sql stable security definer set search_path = app, pg_temp as $$
  select x.id, x.type, x.lang, coalesce(x.texts #>> '{en,title}', ''), coalesce(x.texts #>> '{fa,title}', ''), x.deadline, opportunity_standing(x.id), opportunity_phase(x.id),
    json_build_object('id', p.id, 'givenEn', p.given_en, 'familyEn', p.family_en, 'givenFa', p.given_fa, 'familyFa', p.family_fa), hires(x.id)
  from opportunities x join people p on p.id = x.poster_id
  where x.id = o and (hires(o) or opportunity_standing(o) is not null or exists (select from applications a where a.opportunity_id = o and a.person_id = viewer())) $$;
-- Nobody is put among those who choose who works where a candidate works: whoever applies has read the names, and a chief may not come after.
create function app.works_with_candidate(o uuid, p uuid) returns boolean language sql stable security definer set search_path = app, pg_temp as $$
  select exists (select from applications x join people c on c.id = x.person_id join people h on h.id = p where x.opportunity_id = o and c.institution_id = h.institution_id and not was_withdrawn(x.id)) $$;
-- A letter may be given where it holds, within its scope, and again only if its writer lets it.
create function app.may_give_letter(a uuid, l uuid) returns boolean language sql stable security definer set search_path = app, pg_temp as $$
  select exists (select from applications x join opportunities o on o.id = x.opportunity_id join reference_letters r on r.id = l and r.person_id = x.person_id
    where x.id = a and x.person_id = viewer() and o.type = any (r.scopes) and r.expires_at > x.at and not exists (select from reference_revocations v where v.letter_id = l)
      and (r.reuse or not exists (select from application_letters g where g.letter_id = l and g.application_id <> a))) $$;
-- A letter that came with an application that still stands.
create function app.was_given_letter(l uuid) returns boolean language sql stable security definer set search_path = app, pg_temp as $$
  select exists (select from application_letters g where g.letter_id = l and hires_for(g.application_id)) $$;
revoke execute on function app.was_withdrawn, app.was_decided, app.offer_of, app.works_with_candidate, app.hires, app.hires_for, app.applied, app.may_give_letter, app.was_given_letter from public;
grant execute on function app.was_withdrawn, app.was_decided, app.offer_of, app.works_with_candidate, app.hires, app.hires_for, app.applied, app.may_give_letter, app.was_given_letter to hamdel_app;

create function app.application_came() returns trigger language plpgsql security definer set search_path = app, pg_temp as $$
begin
  -- Who applies is interested: from here on their own centre hears nothing further of it.
  insert into opportunity_interests (opportunity_id, person_id, note, lang, at) values (new.opportunity_id, new.person_id, '', new.lang, new.at) on conflict do nothing;
  perform tell('application-came', new.opportunity_id, p, true, new.at)
    from (select poster_id as p from opportunities where id = new.opportunity_id union select person_id from hirers where opportunity_id = new.opportunity_id) t;
  return null;
end $$;
create function app.application_was_decided() returns trigger language plpgsql security definer set search_path = app, pg_temp as $$
begin
  perform tell('application-decided', new.application_id, (select person_id from applications where id = new.application_id), true, new.at);
  return null;
end $$;
create function app.hirer_was_named() returns trigger language plpgsql security definer set search_path = app, pg_temp as $$
begin
  perform tell('hiring-named', new.opportunity_id, new.person_id, true, new.added_at);
  return null;
end $$;
revoke execute on function app.application_came, app.application_was_decided, app.hirer_was_named from public;
create trigger came after insert on app.applications for each row execute function app.application_came();
create trigger decided after insert on app.application_decisions for each row execute function app.application_was_decided();
create trigger named after insert on app.hirers for each row execute function app.hirer_was_named();

alter table app.hirers enable row level security;
alter table app.applications enable row level security;
alter table app.application_letters enable row level security;
alter table app.application_withdrawals enable row level security;
alter table app.shortlists enable row level security;
alter table app.application_notes enable row level security;
alter table app.application_decisions enable row level security;
-- Who reads an application is known to whoever could send one.
create policy seen on app.hirers for select to hamdel_app using (app.hires(opportunity_id) or app.opportunity_standing(opportunity_id) is not null);
create policy poster_names on app.hirers for insert to hamdel_app
  with check (exists (select from app.opportunities o where o.id = opportunity_id and o.poster_id = app.viewer() and o.poster_id <> person_id) and app.opportunity_phase(opportunity_id) <> 'closed'
    and exists (select from app.people p where p.id = person_id and p.verified_at is not null) and not app.works_with_candidate(opportunity_id, person_id));
create policy poster_takes on app.hirers for delete to hamdel_app using (exists (select from app.opportunities o where o.id = opportunity_id and o.poster_id = app.viewer()));
grant select, insert, delete on app.hirers to hamdel_app;

create policy own on app.applications for select to hamdel_app using (person_id = app.viewer());
create policy chosen_among on app.applications for select to hamdel_app using (app.hires(opportunity_id) and not app.was_withdrawn(id));
create policy apply on app.applications for insert to hamdel_app
  with check (person_id = app.viewer() and app.viewer_verified() and app.opportunity_standing(opportunity_id) is not null and app.opportunity_phase(opportunity_id) = 'posted' and not app.hires(opportunity_id)
    and not exists (select from app.opportunities o where o.id = opportunity_id and o.deadline < at));
grant select, insert on app.applications to hamdel_app;
create policy ends on app.application_letters for select to hamdel_app using (app.applied(application_id) or app.hires_for(application_id));
create policy give on app.application_letters for insert to hamdel_app with check (app.may_give_letter(application_id, letter_id));
grant select, insert on app.application_letters to hamdel_app;
create policy own on app.application_withdrawals to hamdel_app using (app.applied(application_id)) with check (app.applied(application_id) and not app.was_decided(application_id) and not app.was_withdrawn(application_id));
grant select, insert on app.application_withdrawals to hamdel_app;
create policy group_only on app.shortlists to hamdel_app using (app.hires_for(application_id)) with check (app.hires_for(application_id) and by_person = app.viewer());
grant select, insert, delete on app.shortlists to hamdel_app;
create policy group_only on app.application_notes for select to hamdel_app using (app.hires_for(application_id));
create policy group_writes on app.application_notes for insert to hamdel_app with check (app.hires_for(application_id) and author_id = app.viewer());
grant select, insert on app.application_notes to hamdel_app;
create policy ends on app.application_decisions for select to hamdel_app using (app.applied(application_id) or app.hires_for(application_id));
create policy decide on app.application_decisions for insert to hamdel_app with check (app.hires_for(application_id) and by_person = app.viewer() and not app.was_decided(application_id));
grant select, insert on app.application_decisions to hamdel_app;

create policy given on app.reference_letters for select to hamdel_app using (app.was_given_letter(id));
create policy given on app.reference_revocations for select to hamdel_app using (app.was_given_letter(letter_id));
create policy given on app.reference_texts for select to hamdel_app using (app.was_given_letter(letter_id) and not exists (select from app.reference_revocations r where r.letter_id = reference_texts.letter_id));

create policy node on app.applications for select to hamdel_node using (true);
create policy node_sweep on app.applications for delete to hamdel_node using (true);
create policy node on app.application_withdrawals for select to hamdel_node using (true);
grant select, delete on app.applications to hamdel_node;
grant select on app.application_withdrawals to hamdel_node;
