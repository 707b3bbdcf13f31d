import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { lacks } from '#features/cases/rules/missing.ts';
import { caseFields, textsByLang } from '#features/cases/rules/wire.ts';
import { opinionBody, opinionTexts } from '#features/opinions/rules/wire.ts';
import { steppedClock } from '#kernel/clock.ts';
import { personKeys } from './cast.ts';
import { cloneDatabase, type TestDatabase } from './database.ts';
import { seedDemo, stories } from './demo.ts';

let database: TestDatabase;
let owner: Client;
let dataDir: string;
let took: number;
const clock = steppedClock('2026-11-22T08:20:00Z');
const rows = async <R>(sql: string, values: unknown[] = []): Promise<R[]> => (await owner.query(sql, values)).rows as R[];

beforeAll(async () => {
  database = await cloneDatabase();
  dataDir = await mkdtemp(join(tmpdir(), 'hamdel-demo-'));
  owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();
  const from = performance.now();
  expect(await seedDemo({ ...database, dataDir, clock })).toBe(true);
  took = performance.now() - from;
});
afterAll(async () => { await owner.end(); await database.drop(); await rm(dataDir, { recursive: true, force: true }); });

test('the whole world is made in seconds, and made again it stays as it is', async () => {
  process.stdout.write(`demo world: ${Math.round(took)} ms\n`);
  const count = () => rows<{ t: string }>(`select (select count(*) from app.people) || ' ' || (select count(*) from app.cases) || ' ' || (select count(*) from app.opinions) || ' ' || (select count(*) from app.notices) as t`);
  const before = await count();
  expect(await seedDemo({ ...database, dataDir, clock })).toBe(false);
  expect(await count()).toEqual(before);
  expect(took).toBeLessThan(15_000);
});

test('every story passes the border that a browser would have to pass', () => {
  for (const told of stories) {
    expect(caseFields.safeParse(told.fields).error?.issues ?? [], told.key).toEqual([]);
    expect(textsByLang.safeParse(told.texts).error?.issues ?? [], told.key).toEqual([]);
    if (told.posted !== undefined) expect(lacks({ lang: told.lang, urgency: told.urgency ?? 'elective', decideBy: '2026-11-25T00:00:00Z', fields: told.fields, texts: told.texts }).filter((l) => l.must), told.key).toEqual([]);
    for (const o of (told.asks ?? []).flatMap((a) => [...(a.opinions ?? []), ...(a.draft ? [a.draft] : [])])) {
      expect(opinionBody.safeParse(o.body).error?.issues ?? [], told.key).toEqual([]);
      for (const texts of [o.en, o.fa]) expect(opinionTexts.safeParse(texts).error?.issues ?? [], told.key).toEqual([]);
    }
  }
});

test('the five teaching cases stand where they should', async () => {
  const told = await rows<{ title: string; phase: string; opinions: number; runs: number }>(
    `select k.texts #>> '{en,title}' as title, app.phase(k.id) as phase, (select count(distinct ask_id)::int from app.opinions o where o.case_id = k.id) as opinions,
        (select count(*)::int from app.runs r where r.case_id = k.id) as runs from app.cases k where k.fields ->> 'topics' is not null`);
  const of = (start: string) => told.find((t) => t.title?.startsWith(start));
  expect(of('Calcified distal left main')).toMatchObject({ phase: 'posted', opinions: 3 });
  expect(of('RCA CTO')).toMatchObject({ phase: 'decided', opinions: 3 });
  expect(of('Anterior STEMI with shock')).toMatchObject({ phase: 'closed', opinions: 3 });
  expect(of('Severe stenosis of a calcified')).toMatchObject({ phase: 'posted', opinions: 0 });
  expect(of('Ellis III perforation')).toMatchObject({ phase: 'posted', opinions: 2 });
  for (const one of [...told].filter((t) => t.runs > 1)) expect(one.runs).toBeGreaterThanOrEqual(3);
  expect(await rows(`select due_on::text from app.outcomes o join app.cases k on k.id = o.case_id where k.texts #>> '{en,title}' like 'RCA CTO%' and moment = 'd30' and o.at is null`)).toEqual([{ due_on: '2026-11-22' }]);
  expect(await rows<{ n: number }>(`select count(*)::int as n from app.opinions where version = 2`)).toEqual([{ n: 1 }]);
});

test('one ask of the hidden case is to be accepted within the hour, and no act of its asker has minutes', async () => {
  const [ask] = await rows<{ accept_by: Date }>(`select a.accept_by from app.asks a join app.cases k on k.id = a.case_id where k.hidden and a.accepted_at is null and a.seen_at is null`);
  expect(ask?.accept_by.getTime()).toBeGreaterThan(clock.now().getTime());
  expect(ask?.accept_by.getTime()).toBeLessThanOrEqual(clock.now().getTime() + 3_600_000);
  const times = await rows<{ at: Date }>(`select unnest(array[k.started_at, k.edited_at, p.at, l.at, a.asked_at]) as at from app.cases k join app.postings p on p.case_id = k.id join app.plans l on l.case_id = k.id join app.asks a on a.case_id = k.id where k.hidden`);
  expect(times.length).toBeGreaterThan(4);
  expect(times.filter(({ at }) => at.getTime() % 3_600_000 !== 0)).toEqual([]);
});

test('everybody who may see cases has something that waits or something that ended, and some notices are unread', async () => {
  const idle = await rows<{ email: string }>(
    `select e.email from app.people p join app.emails e on e.person_id = p.id where p.verified_at is not null and p.stage <> 'industry'
        and not exists (select from app.opportunity_hands h where h.person_id = p.id) and not exists (select from app.asks a where a.expert_id = p.id) and not exists (select from app.case_askers m where m.person_id = p.id)`);
  expect(idle.map((i) => i.email)).toEqual(['nasrin@hamdel.example']); // a steward: her queue waits
  expect(await rows(`select family_en from app.people where verified_at is null`)).toEqual([{ family_en: 'Hashemi' }]);
  const [read] = await rows<{ unread: number; all: number }>('select count(*) filter (where read_at is null)::int as unread, count(*)::int as all from app.notices');
  expect(read?.unread).toBeGreaterThan(3);
  expect(read?.all).toBeGreaterThan(80);
  expect((await rows<{ n: number }>('select count(*)::int as n from app.people'))[0]?.n).toBe(personKeys.length);
});

test('every picture of the world lies where it is served from', async () => {
  const objects = await rows<{ id: string; bytes: string }>('select id, bytes from app.objects');
  const { fileBlobs } = await import('#server/blobs.ts');
  const blobs = fileBlobs(dataDir);
  for (const o of objects) expect(await blobs.size(o.id as never)).toBe(Number(o.bytes));
});
