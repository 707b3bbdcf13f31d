// The plain way: `app.best_way` inside the database, as a viewer, with every right and consent asked, at 250,000 people and five million ties.

import { openBenchNode } from '../node.ts';
import { type Figure, median, round } from '../figure.ts';
import { chance } from './made-ties.ts';
import { at } from './measured.ts';

const PEOPLE = 250_000;
const TIES = 5_000_000;
const SEARCHES = 240;
const WARM = 20;

const idOf = (n: number): string => `00000000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;
const uuid = (n: string): string => `('00000000-0000-7000-8000-' || lpad(to_hex(${n}), 12, '0'))::uuid`;

/** Half of the ties near by, half with anybody and oftener with the well known, as in `made-ties.ts`; two of three let themselves be asked. */
const fill = [
  'set session_replication_role = replica',
  `insert into app.people (id, joined_at, verified_at) select ${uuid('n')}, now(), now() from generate_series(0, ${PEOPLE - 1}) n`,
  `insert into app.introducing (person_id, whom, set_at) select ${uuid('n')}, 'anybody', now() from generate_series(0, ${PEOPLE - 1}) n where n % 3 <> 0`,
  'select setseed(0.5)',
  `insert into app.ties (id, low, high, kind, senior, proposed_by, proposed_at, confirmed_at)
    select gen_random_uuid(), ${uuid('least(a, b)')}, ${uuid('greatest(a, b)')}, kind, case when kind in ('proctor', 'mentor') then ${uuid('a')} end, ${uuid('a')}, now() - interval '1 year', now() - interval '11 months'
      from (select a, case when far then ((floor(${PEOPLE} * power(r, 2.35))::bigint * 7368787) % ${PEOPLE})::int else (a + 1 + floor(r * 120)::int) % ${PEOPLE} end as b, kind
        from (select floor(random() * ${PEOPLE})::int as a, random() < 0.5 as far, random() as r, (array['operated', 'trained-with', 'co-author', 'group', 'congress', 'mentor', 'proctor', 'co-managed'])[1 + floor(random() * 8)::int] as kind
          from generate_series(1, ${TIES})) made) pairs
     where a <> b on conflict do nothing`,
  'set session_replication_role = origin',
  'analyze app.people', 'analyze app.ties', 'analyze app.introducing',
];

export const waysInSql = async (): Promise<Figure[]> => {
  const node = await openBenchNode();
  try {
    const owner = await node.owner.connect();
    for (const statement of fill) await owner.query(statement);
    const [counted] = (await owner.query<{ n: string }>('select count(*) as n from app.ties')).rows;
    const next = chance(9);
    const neighbour = async (of: string): Promise<string> =>
      (await owner.query<{ id: string }>('select case when low = $1 then high else low end as id from app.ties where low = $1 or high = $1 offset $2 limit 1', [of, next() % 8])).rows[0]?.id ?? of;
    const times: number[] = [];
    let found = 0;
    for (let n = 0; n < SEARCHES + WARM; n++) {
      const from = idOf(next() % PEOPLE);
      // Half for anybody, half for somebody three ties away.
      const end = n % 2 === 0 ? idOf(next() % PEOPLE) : await neighbour(await neighbour(await neighbour(from)));
      const began = performance.now();
      const rows = await node.house.db.asViewer(from as never, (tx) => tx.rows(`select first, second, "end", strengths, free, weight from app.best_way($1::uuid[], '{}', now())`, [[end]]));
      if (n >= WARM) times.push(performance.now() - began);
      if (n >= WARM && rows.length > 0) found++;
    }
    owner.release();
    const sorted = times.sort((a, b) => a - b);
    return [{
      name: `strongest way in SQL, rights and consent asked, p95, ${PEOPLE / 1000},000 people, ${round(Number(counted?.n) / 1e6)} M ties`, unit: 'ms', value: round(at(sorted, 0.95)), bar: { at: 25, is: 'at most', of: 'value' },
      note: `p50 ${round(median(sorted))}, slowest ${round(sorted.at(-1) ?? 0)}; found for ${found} of ${SEARCHES}`,
    }];
  } finally {
    await node.close();
  }
};
