-- References: asked of one colleague, written and signed by them, read by whom they let. An ask that is declined looks like one not answered yet.

-- Public halves of the keys that letters were signed with; the private half is derived from the node's own key and lies nowhere.
create table app.signing_keys (
  person_id uuid not null references app.people,
  public_key bytea not null check (length(public_key) = 32),
  made_at timestamptz not null,
  primary key (person_id, public_key)
);
create table app.reference_asks (
  id uuid primary key,
  person_id uuid not null references app.people,
  writer_id uuid not null references app.people,
  purpose text not null check (length(purpose) between 1 and 1000),
  scopes text[] not null check (cardinality(scopes) between 1 and 8),
  lang text not null check (lang in ('en', 'fa')),
  asked_at timestamptz not null,
  expires_at timestamptz not null check (expires_at > asked_at),
  closed_at timestamptz,                       -- withdrawn, or answered by a letter
  check (person_id <> writer_id)
);
create unique index one_open_ask on app.reference_asks (person_id, writer_id) where closed_at is null;
create index reference_asks_writer on app.reference_asks (writer_id);
-- The writer's alone.
create table app.reference_declines (ask_id uuid primary key references app.reference_asks on delete cascade, at timestamptz not null);
create table app.reference_drafts (ask_id uuid primary key references app.reference_asks on delete cascade, version integer not null, body jsonb not null, edited_at timestamptz not null);

create table app.reference_letters (
  id uuid primary key,
  ask_id uuid not null unique references app.reference_asks,
  person_id uuid not null references app.people,
  writer_id uuid not null references app.people,
  scopes text[] not null check (cardinality(scopes) between 1 and 8),
  may_read boolean not null,                   -- whether the one it is about may read it: the writer's choice
  reuse boolean not null,                      -- whether it may be given again within its scope
  lang text not null check (lang in ('en', 'fa')),
  jws text not null check (length(jws) < 4000),
  public_key bytea not null check (length(public_key) = 32),
  check_code text not null unique check (length(check_code) = 22),
  written_at timestamptz not null,
  expires_at timestamptz not null check (expires_at > written_at)
);
create index reference_letters_person on app.reference_letters (person_id);
create index reference_letters_writer on app.reference_letters (writer_id);
create table app.reference_texts (letter_id uuid primary key references app.reference_letters, body text not null check (length(body) between 1 and 8000));
create table app.reference_revocations (letter_id uuid primary key references app.reference_letters, at timestamptz not null);
-- The one it is about lets whoever has the link read the words; only a letter that they may read themselves.
create table app.reference_openings (letter_id uuid primary key references app.reference_letters, at timestamptz not null);

create function app.wrote_letter(letter uuid) returns boolean language sql stable security definer set search_path = app, pg_temp
  as $$ select exists (select from reference_letters where id = letter and writer_id = viewer()) $$;
create function app.holds_letter(letter uuid) returns boolean language sql stable security definer set search_path = app, pg_temp
  as $$ select exists (select from reference_letters where id = letter and person_id = viewer()) $$;
create function app.asked_to_write(ask uuid) returns boolean language sql stable security definer set search_path = app, pg_temp
  as $$ select exists (select from reference_asks where id = ask and writer_id = viewer() and closed_at is null) $$;
revoke execute on function app.wrote_letter, app.holds_letter, app.asked_to_write from public;
grant execute on function app.wrote_letter, app.holds_letter, app.asked_to_write to hamdel_app;

-- Whom one has blocked may ask, and is answered by silence.
create function app.reference_was_asked() returns trigger language plpgsql security definer set search_path = app, pg_temp as $$
begin
  if not blocked_between(new.person_id, new.writer_id) then perform tell_unmuted('reference-asked', new.id, new.writer_id, new.asked_at); end if;
  return null;
end $$;
create function app.reference_was_written() returns trigger language plpgsql security definer set search_path = app, pg_temp as $$
begin
  update reference_asks set closed_at = new.written_at where id = new.ask_id;
  delete from reference_drafts where ask_id = new.ask_id;
  perform tell_unmuted('reference-written', new.id, new.person_id, new.written_at);
  return null;
end $$;
create function app.reference_was_revoked() returns trigger language plpgsql security definer set search_path = app, pg_temp as $$
begin
  delete from reference_openings where letter_id = new.letter_id;
  perform tell_unmuted('reference-revoked', new.letter_id, (select person_id from reference_letters where id = new.letter_id), new.at);
  return null;
end $$;
revoke execute on function app.reference_was_asked, app.reference_was_written, app.reference_was_revoked from public;
create trigger asked after insert on app.reference_asks for each row execute function app.reference_was_asked();
create trigger written after insert on app.reference_letters for each row execute function app.reference_was_written();
create trigger revoked after insert on app.reference_revocations for each row execute function app.reference_was_revoked();

alter table app.signing_keys enable row level security;
alter table app.reference_asks enable row level security;
alter table app.reference_declines enable row level security;
alter table app.reference_drafts enable row level security;
alter table app.reference_letters enable row level security;
alter table app.reference_texts enable row level security;
alter table app.reference_revocations enable row level security;
alter table app.reference_openings enable row level security;
create policy own on app.signing_keys to hamdel_app using (person_id = app.viewer()) with check (person_id = app.viewer());
grant select, insert on app.signing_keys to hamdel_app;

