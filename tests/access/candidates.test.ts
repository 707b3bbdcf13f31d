// CVs over a real database: one's own alone, honest about where its lines come from, safe from hostile files, handed out in forms that others can read.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { type CvBody, emptyCv } from '#features/candidates/rules/wire.ts';
import { LIMITS } from '#features/candidates/rules/vocabulary.ts';
import type { PersonKey } from '#world/cast.ts';
import { writeCvs } from '#world/demo/cvs.ts';
import { type Hand, startNode, type TestNode } from '#world/node.ts';

let node: TestNode;
let hands: Record<string, Hand>;
beforeAll(async () => {
  node = await startNode({ seed: 61 });
  await writeCvs(node.world, node.clock.now());
  hands = Object.fromEntries(await Promise.all((['soran', 'omid', 'mina', 'nasrin', 'ali', 'peter', 'daniel'] as const).map(async (key) => [key, await node.as(key)])));
});
afterAll(() => node.close());

const hand = (key: PersonKey): Hand => hands[key] as Hand;
type Cv = CvBody & { version: number };
const cvOf = async (key: PersonKey): Promise<Cv> => (await hand(key).get<Cv>('/api/me/cv')).body;
const save = async (key: PersonKey, change: Partial<CvBody>) => {
  const { savedAt: _s, orcid: _o, mayFetch: _m, ...cv } = (await cvOf(key)) as Cv & { savedAt: unknown; orcid: unknown; mayFetch: unknown };
  return hand(key).put<{ version: number }>('/api/me/cv', { ...cv, ...change });
};

test('a CV is kept by its version: of two saves upon one version the second is refused, and nothing is lost', async () => {
  const first = await hand('daniel').put('/api/me/cv', { ...emptyCv, version: 0, summaryEn: 'one' });
  expect([first.status, first.body]).toMatchObject([200, { version: 1 }]);
  expect((await hand('daniel').put('/api/me/cv', { ...emptyCv, version: 0, summaryEn: 'two' })).raw.json()).toMatchObject({ code: 'candidates.stale', params: { version: 1 } });
  expect(await cvOf('daniel')).toMatchObject({ version: 1, summaryEn: 'one' });
  expect((await save('daniel', { summaryEn: 'three\u202e' })).body).toMatchObject({ version: 2 });
  expect((await cvOf('daniel')).summaryEn).toBe('three');
});

test('no role, no chief and no steward reads another’s CV, and the database shows none of it', async () => {
  for (const who of ['omid', 'nasrin', 'mina', 'ali', 'peter'] as const) {
    const body = (await hand(who).get('/api/me/cv')).raw.body;
    expect(body, who).not.toContain('Kermanshah');
  }
  const seen = await node.house.db.asViewer(node.world.people.nasrin.id, (tx) => tx.rows<{ n: number }>('select count(*)::int as n from app.cvs'));
  expect(seen).toEqual([{ n: 0 }]);
  await expect(node.house.db.asNode((tx) => tx.rows('select from app.cvs'))).rejects.toMatchObject({ code: '42501' });
  expect((await (await node.as(null)).get('/api/me/cv')).status).toBe(403);
});

const bib = (n: number) => `@article{a${n}, author={Rezaei, Mohammad and رضایی, مریم}, title={Retrograde {CTO} <i>number</i> ${n} \\& more}, journal={EuroIntervention}, year=2024, volume=12, number=3, pages={45--50}, doi={10.1000/x${n}}}`;
type Read = { works: (Omit<CvBody['publications'][number], 'id'>)[]; unread: number[]; left: number };
const read = (text: string) => hand('omid').post<Read>('/api/me/cv/read', { text });

test('BibTeX and RIS are read line by line; what cannot be read is named by its number and costs no other', async () => {
  const answer = (await read(`${bib(1)}\n\n@article{broken, title={\n\n${bib(2)}`)).body;
  expect(answer.works.map(({ title, authors, pages, source }) => ({ title, authors, pages, source }))).toEqual([1, 2].map((n) => (
    { title: `Retrograde CTO number ${n} & more`, authors: ['Rezaei Mohammad', 'رضایی مریم'], pages: '45-50', source: 'bibtex' })));
  expect([answer.unread, answer.left]).toEqual([[2], 0]);
  const ris = (await read('TY  - JOUR\nAU  - رضایی, مریم\nTI  - انسداد کامل مزمن\nT2  - مجله قلب\nPY  - 1402\nSP  - 10\nEP  - 15\nER  - \n')).body;
  expect(ris.works).toMatchObject([{ title: 'انسداد کامل مزمن', authors: ['رضایی مریم'], year: '1402', pages: '10-15', source: 'ris' }]);
});

test('hostile and huge files are bounded and answered by a sentence', async () => {
  const many = (await read(Array.from({ length: LIMITS.entries + 7 }, (_, n) => bib(n)).join('\n'))).body;
  expect([many.works.length, many.left]).toEqual([LIMITS.entries, 7]);
  for (const text of ['', 'hello', 'https://example.org/x.bib', '@', `@article{x, title={${'{'.repeat(100_000)}`, 'TY  - \n'.repeat(300)]) {
    const { status, raw } = await read(text);
    expect([status, ['candidates.noCitations', 'candidates.citationsTooHard'].includes((raw.json() as { code: string }).code)], text.slice(0, 40)).toEqual([422, true]);
  }
  expect((await read('x'.repeat(LIMITS.fileSigns + 1))).status).toBe(422);
  // An address is text here: nothing is fetched, because the library is told what it reads.
  expect((await read(`${bib(1)}\n@misc{u, title={https://127.0.0.1:1/x}, url={https://127.0.0.1:1/x}}`)).body.works).toHaveLength(2);
}, 60_000);

