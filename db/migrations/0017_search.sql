-- Search: what can be found stands in documents, cut into words with a weight each. Text is folded and weighed in TypeScript, by one function for
-- index and query; here it is kept, found and ranked (docs/decisions/0022-search-stands-in-lanes.md).
--
-- Who may find what decides where a word is looked up, so that what is hidden is never touched: were it read and dropped, that would take time and
-- shift ranks. Every document lies in a lane, one for each kind and reach; a viewer's lanes are theirs as a whole. What only a few may find lies in
-- a lane that is nobody's, and is reached from the list of the viewer's own documents.

create table app.search_lanes (
  id smallint generated always as identity primary key,
  kind text not null check (kind ~ '^[a-z-]{2,20}$'),
  -- everyone: who is signed in · verified · clinicians: who see cases · coordinators · few: those in search_readers, or by their standing to a case
  reach text not null check (reach in ('everyone', 'verified', 'clinicians', 'coordinators', 'few')),
  docs int not null default 0,
  unique (kind, reach)
);
-- One row a thing and part. The parts of a case open one after another: story, outcome, opinions, talk.
create table app.search_docs (
  id int generated always as identity primary key,
  lane smallint not null references app.search_lanes,
  kind text not null,
  about uuid not null,
  part text not null,
  told boolean not null default false,         -- an outcome was told
  unique (about, kind, part)
);
create table app.search_readers (
  doc int not null references app.search_docs on delete cascade,
  person_id uuid not null,
  primary key (person_id, doc)
);
create index search_readers_doc on app.search_readers (doc);

-- Folded words; '#…' is a concept of the taxonomy, '~…' the sound of a name. In how many documents a word stands is counted only in lanes that are
-- open to all of their kind of reader: how rare a word is must not tell of documents that are not for the viewer.
create table app.search_words (
  id int generated always as identity primary key,
  word text collate "C" not null unique,
  pieces smallint not null,                    -- how many pieces of three letters; 0 for concepts and names, which have no near ones
  verified int not null default 0,             -- in lanes of everyone and of the verified
  clinicians int not null default 0            -- in lanes of those who see cases
);
create table app.search_pieces (
  piece text collate "C" not null,
  word int not null,
  pieces smallint not null,
  primary key (piece, word) include (pieces)
);
create table app.search_postings (
  doc int not null references app.search_docs on delete cascade,
  word int not null,
  lane smallint not null,
  weight real not null,                        -- how much of the document is about the word, 0…1.6 (rules/weigh.ts)
  primary key (doc, word) include (weight)
);
create index search_lists on app.search_postings (word, lane, weight desc, doc desc);

-- What changed and waits to be written anew: put here by the very transaction that changes it.
create table app.search_due (id bigint generated always as identity primary key, kind text not null, about uuid not null);

create function app.pieces(word text) returns text[] language sql immutable parallel safe
  as $$ select coalesce(array_agg(distinct substr(' ' || word || ' ', i, 3)), '{}') from generate_series(1, length(word)) i $$;

-- A row of a thing that can be found was written: the arguments are its kind and the column that names it.
create function app.search_is_due() returns trigger language plpgsql security definer set search_path = app, pg_temp as $$
begin
  insert into search_due (kind, about) values (tg_argv[0], (to_jsonb(case when tg_op = 'DELETE' then old else new end) ->> tg_argv[1])::uuid);
  return null;
end $$;
revoke execute on function app.search_is_due from public;
do $$ declare t text[]; begin
  foreach t slice 1 in array array[
      ['cases', 'case', 'id'], ['postings', 'case', 'case_id'], ['withdrawals', 'case', 'case_id'], ['decisions', 'case', 'case_id'], ['outcomes', 'case', 'case_id'],
      ['opinions', 'case', 'case_id'], ['plans', 'case', 'case_id'], ['remarks', 'case', 'case_id'],
      ['people', 'person', 'id'], ['expertise', 'person', 'person_id'], ['institutions', 'institution', 'id']] loop
    execute format('create trigger to_be_found after insert or update or delete on app.%I for each row execute function app.search_is_due(%L, %L)', t[1], t[2], t[3]);
  end loop;
end $$;
-- What was there before there was a search.
insert into app.search_due (kind, about) select 'case', id from app.cases union all select 'person', id from app.people union all select 'institution', id from app.institutions;

