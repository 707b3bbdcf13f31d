// From an empty node to a verified colleague, in a browser: the first steward, an invitation, a profile saved as typed, a checked document,
// a password with its second factor, a passkey; in both languages, on a phone and on a desk.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Secret, TOTP } from 'otpauth';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeStewardCode } from '#features/stewardship/server/door.ts';
import { secureRandom } from '#server/random.ts';
import { cloneDatabase, type TestDatabase } from '#world/database.ts';
import { openHouse } from '../../src/entry/house.ts';
import { type RunningServer, startServer } from '../../src/entry/server.ts';
import { freePort } from '../../src/entry/cli/ports.ts';
import { launchBrowser, type Visit, visit } from './browser.ts';
import { faultsOf } from './soundness.ts';

const clock = { now: () => new Date() };
let browser: Browser;
let server: RunningServer;
let database: TestDatabase;
let dataDir: string;
let baseURL: string;

beforeAll(async () => {
  database = await cloneDatabase();
  dataDir = await mkdtemp(join(tmpdir(), 'hamdel-accounts-'));
  const port = (await freePort(4600)) ?? 4600;
  // Passkeys want a name and not a number.
  baseURL = `http://localhost:${port}`;
  server = await startServer({ ...database, dataDir, port, host: '127.0.0.1', origin: baseURL, mode: 'up', clock, random: secureRandom });
  browser = await launchBrowser();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await server?.close();
  await database?.drop();
  await rm(dataDir, { recursive: true, force: true });
});

const seen: Visit[] = [];
const faults = new Set<string>();
const open = async (options: { screen: 'phone' | 'desk'; lang: 'en' | 'fa' }): Promise<Page> => {
  const one = await visit(browser, { ...options, baseURL });
  seen.push(one);
  return one.page;
};
/** Goes where the page has been taken over by its script: what is tapped before would be a plain form. */
const go = async (page: Page, path: string): Promise<void> => {
  await page.goto(path);
  await page.locator('html[data-ready]').waitFor({ state: 'attached' });
};
const sound = async (page: Page): Promise<void> => {
  const lang = (await page.locator('html').getAttribute('lang')) === 'fa' ? 'fa' : 'en';
  for (const fault of await faultsOf(page, { lang })) faults.add(`${lang} ${new URL(page.url()).pathname.replace(/[0-9A-Z-]{14}|[0-9a-f-]{36}/, ':id')}: ${fault}`);
};

let steward: Page;
let doctor: Page;

test('the code of the terminal makes the first steward, in Persian on a phone', { timeout: 60_000 }, async () => {
  const house = openHouse({ databaseUrl: database.databaseUrl, dataDir, origin: baseURL, mode: 'up', clock, random: secureRandom });
  const { link } = await makeStewardCode(house);
  await house.db.close();
  steward = await open({ screen: 'phone', lang: 'fa' });
  await go(steward, link);
  await sound(steward);
  await steward.getByLabel('ایمیل').fill('shirin@example.org');
  await steward.getByLabel('نام به فارسی').fill('شیرین');
  await steward.getByLabel('نام خانوادگی به فارسی').fill('راد');
  await steward.getByRole('button', { name: 'شروع به کار مدیر سامانه' }).click();
  await steward.waitForURL('**/steward');
  await steward.getByText('اکنون کسی در انتظار تأیید نیست.').waitFor();
  await sound(steward);
});

test('an invitation is shown once, and its link lets one doctor join, in English on a desk', { timeout: 60_000 }, async () => {
  await go(steward, '/steward/invitations');
  await steward.getByLabel('برای چه کسی').fill('از تبریز');
  await steward.getByRole('button', { name: 'ساختن دعوت‌نامه' }).click();
  await steward.getByRole('heading', { name: 'فقط یک بار نمایش داده می‌شود' }).waitFor();
  await sound(steward);
  const link = (await steward.locator('.address').textContent()) ?? '';
  doctor = await open({ screen: 'desk', lang: 'en' });
  await go(doctor, link);
  await doctor.getByText('شیرین راد').waitFor();
  await sound(doctor);
  await doctor.getByLabel('E-mail').fill('mina@example.org');
  await doctor.getByLabel('Given name, Latin letters').fill('Mina');
  await doctor.getByLabel('Family name, Latin letters').fill('Karimi');
  await doctor.getByRole('button', { name: 'Join' }).click();
  await doctor.waitForURL('**/me');
  await doctor.getByRole('heading', { name: 'You are not verified yet' }).waitFor();
  await sound(doctor);
  const second = await open({ screen: 'phone', lang: 'fa' });
  await go(second, link);
  await second.getByText('از این دعوت‌نامه پیش‌تر استفاده شده است.').waitFor();
});