test('where a line comes from is what the node has seen: a changed or a borrowed line is typed', async () => {
  const [work] = (await read(bib(5))).body.works;
  if (!work) throw new Error('nothing was read');
  const row = (id: string, more: object) => ({ id: node.newId(), ...work, ...more, volume: id }) as CvBody['publications'][number];
  await save('omid', { publications: [{ ...work, id: node.newId() }, row('99', {}), { ...work, id: node.newId(), source: 'orcid' }] });
  expect((await cvOf('omid')).publications.map(({ source }) => source)).toEqual(['bibtex', 'typed', 'typed']);
  await save('mina', { publications: [{ ...work, id: node.newId() }] });
  expect((await cvOf('mina')).publications.map(({ source }) => source)).toEqual(['typed']);
});

test('a node that may not reach out says so and shows the other way', async () => {
  expect((await hand('soran').post('/api/me/cv/orcid')).raw.json()).toMatchObject({ code: 'candidates.noOutside' });
});

test('the page and the paper have what was written, in both languages', async () => {
  const { en, fa } = (await hand('soran').get<{ en: { sections: { part: string }[]; name: string }; fa: { name: string } }>('/api/me/cv/sheet')).body;
  expect([en.name, fa.name]).toEqual(['Soran Moradi', 'سوران مرادی']);
  expect(en.sections.map(({ part }) => part)).toEqual(['summary', 'training', 'posts', 'procedures', 'publications', 'languages', 'certificates']);
  for (const l of ['en', 'fa']) {
    const { raw } = await hand('soran').get(`/api/me/cv/pdf?lang=${l}`);
    expect([raw.statusCode, raw.headers['content-type'], raw.rawPayload.subarray(0, 5).toString()]).toEqual([200, 'application/pdf', '%PDF-']);
  }
});

// The rules of jsonresume.org's schema 1.0.0 for what a CV here can hold: dates, addresses, and the types of every field.
const date = z.string().regex(/^([1-2][0-9]{3}-[0-1][0-9]-[0-3][0-9]|[1-2][0-9]{3}-[0-1][0-9]|[1-2][0-9]{3})$/);
const text = z.string();
const resume = z.strictObject({
  $schema: z.url(), meta: z.looseObject({ version: text }),
  basics: z.strictObject({ name: text, label: text.optional(), summary: text.optional(), location: z.strictObject({ city: text, countryCode: text }).partial().optional(), profiles: z.array(z.strictObject({ network: text, username: text, url: z.url() })).optional() }),
  work: z.array(z.strictObject({ name: text, position: text, startDate: date, endDate: date }).partial()).optional(),
  education: z.array(z.strictObject({ institution: text, area: text, studyType: text, startDate: date, endDate: date }).partial()).optional(),
  certificates: z.array(z.strictObject({ name: text, issuer: text, date }).partial()).optional(),
  publications: z.array(z.strictObject({ name: text, publisher: text, releaseDate: date, url: z.url(), summary: text }).partial()).optional(),
  skills: z.array(z.strictObject({ name: text, level: text, keywords: z.array(text) }).partial()).optional(),
  languages: z.array(z.strictObject({ language: text, fluency: text }).partial()).optional(),
});

test('JSON Resume is valid by its schema, for a full CV, an odd one and an empty one', async () => {
  await save('daniel', { training: [{ id: node.newId(), kind: 'course', titleEn: '', titleFa: '', placeEn: '', placeFa: '', from: 'long ago', to: '۱۴۰۲/۱۳' }] });
  for (const who of ['soran', 'daniel', 'omid', 'nasrin'] as const) {
    const { raw } = await hand(who).get('/api/me/cv/json');
    expect(resume.safeParse(raw.json()).error?.issues ?? [], who).toEqual([]);
    expect(raw.headers['content-disposition']).toContain('resume.json');
  }
  expect((await hand('soran').get<{ education: object[] }>('/api/me/cv/json')).body.education[0]).toMatchObject({ startDate: '2024-09', studyType: 'Fellowship' });
});

test('the evidence card keeps three kinds apart and counts no question with a hidden name', async () => {
  const before = (await hand('soran').get('/api/me/evidence')).body;
  expect(before).toMatchObject({ declared: { procedures: 7, publications: 2, fromFiles: 0 }, attested: [{ layer: 'document' }, { layer: 'vouched', by: { nameEn: 'Hossein Mousavi' } }], earned: { opinions: 0, asked: 0 } });
  const { aCase } = await import('#world/build.ts');
  await aCase(node.world, { asker: 'soran', hidden: true });
  expect((await hand('soran').get('/api/me/evidence')).body).toEqual(before);
  await aCase(node.world, { asker: 'soran' });
  expect((await hand('soran').get('/api/me/evidence')).body).toMatchObject({ earned: { asked: 1, askedClosed: 0 } });
  expect(JSON.stringify(before)).not.toMatch(/score|rank/i);
});
