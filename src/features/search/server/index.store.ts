// Documents, written anew whole: what stood there before goes, and so does its part in the counts. As the node; one writer at a time.

import type { Tx } from '#server/db.ts';
import type { Document, Thing } from '../rules/document.ts';
import { weigh } from '../rules/weigh.ts';

/** What waits, oldest first, each thing once with all that waits of it; taken in this transaction and put back if it fails. */
export const takeDue = (tx: Tx, most: number): Promise<Thing[]> =>
  tx.rows<Thing>(`with oldest as materialized (select kind, about from app.search_due order by id limit $1),
      taken as (delete from app.search_due d using (select distinct kind, about from oldest) o where d.kind = o.kind and d.about = o.about returning d.kind, d.about)
    select distinct kind, about from taken order by kind, about`, [most]);

/** Writers stand one behind the other: counts of words are added up. */
export const standInLine = (tx: Tx): Promise<unknown> => tx.rows('select pg_advisory_xact_lock(7306013)');

const forget = async (tx: Tx, things: readonly Thing[]): Promise<void> => {
  const docs = (await tx.rows<{ id: number }>('select d.id from app.search_docs d join unnest($1::text[], $2::uuid[]) t(kind, about) on d.kind = t.kind and d.about = t.about', [things.map((t) => t.kind), things.map((t) => t.about)])).map(({ id }) => id);
  if (docs.length === 0) return;
  await recount(tx, docs, -1);
  await tx.write('delete from app.search_docs where id = any ($1::int[])', [docs]);
};

/** Adds documents to the counts of words and lanes, or takes them out. */
const recount = async (tx: Tx, docs: readonly number[], sign: 1 | -1): Promise<void> => {
  await tx.write(`update app.search_words w set verified = w.verified + $2 * c.verified, clinicians = w.clinicians + $2 * c.clinicians
    from (select p.word, count(*) filter (where l.reach in ('everyone', 'verified')) as verified, count(*) filter (where l.reach = 'clinicians') as clinicians
            from app.search_postings p join app.search_lanes l on l.id = p.lane and l.reach in ('everyone', 'verified', 'clinicians') where p.doc = any ($1::int[]) group by p.word) c
    where w.id = c.word`, [docs, sign]);
  await tx.write(`update app.search_lanes l set docs = l.docs + $2 * c.n from (select lane, count(*) as n from app.search_docs where id = any ($1::int[]) group by lane) c where l.id = c.lane`, [docs, sign]);
};

const addWords = (tx: Tx, words: readonly string[]): Promise<unknown> =>
  tx.write(`insert into app.search_words (word, pieces) select w, case when w ~ '^[#~=]' then 0 else cardinality(app.pieces(w)) end from unnest($1::text[]) w on conflict (word) do nothing`, [words]);

/** A word that has come into an open lane is found from now on by those spelled alike; concepts, names and traits never are. */
const spell = (tx: Tx, docs: readonly number[]): Promise<unknown> =>
  tx.write(`with spelled as (update app.search_words w set spelled = true where not w.spelled and w.pieces > 0 and w.verified + w.clinicians > 0
        and w.id in (select word from app.search_postings where doc = any ($1::int[])) returning id, word, pieces)
    insert into app.search_pieces (piece, word, pieces) select p, s.id, s.pieces from spelled s cross join unnest(app.pieces(s.word)) p`, [docs]);

/** Puts these documents in the place of all that stood there of `things`. */
export const putDocuments = async (tx: Tx, things: readonly Thing[], documents: readonly Document[]): Promise<void> => {
  await forget(tx, things);
  if (documents.length === 0) return;
  const col = <K extends keyof Document>(key: K) => documents.map((d) => d[key]);
  await tx.write('insert into app.search_lanes (kind, reach) select distinct k, r from unnest($1::text[], $2::text[]) t(k, r) on conflict do nothing', [col('kind'), col('reach')]);
  const rows = await tx.rows<{ id: number; lane: number }>(
    `insert into app.search_docs (lane, kind, about, part, told)
     select l.id, t.kind, t.about, t.part, t.told from unnest($1::text[], $2::text[], $3::uuid[], $4::text[], $5::boolean[]) with ordinality t(kind, reach, about, part, told, i)
       join app.search_lanes l on l.kind = t.kind and l.reach = t.reach order by i returning id, lane`,
    [col('kind'), col('reach'), col('about'), col('part'), documents.map((d) => d.told === true)]);
  const postings = documents.flatMap((d, i) => weigh(d).map(({ word, weight }) => ({ doc: rows[i]?.id ?? 0, lane: rows[i]?.lane ?? 0, word, weight })));
  await addWords(tx, [...new Set(postings.map((p) => p.word))].sort());
  await tx.write(`insert into app.search_postings (doc, word, lane, weight) select t.doc, w.id, t.lane, t.weight
      from unnest($1::int[], $2::smallint[], $3::text[], $4::real[]) t(doc, lane, word, weight) join app.search_words w on w.word = t.word`,
    [postings.map((p) => p.doc), postings.map((p) => p.lane), postings.map((p) => p.word), postings.map((p) => p.weight)]);
  const readers = documents.flatMap((d, i) => (d.readers ?? []).map((person) => ({ doc: rows[i]?.id ?? 0, person })));
  if (readers.length > 0) await tx.write('insert into app.search_readers (doc, person_id) select * from unnest($1::int[], $2::uuid[])', [readers.map((r) => r.doc), readers.map((r) => r.person)]);
  await recount(tx, rows.map(({ id }) => id), 1);
  await spell(tx, rows.map(({ id }) => id));
};