-- The viewer's right to one document, asked once more of each row that is shown: the same words as the policies of the tables it was made from.
create function app.may_find(d int, of_kind text, thing uuid, of_part text, in_lane smallint) returns boolean
language sql stable security definer set search_path = app, pg_temp as $$
  select coalesce(case when of_kind = 'case' then case of_part
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
revoke execute on function app.may_find from public;
grant execute on function app.may_find to hamdel_app;

do $$ declare t text; begin
  foreach t in array array['search_lanes', 'search_docs', 'search_readers', 'search_words', 'search_pieces', 'search_postings', 'search_due'] loop
    execute format('alter table app.%I enable row level security', t);
    execute format('create policy node on app.%I to hamdel_node using (true) with check (true)', t);
    execute format('grant select, insert, update, delete on app.%I to hamdel_node', t);
  end loop;
end $$;
create policy find on app.search_docs for select to hamdel_app using (app.may_find(id, kind, about, part, lane));
grant select on app.search_docs to hamdel_app;
create policy node on app.expertise for select to hamdel_node using (true);
grant select on app.expertise to hamdel_node;

-- The ranks of what lies in these lanes and of these own documents. A question is a list of terms: terms with one number `n` are ways to say one
-- word, of which the best counts. mode 0: only this word · 1: also words spelled alike · 2: the last word, still being typed.
-- Of long lists the heaviest are taken; of what was found in shorter ones all is reckoned.
create function app.search_rank(lanes smallint[], own int[], barred int[], clinical boolean, asked_n int[], asked_word text[], asked_weight real[], asked_mode smallint[])
returns table (doc int, score real, met int[]) language plpgsql stable set search_path = app, pg_temp as $$
#variable_conflict use_column
declare
  longest constant int := 400;
  alike constant real := 0.5;                  -- a word spelled alike beside one that is there …
  instead constant real := 0.8;                -- … and in the place of one that is not
  total real := (select greatest(sum(l.docs), 1) from search_lanes l where l.id = any (lanes));
  ns int[]; ids int[]; xs real[]; listed boolean[];
begin
  with asked as materialized (select a.*, pieces(a.word) as pieces from unnest(asked_n, asked_word, asked_weight, asked_mode) a(n, word, weight, mode)),
    known as materialized (select w.id, w.word, w.verified + case when clinical then w.clinicians else 0 end as seen from search_words w where w.word = any (asked_word)),
    exact as (select a.n, a.weight, k.id, k.seen, 1::real as factor from asked a join known k on k.word = a.word),
    begun as (select a.n, a.weight, b.id, b.seen, 1::real as factor from asked a cross join lateral (
        (select w.id, w.verified + case when clinical then w.clinicians else 0 end as seen from search_words w
          where w.word > a.word and w.word < a.word || chr(1114111) and w.verified + case when clinical then w.clinicians else 0 end > 0 order by 2 desc, 1 limit 64)
        union all
        (select w.id, 0 from search_words w where own <> '{}' and w.word > a.word and w.word < a.word || chr(1114111)
          and w.verified + case when clinical then w.clinicians else 0 end = 0 order by w.word limit 1000)) b
      where a.mode = 2),
    near as (select a.n, a.weight, w.id, w.verified + case when clinical then w.clinicians else 0 end as seen,
        m.dice * case when exists (select from exact o where o.n = a.n and o.seen > 0) then alike else instead end as factor
      from asked a cross join lateral (
        select p.word, 2 * count(*)::real / (p.pieces + cardinality(a.pieces)) as dice from search_pieces p
         where p.piece = any (a.pieces) and 3 * p.pieces >= cardinality(a.pieces) and p.pieces <= 3 * cardinality(a.pieces)
         group by p.word, p.pieces having 4 * count(*) >= p.pieces + cardinality(a.pieces)) m
      join search_words w on w.id = m.word and w.word <> a.word
      where length(a.word) >= 3 and (a.mode = 1 or a.mode = 2 and not exists (select from begun b where b.n = a.n and b.seen > 0))),
    meant as (select u.n, u.id, max(u.weight * u.factor * ln(1 + (greatest(total - u.seen, 0) + 0.5) / (u.seen + 0.5)))::real as x, max(u.seen) > 0 as listed
      from (select * from exact union all select * from begun union all select * from near) u group by u.n, u.id)
  select array_agg(m.n), array_agg(m.id), array_agg(m.x), array_agg(m.listed) into ns, ids, xs, listed from meant m;
  return query
  with e as materialized (select * from unnest(ns, ids, xs, listed) t(n, word, x, listed)),
    lists as materialized (
      select e.n, e.word, l.doc, e.x * l.weight as x from e cross join unnest(lanes) a(lane)
        cross join lateral (select p.doc, p.weight from search_postings p where p.word = e.word and p.lane = a.lane order by p.weight desc, p.doc desc limit longest) l
       where e.listed
      union all
      select e.n, e.word, p.doc, e.x * p.weight from search_postings p join e on e.word = p.word where p.doc = any (own)),
    longer as (select distinct l.n, l.word from lists l group by l.n, l.word having count(*) >= longest),
    hits as (
      select l.n, l.doc, l.x from lists l
      union all
      select e.n, p.doc, e.x * p.weight from (select distinct l.doc from lists l) f cross join longer
        join e on e.n = longer.n and e.word = longer.word join search_postings p on p.doc = f.doc and p.word = e.word)
  select g.doc, sum(g.x)::real, array_agg(g.n) from (select h.doc, h.n, max(h.x) as x from hits h where h.doc <> all (barred) group by h.doc, h.n) g group by g.doc;
end $$;
revoke execute on function app.search_rank from public;

-- What the viewer may find, best first, `most` of each kind. `topic`: only cases and people of this concept ('#cor.lm'); `told`: only cases whose
-- outcome was told, where the viewer may read outcomes.
create function app.search(asked_n int[], asked_word text[], asked_weight real[], asked_mode smallint[], kinds text[], topic text, told boolean, most int)
returns table (doc int, kind text, about uuid, part text, score real, met int[]) language plpgsql stable security definer set search_path = app, pg_temp as $$
#variable_conflict use_column
declare
  sees boolean := sees_cases(viewer());
  lanes smallint[] := array(select l.id from search_lanes l where (kinds is null or l.kind = any (kinds)) and case l.reach
    when 'everyone' then viewer() is not null
    when 'verified' then viewer_verified() or viewer_is('steward')
    when 'clinicians' then sees
    when 'coordinators' then sees and viewer_is('coordinator') else false end);
  own int[];
  barred int[];
begin
  with stands as (
    select a.case_id, true as whole from case_askers a where a.person_id = viewer()
    union all
    select a.case_id, a.answered_at is not null or a.declined_at is not null from asks a
     where sees and a.expert_id = viewer() and a.cancelled_at is null and exists (select from postings p where p.case_id = a.case_id) and not exists (select from withdrawals w where w.case_id = a.case_id))
  select array(select d.id from stands s join search_docs d on d.about = s.case_id and d.kind = 'case' where (s.whole or d.part = 'story') and (kinds is null or 'case' = any (kinds))
      union select d.id from search_readers r join search_docs d on d.id = r.doc where r.person_id = viewer() and (kinds is null or d.kind = any (kinds))),
    array(select d.id from stands s join search_docs d on d.about = s.case_id and d.kind = 'case' where not s.whole and d.part <> 'story') into own, barred;
  return query
  select f.id, f.kind, f.about, f.part, f.score, f.met from (
    select d.id, d.kind, d.about, d.part, r.score, r.met, row_number() over (partition by d.kind order by r.score desc, d.id desc) as place
      from search_rank(lanes, own, barred, sees, asked_n, asked_word, asked_weight, asked_mode) r join search_docs d on d.id = r.doc
     where (topic is null or exists (select from search_docs s join search_postings p on p.doc = s.id join search_words w on w.id = p.word
                                      where s.about = d.about and s.kind = d.kind and s.part = case when d.kind = 'case' then 'story' else s.part end and w.word = topic))
       and (not told or exists (select from search_docs o where o.about = d.about and o.kind = 'case' and o.part = 'outcome' and o.told and o.id <> all (barred)))) f
   where f.place <= most order by f.score desc, f.id desc;
end $$;
revoke execute on function app.search from public;
grant execute on function app.search to hamdel_app;