test('the profile is saved as typed and stands after a reload, with a new institution in a new city', { timeout: 90_000 }, async () => {
  await doctor.getByLabel('In your own words').fill('CTO پس از یک تلاش ناموفق');
  await doctor.getByLabel('Add a field').selectOption('cor.cto.retro');
  await doctor.getByRole('radio', { name: 'asked by colleagues' }).check();
  await doctor.getByLabel('Cases a year').fill('۶۰');
  await doctor.getByRole('button', { name: 'Add this field' }).click();
  await doctor.getByLabel('Authority').fill('سازمان نظام پزشکی');
  await doctor.getByLabel('Number', { exact: true }).fill('98765');
  await doctor.getByRole('button', { name: 'Add the licence' }).click();
  await doctor.getByLabel('ORCID iD').fill('0000-0002-1825-0097');
  await doctor.getByRole('button', { name: 'It is not in the list: add it' }).click();
  await doctor.getByLabel('Name of the institution, English').fill('Aras Heart Hospital');
  await doctor.getByLabel('Name of the institution, Persian').fill('بیمارستان قلب ارس');
  await doctor.getByRole('button', { name: 'The city is not in the list: add it' }).click();
  await doctor.getByLabel('City, English').fill('Tabriz');
  await doctor.getByLabel('City, Persian').fill('تبریز');
  await doctor.getByRole('button', { name: 'Add the city' }).click();
  await doctor.getByRole('button', { name: 'Add the institution' }).click();
  await doctor.getByText('Aras Heart Hospital, Tabriz').waitFor();
  await doctor.getByText(/^Saved \d/).waitFor();
  await doctor.waitForTimeout(1200);
  await go(doctor, doctor.url());
  expect(await doctor.getByLabel('In your own words').inputValue()).toBe('CTO پس از یک تلاش ناموفق');
  expect(await doctor.getByLabel('In your own words').getAttribute('dir')).toBe('rtl');
  expect(await doctor.getByLabel('ORCID iD').inputValue()).toBe('0000-0002-1825-0097');
  const text = (await doctor.locator('main').innerText()).replace(/\s+/g, ' ');
  for (const kept of ['Aras Heart Hospital, Tabriz', 'CTO – retrograde', '60', '98765']) expect(text).toContain(kept);
  await sound(doctor);
});

test('the unverified see no colleague; a document checked by the steward opens the node', { timeout: 60_000 }, async () => {
  await go(doctor, '/people');
  await doctor.getByText('Colleagues appear here once you are verified.').waitFor();
  await go(steward, '/steward');
  await steward.getByText('98765').waitFor();
  await sound(steward);
  await steward.getByLabel('چه دیدید').fill('کارت نظام پزشکی');
  await steward.getByRole('button', { name: 'مدرک بررسی شد' }).click();
  await steward.getByText('اکنون کسی در انتظار تأیید نیست.').waitFor();
  await go(doctor, doctor.url());
  await doctor.getByRole('link', { name: 'شیرین راد' }).click();
  await doctor.getByRole('heading', { name: 'What has been checked' }).waitFor();
  await sound(doctor);
  await go(steward, '/people?q=karimi');
  await steward.getByRole('link', { name: 'Mina Karimi' }).click();
  await steward.getByText('مدرک بررسی شد').waitFor();
  await sound(steward);
});

test('a password is set up with its second factor and signs in again; the codes are shown once', { timeout: 60_000 }, async () => {
  await go(doctor, '/me/devices');
  await sound(doctor);
  await doctor.getByRole('button', { name: 'Set up' }).click();
  await doctor.getByLabel('New password').fill('short');
  await doctor.getByRole('button', { name: 'Go on' }).click();
  await doctor.getByText('Ten signs or more, please.').waitFor();
  expect(await doctor.getByLabel('New password').inputValue()).toBe('short');
  await doctor.getByLabel('New password').fill('four wires and a balloon');
  await doctor.getByRole('button', { name: 'Go on' }).click();
  const secret = ((await doctor.locator('.code').textContent()) ?? '').replaceAll(' ', '');
  const digits = (steps = 0) => new TOTP({ secret: Secret.fromBase32(secret), algorithm: 'SHA1', digits: 6, period: 30 }).generate({ timestamp: Date.now() + steps * 30_000 });
  await doctor.getByLabel('The six digits it shows now').fill(digits());
  await doctor.getByRole('button', { name: 'Confirm' }).click();
  await doctor.getByRole('heading', { name: 'Recovery codes' }).waitFor();
  expect(await doctor.locator('.codes li').count()).toBe(10);
  await sound(doctor);
  await doctor.getByRole('button', { name: 'I have kept them' }).click();
  await doctor.getByRole('button', { name: 'Sign out', exact: true }).click();
  await doctor.waitForURL(`${baseURL}/`);
  await go(doctor, '/sign-in');
  await sound(doctor);
  await doctor.getByText('With a password and second factor').click();
  const form = doctor.locator('form', { has: doctor.getByLabel('Password', { exact: true }) });
  await form.getByLabel('E-mail').fill('mina@example.org');
  await form.getByLabel('Password', { exact: true }).fill('four wires and a balloon');
  await form.getByRole('button', { name: 'Sign in' }).click();
  await form.getByText('Now the six digits').waitFor();
  await form.getByLabel('Six digits').fill(digits(1));
  await form.getByRole('button', { name: 'Sign in' }).click();
  await doctor.waitForURL(`${baseURL}/`);
});

test('a passkey is added and signs in with one press', { timeout: 60_000 }, async () => {
  const cdp = await doctor.context().newCDPSession(doctor);
  await cdp.send('WebAuthn.enable');
  await cdp.send('WebAuthn.addVirtualAuthenticator', { options: { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true } });
  await go(doctor, '/me/devices');
  await doctor.getByRole('button', { name: 'Add a passkey' }).click();
  await doctor.getByText('No passkey yet.').waitFor({ state: 'detached' });
  await doctor.context().clearCookies({ name: '__Host-hamdel' });
  await go(doctor, '/sign-in');
  await doctor.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await doctor.waitForURL(`${baseURL}/`);
  await go(doctor, '/me');
  await doctor.getByRole('heading', { name: 'My profile' }).waitFor();
});

test('all these pages are sound in their language and at their size, and none complained', { timeout: 90_000 }, async () => {
  for (const path of ['/steward/people', '/steward/settings', '/steward/trail', '/people', '/people?waiting=1', '/me', '/me/devices']) {
    await go(steward, path);
    await sound(steward);
  }
  expect([...faults]).toEqual([]);
  expect(seen.flatMap(({ complaints }) => complaints).filter((text) => !/status of 4\d\d/.test(text))).toEqual([]);
});
