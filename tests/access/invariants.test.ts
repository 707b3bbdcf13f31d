import { afterAll, beforeAll, expect, test } from 'vitest';
import { startNode, type TestNode } from '../world/node.ts';

let node: TestNode;
beforeAll(async () => { node = await startNode({ seed: 3 }); });
afterAll(() => node.close());

const policyOf = async (url: string): Promise<string> => String((await node.app.inject({ url })).headers['content-security-policy']);

test('every case carries an audience from the closed list, the narrowest when nobody chose', async () => {
  const columns = await node.sql<{ default: string; nullable: string }>(`select column_default as default, is_nullable as nullable from information_schema.columns where table_schema = 'app' and table_name = 'cases' and column_name = 'audience'`);
  expect(columns).toEqual([{ default: "'people'::text", nullable: 'NO' }]);
  const insert = (audience: string) => node.sql('insert into app.cases (id, lang, audience, started_at, edited_at) values (gen_random_uuid(), $1, $2, now(), now()) returning audience', ['en', audience]);
  await expect(insert('everyone')).rejects.toThrow(/audience/);
  await expect(insert('node')).resolves.toEqual([{ audience: 'node' }]);
});

// What a person may take back for good: own lists of a profile, whom they keep away from or look out for, proposals nobody answered, what waits in their quarantine, what they put on
// a shortlist or let be read, and the draft that has become an opinion. Everything else gets a row that says when and by whom.
const deletable = [
  'absences', 'arrivals', 'avoidances', 'blocks', 'contact_hashes', 'declared_genders', 'expertise', 'hirers', 'licences', 'meeting_keys', 'mutes', 'opinion_drafts', 'passports', 'reference_openings', 'shortlists',
  'sponsorship_goals', 'sponsorship_reminders', 'sponsorships', 'tie_refusals', 'ties',
];

const deletes = (role: string) => node.sql<{ name: string }>(`select table_name as name from information_schema.role_table_grants where table_schema = 'app' and grantee = $1 and privilege_type = 'DELETE' order by 1`, [role]);

test('nothing of a case can be deleted by a person’s request', async () => {
  expect((await deletes('hamdel_app')).map((r) => r.name)).toEqual(deletable);
  await node.sql('grant delete on app.opinions to hamdel_app');
  expect((await deletes('hamdel_app')).map((r) => r.name)).not.toEqual(deletable); // planted: it is seen
  await node.sql('revoke delete on app.opinions from hamdel_app');
});

test('the content policy holds on every answer, and WebAssembly is allowed to the imaging worker’s own file alone', async () => {
  const page = await policyOf('/');
  for (const rule of ["default-src 'none'", "script-src 'self'", "style-src 'self'", "base-uri 'none'", "frame-ancestors 'none'", "require-trusted-types-for 'script'", 'trusted-types hamdel-assets']) expect(page).toContain(rule);
  for (const url of ['/', '/api/me', '/nowhere', '/assets/web-abc.js', '/assets/imaging.worker-abc.css', '/x/imaging.worker-abc.js.html']) expect(await policyOf(url)).not.toMatch(/unsafe/);
  for (const name of ['imaging', 'painting']) expect(await policyOf(`/assets/${name}.worker-AbC_1.js`)).toContain("script-src 'self' 'wasm-unsafe-eval'");
});

test('a write that comes from another site is refused, one from our own page or a program is not', async () => {
  const write = (headers: Record<string, string>) => node.app.inject({ method: 'POST', url: '/api/session/email', payload: { email: 'a@hamdel.example', lang: 'en' }, headers });
  expect((await write({ origin: 'https://elsewhere.example' })).json()).toMatchObject({ code: 'web.otherOrigin' });
  expect((await write({ 'sec-fetch-site': 'cross-site' })).json()).toMatchObject({ code: 'web.otherOrigin' });
  expect((await write({ 'sec-fetch-site': 'same-origin', origin: node.house.origin })).statusCode).toBeLessThan(300);
  expect((await write({})).statusCode).toBeLessThan(300);
});
