import { afterAll, beforeAll, expect, test } from 'vitest';
import { institutionsDoors } from '#features/institutions/server/http.ts';
import { newId } from '#kernel/ids.ts';
import { openPeopleNode, type PeopleNode } from '#world/people-node.ts';
import { peopleDoors } from './http.ts';

let node: PeopleNode;
beforeAll(async () => { node = await openPeopleNode([peopleDoors, institutionsDoors]); });
afterAll(() => node[Symbol.asyncDispose]());

const id = () => newId(node.clock.now(), node.house.random);
type Profile = Record<string, unknown> & { version: number };
/** What a page sends back of what it was given. */
const body = async (browser: { get(url: string): Promise<{ body: unknown }> }, change: Record<string, unknown> = {}) => {
  const { id: _i, verified: _v, institution: _n, city: _c, avoidances, ...rest } = (await browser.get('/api/me/profile')).body as Profile & { avoidances: { personId: string; kind: string }[] };
  return { ...rest, avoidances: avoidances.map(({ personId, kind }) => ({ personId, kind })), ...change };
};

test('a profile is saved whole and read back the same', async () => {
  const other = await node.person();
  const browser = await node.as(await node.person({ layer: 'register' }));
  const cityId = id();
  expect((await browser.post('/api/cities', { id: cityId, nameEn: 'Ahvaz', nameFa: 'اهواز', country: 'IR', timeZone: 'Asia/Tehran' })).status).toBe(200);
  const institutionId = id();
  expect((await browser.post('/api/institutions', { id: institutionId, nameEn: 'Karun Heart Centre', nameFa: 'مرکز قلب کارون', cityId })).status).toBe(200);
  const change = {
    givenEn: 'Omid', familyEn: 'Salehi', givenFa: 'امید', familyFa: 'صالحی', title: 'prof', stage: 'attending', institutionId, cityId, languages: ['fa', 'en', 'fr'], timeZone: 'Asia/Tehran',
    orcid: '0000000218250097', askedAbout: 'CTO پس از یک تلاش ناموفق', weeklyCap: 2, quietFrom: '21:00', quietTo: '07:00',
    licences: [{ id: id(), authority: 'سازمان نظام پزشکی', number: '۱۲۳۴۵', country: 'IR', expiresOn: '2027-03-20' }],
    expertise: [{ concept: 'cor.cto.retro', level: 'reference', casesPerYear: 60 }, { concept: 'cor.lm', level: 'independent', casesPerYear: null }],
    absences: [{ id: id(), fromDay: '2026-12-01', toDay: '2026-12-10' }],
    avoidances: [{ personId: other, kind: 'conflict' }],
  };
  const saved = await browser.put('/api/me/profile', await body(browser, change));
  expect(saved.body).toMatchObject({ version: 2 });
  const read = (await browser.get('/api/me/profile')).body as Profile;
  expect(read).toMatchObject({
    ...change, version: 2, orcid: '0000-0002-1825-0097', verified: true, avoidances: [{ personId: other, kind: 'conflict' }], expertise: expect.arrayContaining(change.expertise),
    institution: { nameFa: 'مرکز قلب کارون' }, city: { nameEn: 'Ahvaz', country: 'IR' },
  });
});

test('a save based on an older version is refused, changes nothing, and names the version there is', async () => {
  const browser = await node.as(await node.person());
  const [phone, desk] = [await body(browser, { askedAbout: 'from the phone' }), await body(browser, { askedAbout: 'from the desk' })];
  expect((await browser.put('/api/me/profile', phone)).status).toBe(200);
  expect((await browser.put('/api/me/profile', desk)).body).toMatchObject({ status: 409, code: 'people.stale', params: { version: 2 } });
  expect((await browser.get('/api/me/profile')).body.askedAbout).toBe('from the phone');
});

test('of two saves at the same moment one is the later and is refused', async () => {
  const browser = await node.as(await node.person());
  const both = [await body(browser, { askedAbout: 'one' }), await body(browser, { askedAbout: 'two' })];
  const statuses = (await Promise.all(both.map((b) => browser.put('/api/me/profile', b)))).map(({ status }) => status).sort();
  expect(statuses).toEqual([200, 409]);
});

