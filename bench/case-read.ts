// Reading a whole case (5 opinions, 6 runs) with every right checked, beside a probe that returns the same bytes by one query without security.

import { type Figure, median, round } from './figure.ts';
import { get, load } from './load.ts';
import type { BenchNode } from './node.ts';
import { aCase } from '../tests/world/build.ts';
import { addRun, mark } from '../tests/world/acts.ts';
import type { PersonKey } from '../tests/world/cast.ts';

const advisers: readonly PersonKey[] = ['nilufar', 'claire', 'daniel', 'hossein', 'bahram'];
const ROUNDS = 5;
const SECONDS = 3;

export const bigCase = async (node: BenchNode): Promise<string> => {
  const { id } = await aCase(node.world, { asker: 'arman', asks: advisers.map((who) => ({ who, state: 'answered' as const })) });
  for (let position = 0; position < 6; position++) {
    const sidecar = { frames: 60, rows: 512, columns: 512, frameMs: 66.67, primaryAngle: -20, secondaryAngle: 25, cineRate: 15 };
    const runId = await addRun(node.world, 'arman', id, { kind: 'xa', label: `run ${position + 1}`, position, sidecar },
      (['t0', 't1', 't2'] as const).map((tier) => ({ tier, mediaType: 'image/webp', bytes: new Uint8Array(64) })), new Date());
    await mark(node.world, 'arman', id, { runId, frame: 10, shape: 'arrow', points: [0.1, 0.2, 0.3, 0.4], note: 'cap' }, new Date());
  }
  return id;
};

// The same content by one query as the owner: no viewer, no policy, no presenter.
const probeSql = `select json_build_object('case', row_to_json(k), 'runs', (select json_agg(json_build_object('r', r, 'o', (select json_agg(o) from app.objects o where o.run_id = r.id))) from app.runs r where r.case_id = k.id),
  'opinions', (select json_agg(json_build_object('o', o, 'p', (select json_build_object('id', p.id, 'en', p.family_en, 'fa', p.family_fa, 'i', i.name_en, 'c', c.name_en) from app.people p
     left join app.institutions i on i.id = p.institution_id left join app.cities c on c.id = i.city_id where p.id = o.author_id)) order by o.at) from app.opinions o where o.case_id = k.id),
  'asks', (select json_agg(a) from app.asks a where a.case_id = k.id), 'marks', (select json_agg(m) from app.marks m where m.case_id = k.id),
  'outcomes', (select json_agg(o) from app.outcomes o where o.case_id = k.id))::text as page from app.cases k where k.id = $1`;

export const caseRead = async (node: BenchNode): Promise<Figure[]> => {
  const id = await bigCase(node);
  const cookie = await node.cookieOf('claire');
  const answer = await node.app.inject({ url: `/api/cases/${id}`, headers: { cookie } });
  if (answer.statusCode !== 200) throw new Error(`the case could not be read: ${answer.statusCode}`);
  const bytes = Buffer.byteLength(answer.body);
  const request = (path: string) => ({ port: node.port, connections: 16, seconds: SECONDS, requests: [get(path, cookie)] });
  const ours: number[] = [];
  const probe: number[] = [];
  const p99: number[] = [];
  let probeBytes = 0;
  await load({ ...request(`/api/cases/${id}`), seconds: 1 });
  await load({ ...request(`/probe/${id}?bytes=${bytes}`), seconds: 1 });
  for (let i = 0; i < ROUNDS; i++) {
    const a = await load(request(`/api/cases/${id}`));
    const b = await load(request(`/probe/${id}?bytes=${bytes}`));
    if (a.wrong + b.wrong > 0) throw new Error('a read was refused under load');
    ours.push(a.perSecond);
    probe.push(b.perSecond);
    p99.push(a.p99);
    probeBytes = b.bytes;
  }
  const ratios = ours.map((v, i) => v / (probe[i] as number));
  return [{
    name: 'whole case read, every right checked', unit: 'requests/s', value: round(median(ours)), beside: { name: 'same bytes by one query without security', value: round(median(probe)) },
    ratio: round(median(ratios)), spread: { min: round(Math.min(...ratios)), max: round(Math.max(...ratios)) }, bar: { at: 0.6, is: 'at least', of: 'ratio' },
    note: `${bytes} bytes against ${probeBytes}; 5 opinions, 6 runs, 16 connections, ${ROUNDS} rounds of ${SECONDS} s, interleaved; p99 ${round(median(p99))} ms`,
  }];
};

/** The probe pads or cuts its answer to the same length, so that bytes are equal. */
export const openProbe = (node: BenchNode): void => {
  node.app.get('/probe/:id', { schema: { hide: true } }, async (request, reply) => {
    const { rows } = await node.owner.query<{ page: string }>({ name: 'probe', text: probeSql, values: [(request.params as { id: string }).id] });
    const want = Number((request.query as { bytes: string }).bytes);
    const page = rows[0]?.page ?? '';
    return reply.type('application/json; charset=utf-8').header('cache-control', 'private, no-cache').send(Buffer.byteLength(page) >= want ? Buffer.from(page).subarray(0, want) : page.padEnd(page.length + want - Buffer.byteLength(page)));
  });
};