create policy ends on app.reference_asks for select to hamdel_app
  using (person_id = app.viewer() or (writer_id = app.viewer() and not app.blocked_between(person_id, writer_id)));
create policy ask on app.reference_asks for insert to hamdel_app
  with check (person_id = app.viewer() and closed_at is null and app.viewer_verified() and exists (select from app.people p where p.id = writer_id and p.verified_at is not null));
create policy withdraw on app.reference_asks for update to hamdel_app using (person_id = app.viewer() and closed_at is null) with check (person_id = app.viewer());
grant select, insert, update (closed_at) on app.reference_asks to hamdel_app;
create policy writer on app.reference_declines to hamdel_app
  using (exists (select from app.reference_asks a where a.id = ask_id and a.writer_id = app.viewer())) with check (app.asked_to_write(ask_id));
grant select, insert on app.reference_declines to hamdel_app;
create policy writer on app.reference_drafts to hamdel_app
  using (exists (select from app.reference_asks a where a.id = ask_id and a.writer_id = app.viewer())) with check (app.asked_to_write(ask_id));
grant select, insert, update on app.reference_drafts to hamdel_app;

create policy ends on app.reference_letters for select to hamdel_app using (person_id = app.viewer() or writer_id = app.viewer());
create policy write on app.reference_letters for insert to hamdel_app
  with check (writer_id = app.viewer() and app.viewer_verified()
    and exists (select from app.reference_asks a where a.id = ask_id and a.person_id = reference_letters.person_id and a.writer_id = app.viewer() and a.closed_at is null and a.expires_at > written_at)
    and not exists (select from app.reference_declines d where d.ask_id = reference_letters.ask_id));
grant select, insert on app.reference_letters to hamdel_app;
create policy writer on app.reference_texts for select to hamdel_app using (app.wrote_letter(letter_id));
create policy holder on app.reference_texts for select to hamdel_app
  using (exists (select from app.reference_letters l where l.id = letter_id and l.person_id = app.viewer() and l.may_read and not exists (select from app.reference_revocations r where r.letter_id = l.id)));
create policy write on app.reference_texts for insert to hamdel_app with check (app.wrote_letter(letter_id));
grant select, insert on app.reference_texts to hamdel_app;
create policy ends on app.reference_revocations for select to hamdel_app using (app.wrote_letter(letter_id) or app.holds_letter(letter_id));
create policy writer on app.reference_revocations for insert to hamdel_app with check (app.wrote_letter(letter_id));
grant select, insert on app.reference_revocations to hamdel_app;
create policy holder on app.reference_openings to hamdel_app using (app.holds_letter(letter_id))
  with check (exists (select from app.reference_letters l where l.id = letter_id and l.person_id = app.viewer() and l.may_read and not exists (select from app.reference_revocations r where r.letter_id = l.id)));
grant select, insert, delete on app.reference_openings to hamdel_app;

-- What stands behind a link: whom it is from and for, and whether it holds. The words only where both let.
create function app.reference_by_code(code text)
returns table (id uuid, writer json, person json, "writerId" uuid, "personId" uuid, scopes text[], jws text, "publicKey" bytea, "writtenAt" timestamptz, "expiresAt" timestamptz, "revokedAt" timestamptz, lang text, body text)
language sql stable security definer set search_path = app, pg_temp as $$
  select l.id, (select json_build_object('givenEn', p.given_en, 'familyEn', p.family_en, 'givenFa', p.given_fa, 'familyFa', p.family_fa) from people p where p.id = l.writer_id),
    (select json_build_object('givenEn', p.given_en, 'familyEn', p.family_en, 'givenFa', p.given_fa, 'familyFa', p.family_fa) from people p where p.id = l.person_id),
    l.writer_id, l.person_id, l.scopes, l.jws, l.public_key, l.written_at, l.expires_at, (select r.at from reference_revocations r where r.letter_id = l.id), l.lang,
    case when l.may_read and exists (select from reference_openings o where o.letter_id = l.id) then (select t.body from reference_texts t where t.letter_id = l.id) end
  from reference_letters l where l.check_code = code $$;
revoke execute on function app.reference_by_code from public;
grant execute on function app.reference_by_code to hamdel_door;

-- Both sides' words end: texts of letters that were revoked or have run out, and asks with their drafts, thirty days after.
create policy node on app.reference_letters for select to hamdel_node using (true);
create policy node on app.reference_asks for select to hamdel_node using (true);
create policy node_sweep on app.reference_asks for delete to hamdel_node using (true);
create policy node on app.reference_revocations for select to hamdel_node using (true);
create policy node on app.reference_texts for select to hamdel_node using (true);
create policy node_sweep on app.reference_texts for delete to hamdel_node using (true);
grant select on app.reference_letters, app.reference_revocations to hamdel_node;
grant select, delete on app.reference_asks, app.reference_texts to hamdel_node;
