// Giving an opinion over HTTP (rights, receipt, event, notice, fsync), beside a bare durable insert of the same opinion and one event,
// and beside the same rows in the real tables by one statement without any right checked: what the rights themselves cost.

import { randomUUID } from 'node:crypto';
import { type Figure, median, round } from './figure.ts';
import { load, post } from './load.ts';
import type { BenchNode } from './node.ts';
import { sampleCase, sampleOpinion } from '../tests/world/sample.ts';
import { newId } from '../src/kernel/ids.ts';
import { DAY_MS } from '../src/kernel/clock.ts';

const ROUNDS = 5;
const SECONDS = 2;
const CASES = 13_500;

/** Posted cases with one ask each to Claire: every request gives one opinion once. Written past the actions, because thousands are needed. */
const manyAsks = async (node: BenchNode): Promise<string[]> => {
  const { people } = node.world;
  const sample = sampleCase(new Date(Date.now() + 7 * DAY_MS));
  const ids = Array.from({ length: CASES }, () => newId(new Date(), node.house.random));
  await node.owner.query(
    `with k as (insert into app.cases (id, lang, fields, texts, decide_by, started_at, edited_at) select i, 'en', $2, $3, now() + interval '7 days', now(), now() from unnest($1::uuid[]) i returning id),
      a as (insert into app.case_askers select id, $4 from k), p as (insert into app.postings select id, now() from k)
      insert into app.asks (id, case_id, expert_id, asked_at, accept_by, answer_by) select gen_random_uuid(), id, $5, now(), now() + interval '1 day', now() + interval '2 days' from k`,
    [ids, JSON.stringify(sample.fields), JSON.stringify(sample.texts), people.arman.id, people.claire.id]);
  await node.owner.query('create table bench_opinions (like app.opinions including all); create table bench_events (like app.events including all)');
  await node.owner.query('vacuum analyze');
  return ids;
};

export const openWriteProbe = (node: BenchNode): void => {
  node.app.post('/probe/opinions/:id', { schema: { hide: true } }, async (request) => {
    const { id, lang, body, texts } = request.body as { id: string; lang: string; body: object; texts: object };
    const caseId = (request.params as { id: string }).id;
    await node.owner.query({
      name: 'probe-write',
      text: `with o as (insert into bench_opinions (id, case_id, ask_id, author_id, seat, version, lang, body, texts, before_decision, at) values ($1, $2, $1, $3, 'operator', 1, $4, $5, $6, true, now()))
        insert into bench_events (person_id, kind, case_id, at) values ($3, 'opinion-given', $2, now())`,
      values: [id, caseId, node.world.people.claire.id, lang, JSON.stringify(body), JSON.stringify(texts)],
    });
    return { id, version: 1 };
  });
  // Every row that giving leaves, with its foreign keys: opinion, ask, receipt, the asker's event and notice.
  node.app.post('/probe/rows/:id', { schema: { hide: true } }, async (request) => {
    const { id, lang, body, texts } = request.body as { id: string; lang: string; body: object; texts: object };
    const caseId = (request.params as { id: string }).id;
    await node.owner.query({
      name: 'probe-rows',
      text: `with a as (update app.asks set seen_at = now(), accepted_at = now(), answered_at = now() where case_id = $2 and expert_id = $3 returning id),
        o as (insert into app.opinions (id, case_id, ask_id, author_id, seat, version, lang, body, texts, before_decision, at) select $1, $2, a.id, $3, 'operator', 1, $4, $5, $6, true, now() from a),
        r as (insert into app.receipts (person_id, key, asked, status, body, at) values ($3, $7, 'post', 200, $8, now())),
        e as (insert into app.events (person_id, kind, case_id, at) values ($9, 'opinion-given', $2, now()))
        insert into app.notices (id, person_id, kind, case_id, at) values (gen_random_uuid(), $9, 'opinion-given', $2, now())`,
      values: [id, caseId, node.world.people.claire.id, lang, JSON.stringify(body), JSON.stringify(texts), request.headers['idempotency-key'], JSON.stringify({ id, version: 1 }), node.world.people.arman.id],
    });
    return { id, version: 1 };
  });
};

export const opinionWrite = async (node: BenchNode): Promise<Figure[]> => {
  const ids = await manyAsks(node);
  const cookie = await node.cookieOf('claire');
  let next = 0;
  const share = Math.floor(CASES / (ROUNDS * 3 + 3));
  const requests = (path: string) => {
    const mine = ids.slice(next, next + share);
    next += share;
    return mine.map((id) => post(path.replace(':id', id), cookie, randomUUID(), JSON.stringify({ id: newId(new Date(), node.house.random), ...sampleOpinion() })));
  };
  const run = (path: string) => load({ port: node.port, connections: 16, seconds: SECONDS, requests: requests(path), once: true });
  const paths = { given: '/api/cases/:id/opinions', bare: '/probe/opinions/:id', rows: '/probe/rows/:id' };
  const seen = { given: [] as number[], bare: [] as number[], rows: [] as number[], p99: [] as number[] };
  for (let i = 0; i <= ROUNDS; i++) {
    for (const name of ['given', 'bare', 'rows'] as const) {
      const { perSecond, p99, wrong } = await run(paths[name]);
      if (wrong > 0) throw new Error(`${wrong} opinions were refused under load`);
      if (i === 0) continue; // warm-up
      seen[name].push(perSecond);
      if (name === 'given') seen.p99.push(p99);
    }
  }
  const { rows } = await node.owner.query<{ n: number }>('select count(*)::int as n from app.opinions');
  const note = `${rows[0]?.n} opinions written, each counted in the table; 16 connections, ${ROUNDS} rounds interleaved; p99 ${round(median(seen.p99))} ms`;
  const beside = (peer: 'bare' | 'rows', name: string) => {
    const ratios = seen.given.map((v, i) => v / (seen[peer][i] as number));
    return { beside: { name, value: round(median(seen[peer])) }, ratio: round(median(ratios)), spread: { min: round(Math.min(...ratios)), max: round(Math.max(...ratios)) } };
  };
  const given = { name: 'opinion given: rights, receipt, event, notice, fsync', unit: 'requests/s', value: round(median(seen.given)) };
  return [
    { ...given, ...beside('bare', 'bare durable insert and event, one statement'), bar: { at: 0.7, is: 'at least', of: 'ratio' }, note },
    { ...given, ...beside('rows', 'the same rows and foreign keys without rights, one statement'), note },
  ];
};
