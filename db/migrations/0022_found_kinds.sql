-- Groups are found by their names and purpose.
create trigger to_be_found after insert or update or delete on app.groups for each row execute function app.search_is_due('group', 'id');
insert into app.search_due (kind, about) select 'group', id from app.groups;
create policy node on app.groups for select to hamdel_node using (true);
grant select on app.groups to hamdel_node;

-- A coordinator's lanes are not counted in how rare a word is, so that the ranks of all others do not tell of them: to a coordinator a word that is
-- counted nowhere may still lead somewhere.
create or replace function app.search_rank(lanes smallint[], own int[], barred int[], clinical boolean, asked_n int[], asked_word text[], asked_weight real[], asked_mode smallint[])
returns table (doc int, score real, met int[]) language plpgsql stable set search_path = app, pg_temp as $$
#variable_conflict use_column
declare
  longest constant int := 400;
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
        (select w.id, 0 from search_words w where (deep or own <> '{}') and w.word > a.word and w.word < a.word || chr(1114111)
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
    meant as (select u.n, u.id, max(u.weight * u.factor * ln(1 + (greatest(total - u.seen, 0) + 0.5) / (u.seen + 0.5)))::real as x, deep or max(u.seen) > 0 as listed
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
