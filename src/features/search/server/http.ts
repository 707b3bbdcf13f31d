import type { FastifyInstance } from 'fastify';
import { concepts } from 'language';
import type { CaseFields } from '#features/cases/rules/wire.ts';
import { ok, refuse } from '#kernel/result.ts';
import type { Tx } from '#server/db.ts';
import { doorsOf } from '#server/doors.ts';
import type { House } from '#server/house.ts';
import { askedLike, askedOf } from '../rules/asked.ts';
import { type FoundDocument, gathered } from '../rules/gathered.ts';
import type { HitLine, SimilarCase } from '../rules/hit.ts';
import { conceptTerm } from '../rules/terms.ts';
import { traitsOf } from '../rules/structure.ts';
import { LIMITS } from '../rules/wire.ts';
import { fieldsOf, find } from './find.store.ts';
import { sources } from './sources/all.ts';

const kinds = sources.map(({ kind }) => kind);
/** A case has up to four documents, and one hit more tells that there are more. */
const documentsFor = (hits: number): number => (hits + 1) * 4;

/** How the best things of each kind are shown; a line costs more than finding it. */
const linesOf = async (tx: Tx, found: readonly FoundDocument[], most: number): Promise<HitLine[]> => {
  const all: HitLine[] = [];
  for (const { kind, lines } of sources) {
    const ids = [...new Set(found.filter((f) => f.kind === kind).map(({ about }) => about))].slice(0, most);
    if (ids.length > 0) all.push(...(await lines(tx, ids)));
  }
  return all;
};

export const searchDoors = (app: FastifyInstance, house: House): void => {
  const { read } = doorsOf(app, house);

  read('/api/search', async ({ who, query }) => {
    const q = query.q ?? '';
    if (q.length > LIMITS.typed) return refuse('invalid', 'search.tooLong', { n: LIMITS.typed }, ['q']);
    const meant = (query.as ?? '').split(',').filter((id) => concepts.term(id));
    const topic = query.topic && concepts.term(query.topic) ? conceptTerm(query.topic) : null;
    const asked = askedOf(q, { unfinished: query.typing === '1', meant });
    const kind = query.kind && kinds.includes(query.kind) ? query.kind : null;
    const most = kind === null ? LIMITS.foundOfEach : LIMITS.found;
    // A topic alone is a wish too.
    const wish = asked.terms.length === 0 && topic !== null ? askedLike([], [query.topic ?? '']) : asked;
    if (wish.terms.length === 0) return ok(gathered(q, asked, [], [], kinds, most));
    return ok(await house.db.asViewer(who.id, async (tx) => {
      const found = await find(tx, wish, { kinds: kind === null ? null : [kind], topic, told: query.told === '1', most: documentsFor(most) });
      return gathered(q, asked, found, await linesOf(tx, found, most + 1), kinds, most);
    }));
  }, 'One search over everything I may see, in both languages');

  read('/api/cases/:id/similar', async ({ who, params }) => house.db.asViewer(who.id, async (tx) => {
    const fields = await fieldsOf(tx, params.id ?? '');
    return fields ? ok(await similarTo(tx, params.id ?? '', fields)) : null;
  }), 'Cases like this one by what it is made of, with what became of them');
};

const similarTo = async (tx: Tx, id: string, fields: CaseFields): Promise<SimilarCase[]> => {
  const traits = traitsOf(fields);
  const topics = (fields.topics ?? []).filter((one) => concepts.term(one));
  const asked = askedLike(traits, topics);
  if (asked.terms.length === 0) return [];
  const found = (await find(tx, asked, { kinds: ['case'], topic: null, told: false, most: LIMITS.similar * 4 }))
    .filter(({ about, part, met }) => about !== id && part === 'story' && met.length >= Math.min(2, asked.terms.length));
  const lines = new Map((await linesOf(tx, found, LIMITS.similar * 2)).map((line) => [line.id, line]));
  return found.flatMap(({ about, met }) => {
    const line = lines.get(about);
    if (!line || line.case?.phase === 'draft' || line.case?.phase === 'withdrawn') return [];
    return [{ ...line, shared: traits.filter((_, n) => met.includes(n)), topics: topics.filter((_, i) => met.includes(traits.length + i)).flatMap((one) => {
      const term = concepts.term(one);
      return term ? [{ id: one, nameEn: term.en, nameFa: term.fa }] : [];
    }) }];
  }).slice(0, LIMITS.similar);
};
