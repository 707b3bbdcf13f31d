-- Opportunities are found by those to whom they have come, one by one: an opportunity that is kept from somebody lies in no lane of theirs.
create policy node on app.opportunities for select to hamdel_node using (true);
grant select on app.opportunities to hamdel_node;

create function app.opportunity_readers(o uuid) returns setof uuid language sql stable security definer set search_path = app, pg_temp as $$
  select p.id from people p where opportunity_standing_of(o, p.id) is not null $$;
revoke execute on function app.opportunity_readers from public;
grant execute on function app.opportunity_readers to hamdel_node;

do $$ declare t text[]; begin
  foreach t slice 1 in array array[['opportunities', 'id'], ['opportunity_postings', 'opportunity_id'], ['opportunity_closings', 'opportunity_id'],
      ['opportunity_widenings', 'opportunity_id'], ['opportunity_bars', 'opportunity_id'], ['opportunity_hands', 'opportunity_id']] loop
    execute format('create trigger to_be_found after insert or update or delete on app.%I for each row execute function app.search_is_due(%L, %L)', t[1], 'opportunity', t[2]);
  end loop;
end $$;
-- Who joins a group, or is verified, comes to what was widened to the group or the node before.
create function app.opportunities_are_due() returns trigger language plpgsql security definer set search_path = app, pg_temp as $$
begin
  insert into search_due (kind, about) select distinct 'opportunity', w.opportunity_id from opportunity_widenings w where w.step <> 'hands';
  return null;
end $$;
revoke execute on function app.opportunities_are_due from public;
create trigger widened_before after insert or update on app.memberships for each statement execute function app.opportunities_are_due();
create trigger widened_before after insert or update of verified_at, institution_id on app.people for each statement execute function app.opportunities_are_due();
-- Of a thing that changed several times all is taken at once.
create index search_due_about on app.search_due (about);

insert into app.search_due (kind, about) select 'opportunity', id from app.opportunities;

-- One plan for every question: planning anew took three quarters of a search (1.4 ms against 0.4).
-- Time tells nothing of what is hidden. Words spelled alike are looked for only among words that stand in an open lane (the others have no pieces);
-- the viewer's own documents are read whole, whatever was asked, and only those that no lane of theirs holds already.
alter table app.search_words add column spelled boolean not null default false;
update app.search_words set spelled = pieces > 0 and verified + clinicians > 0;
delete from app.search_pieces p using app.search_words w where w.id = p.word and not w.spelled;

create or replace function app.search_rank(lanes smallint[], own int[], barred int[], clinical boolean, asked_n int[], asked_word text[], asked_weight real[], asked_mode smallint[])
returns table (doc int, score real, met int[]) language plpgsql stable set search_path = app, pg_temp set plan_cache_mode = force_generic_plan as $$
#variable_conflict use_column
declare
  longest constant int := 400;
  few constant int := 150;                     -- own documents whose every word is tried as the end of what is being typed
  alike constant real := 0.5;                  -- a word spelled alike beside one that is there …
  instead constant real := 0.8;                -- … and in the place of one that is not
  total real := (select greatest(sum(l.docs), 1) from search_lanes l where l.id = any (lanes));
  deep boolean := exists (select from search_lanes l where l.id = any (lanes) and l.reach = 'coordinators');
  ns int[]; ids int[]; xs real[]; listed boolean[];
