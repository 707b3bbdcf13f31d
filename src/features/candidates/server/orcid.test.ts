import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { orcidWorks } from './orcid.ts';

// In the form of the public API 3.0: groups of summaries that mean one work.
const answer = {
  group: [
    { 'work-summary': [{ title: { title: { value: 'Retrograde <i>CTO</i>' } }, 'journal-title': { value: 'EuroIntervention' }, 'publication-date': { year: { value: '2024' } }, 'external-ids': { 'external-id': [{ 'external-id-type': 'doi', 'external-id-value': '10.1000/x' }] } }, { title: { title: { value: 'the same, told by another source' } } }] },
    { 'work-summary': [{ title: null }] },
    { 'work-summary': [{ title: { title: { value: 'بازکردن CTO' } }, 'journal-title': null, 'publication-date': null }] },
  ],
};

let server: Server;
let say: () => { status?: number; body: string };
beforeAll(async () => {
  server = createServer((_, reply) => { const { status = 200, body } = say(); reply.writeHead(status, { 'content-type': 'application/json' }).end(body); });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
});
afterAll(() => { server.closeAllConnections(); server.close(); });

let asked = '';
/** ORCID's place is taken by a server of the test; all else is as it is. */
const there: typeof fetch = (address, options) => {
  asked = String(address);
  return fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`, options);
};
const ID = '0000-0002-1825-0097';

test('one work of each group is read, with what the summary tells and without marks', async () => {
  say = () => ({ body: JSON.stringify(answer) });
  expect(await orcidWorks(ID, there)).toMatchObject({ ok: true, value: [
    { title: 'Retrograde CTO', journal: 'EuroIntervention', year: '2024', doi: '10.1000/x', source: 'orcid' }, { title: 'بازکردن CTO', journal: '', year: '', doi: '', source: 'orcid' },
  ] });
  expect(asked).toBe(`https://pub.orcid.org/v3.0/${ID}/works`);
});

test('nothing public, no answer, a strange answer and an endless one each end in a sentence', async () => {
  const code = async () => { const result = await orcidWorks(ID, there); return result.ok ? 'ok' : result.code; };
  say = () => ({ body: '{"group":[]}' });
  expect(await code()).toBe('candidates.orcidNothing');
  say = () => ({ status: 500, body: 'x' });
  expect(await code()).toBe('candidates.orcidNothing');
  say = () => ({ body: '<html>' });
  expect(await code()).toBe('candidates.orcidAway');
  say = () => ({ body: `"${'x'.repeat(5_000_000)}"` });
  expect(await code()).toBe('candidates.orcidNothing');
  const away = await orcidWorks(ID, () => Promise.reject(new Error('no network')));
  expect(away).toMatchObject({ family: 'offline', code: 'candidates.orcidAway' });
  expect(await orcidWorks('', there)).toMatchObject({ code: 'candidates.orcidMissing' });
});