test('a repeated save with the same key has one effect', async () => {
  const browser = await node.as(await node.person());
  const payload = await body(browser, { askedAbout: 'once' });
  const send = () => node.app.inject({ method: 'PUT', url: '/api/me/profile', payload, cookies: Object.fromEntries(browser.cookies), headers: { 'idempotency-key': 'profile-key-1' } });
  const [first, second] = [await send(), await send()];
  expect(second.body).toBe(first.body);
  expect((await browser.get('/api/me/profile')).body.version).toBe(2);
});

test('a field that cannot be is named, and the sentence says what is wanted', async () => {
  const browser = await node.as(await node.person());
  const refused = async (change: Record<string, unknown>) => {
    const { code, fields } = (await browser.put('/api/me/profile', await body(browser, change))).body;
    return { code, fields };
  };
  expect(await refused({ orcid: '0000-0002-1825-0098' })).toEqual({ code: 'people.orcidWrong', fields: ['orcid'] });
  expect(await refused({ expertise: [{ concept: 'cor.lm', level: 'independent', casesPerYear: 10 }, { concept: 'no.such', level: 'learning', casesPerYear: null }] })).toEqual({ code: 'people.conceptUnknown', fields: ['expertise.1'] });
  expect(await refused({ expertise: [1, 2].map(() => ({ concept: 'cor.lm', level: 'learning', casesPerYear: null })) })).toMatchObject({ code: 'people.conceptTwice' });
  expect(await refused({ timeZone: 'Asia/Nowhere' })).toEqual({ code: 'people.timeZoneUnknown', fields: ['timeZone'] });
  expect(await refused({ quietFrom: '22:00' })).toEqual({ code: 'web.checkFields', fields: ['quietTo'] });
  expect(await refused({ familyEn: '', familyFa: '', givenEn: 'Only' })).toEqual({ code: 'web.checkFields', fields: ['familyEn'] });
  expect(await refused({ absences: [{ id: id(), fromDay: '2026-12-10', toDay: '2026-12-01' }] })).toEqual({ code: 'web.checkFields', fields: ['absences.0.toDay'] });
  expect((await browser.get('/api/me/profile')).body.version).toBe(1);
});

test('somebody verified as industry cannot take the label off alone, at the door or in the database', async () => {
  const seller = await node.person({ stage: 'industry' });
  const browser = await node.as(seller);
  expect((await browser.put('/api/me/profile', await body(browser, { stage: 'attending' }))).body).toMatchObject({ status: 403, code: 'people.stageBySteward' });
  await expect(node.house.db.asViewer(seller, (tx) => tx.write(`update app.people set stage = 'attending' where id = $1`, [seller]))).rejects.toThrow(/industry/);
  expect((await browser.get('/api/me')).body.person).toMatchObject({ verified: true, seesCases: false });
});

test('a place that is there already is not added twice, however it is spelled', async () => {
  const browser = await node.as(await node.person());
  const city = (await browser.post('/api/cities', { id: id(), nameEn: 'Shiraz', nameFa: 'شیراز', country: 'IR', timeZone: 'Asia/Tehran' })).body as { id: string };
  const again = (await browser.post('/api/cities', { id: id(), nameEn: ' SHIRAZ', nameFa: 'شيراز', country: 'IR', timeZone: 'Asia/Tehran' })).body;
  expect(again.id).toBe(city.id);
  const first = (await browser.post('/api/institutions', { id: id(), nameEn: 'Faghihi Hospital', nameFa: 'بیمارستان فقیهی', cityId: city.id })).body;
  const second = (await browser.post('/api/institutions', { id: id(), nameEn: 'Faghihi  hospital', nameFa: 'بيمارستان فقيهي', cityId: city.id })).body;
  expect(second.id).toBe(first.id);
  for (const typed of ['faghihi', 'فقیهی', 'shiraz', 'بیمارستان']) expect((await browser.get(`/api/institutions?q=${encodeURIComponent(typed)}`)).body, typed).toContainEqual(expect.objectContaining({ id: first.id, cityFa: 'شیراز' }));
});