begin
  with asked as materialized (select a.*, pieces(a.word) as pieces from unnest(asked_n, asked_word, asked_weight, asked_mode) a(n, word, weight, mode)),
    known as materialized (select w.id, w.word, w.verified + case when clinical then w.clinicians else 0 end as seen from search_words w where w.word = any (asked_word)),
    exact as (select a.n, a.weight, k.id, k.seen, 1::real as factor from asked a join known k on k.word = a.word),
    begun as (select a.n, a.weight, b.id, b.seen, 1::real as factor from asked a cross join lateral (
        (select w.id, w.verified + case when clinical then w.clinicians else 0 end as seen from search_words w
          where w.word > a.word and w.word < a.word || chr(1114111) and w.verified + case when clinical then w.clinicians else 0 end > 0 order by 2 desc, 1 limit 64)
        union all
        (select w.id, 0 from search_words w where deep and w.word > a.word and w.word < a.word || chr(1114111)
          and w.verified + case when clinical then w.clinicians else 0 end = 0 order by w.word limit 1000)
        union all
        (select distinct w.id, 0 from search_postings p join search_words w on w.id = p.word
          where cardinality(own) <= few and p.doc = any (own) and w.word > a.word and w.word < a.word || chr(1114111) and w.verified + case when clinical then w.clinicians else 0 end = 0)) b
      where a.mode = 2),
    near as (select a.n, a.weight, w.id, w.verified + case when clinical then w.clinicians else 0 end as seen,
        m.dice * case when exists (select from exact o where o.n = a.n and o.seen > 0) then alike else instead end as factor
      from asked a cross join lateral (
        select p.word, 2 * count(*)::real / (p.pieces + cardinality(a.pieces)) as dice from search_pieces p
         where p.piece = any (a.pieces) and 3 * p.pieces >= cardinality(a.pieces) and p.pieces <= 3 * cardinality(a.pieces)
         group by p.word, p.pieces having 4 * count(*) >= p.pieces + cardinality(a.pieces)) m
      join search_words w on w.id = m.word and w.word <> a.word
      where length(a.word) >= 3 and (a.mode = 1 or a.mode = 2 and not exists (select from begun b where b.n = a.n and b.seen > 0))),
    meant as (select u.n, u.id, max(u.weight * u.factor * ln(1 + (greatest(total - u.seen, 0) + 0.5) / (u.seen + 0.5)))::real as x, deep or max(u.seen) > 0 as listed
      from (select * from exact union all select * from begun union all select * from near) u group by u.n, u.id)
  select array_agg(m.n), array_agg(m.id), array_agg(m.x), array_agg(m.listed) into ns, ids, xs, listed from meant m;
  return query
  with e as materialized (select * from unnest(ns, ids, xs, listed) t(n, word, x, listed) union all select 0, 0, 0::real, false),
    mine as materialized (select p.doc, p.word, p.weight from search_postings p where p.doc = any (own)),
    lists as materialized (
      select e.n, e.word, l.doc, e.x * l.weight as x from e cross join unnest(lanes) a(lane)
        cross join lateral (select p.doc, p.weight from search_postings p where p.word = e.word and p.lane = a.lane order by p.weight desc, p.doc desc limit longest) l
       where e.listed
      union all
      select e.n, e.word, m.doc, e.x * m.weight from mine m join e on e.word = m.word),
    longer as (select distinct l.n, l.word from lists l group by l.n, l.word having count(*) >= longest),
    hits as (
      select l.n, l.doc, l.x from lists l
      union all
      select e.n, p.doc, e.x * p.weight from (select distinct l.doc from lists l) f cross join longer
        join e on e.n = longer.n and e.word = longer.word join search_postings p on p.doc = f.doc and p.word = e.word)
  select g.doc, sum(g.x)::real, array_agg(g.n) from (select h.doc, h.n, max(h.x) as x from hits h where h.doc <> all (barred) group by h.doc, h.n) g group by g.doc;
end $$;

create or replace function app.search(asked_n int[], asked_word text[], asked_weight real[], asked_mode smallint[], kinds text[], topic text, told boolean, most int)
returns table (doc int, kind text, about uuid, part text, score real, met int[]) language plpgsql stable security definer set search_path = app, pg_temp set plan_cache_mode = force_generic_plan as $$
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
  select array(select d.id from stands s join search_docs d on d.about = s.case_id and d.kind = 'case' where (s.whole or d.part = 'story') and (kinds is null or 'case' = any (kinds)) and d.lane <> all (lanes)
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
