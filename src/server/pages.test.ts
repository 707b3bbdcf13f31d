import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { steppedClock } from '#kernel/clock.ts';
import { seededRandom } from '#kernel/random.ts';
import type { House } from './house.ts';
import { openHttp } from './http.ts';
import { openPages } from './pages.ts';

// The built pages over the real HTTP server, with one door: who looks. The database is not needed to look at a frame.
const root = join(import.meta.dirname, '../..');
const built = existsSync(join(root, 'dist-pages/pages.js')) && existsSync(join(root, 'dist/.vite/manifest.json'));
if (!built) console.warn('Skipped: the pages are not built. ./hamdel test builds them; by hand: npx node scripts/build.ts');
const page = test.skipIf(!built);

const person = { id: '0190aaaa-0000-7000-8000-000000000001', nameEn: 'Mina </script>', nameFa: 'مینا کریمی', initialsEn: 'MK', initialsFa: 'مک', roles: [], verified: true, seesCases: true, layer: 'document' };
let app: Awaited<ReturnType<typeof openHttp>>;

beforeAll(async () => {
  if (!built) return;
  const house = { mode: 'demo', origin: 'http://127.0.0.1:1', clock: steppedClock('2026-11-22T08:00:00Z'), random: seededRandom(7), log: () => {} } as unknown as House;
  app = await openHttp(house, async () => null);
  app.get('/api/me', async (request, reply) => {
    if (request.cookies.who === 'slides') reply.header('set-cookie', 'session=next; Path=/');
    return { person: request.cookies.who ? person : null, demo: true, node: { nameEn: 'Ahvaz', nameFa: 'اهواز' }, unread: 0, mailWorks: false, openSignUp: false };
  });
  await openPages(app, house);
});
afterAll(async () => { if (built) await app.close(); });

const get = (url: string, headers: Record<string, string> = {}) => app.inject({ url, headers: { accept: 'text/html', ...headers } });

page('a stranger gets the landing in the language of the browser, right to left for Persian, readable without script', async () => {
  const fa = await get('/', { 'accept-language': 'de, fa;q=0.9, en;q=0.5' });
  expect(fa.statusCode).toBe(200);
  expect(fa.body).toContain('<html lang="fa" dir="rtl">');
  expect(fa.body).toContain('پیش از تصمیم، یک نگاه دیگر');
  const en = await get('/', { 'accept-language': 'de' });
  expect(en.body).toContain('<html lang="en" dir="ltr">');
  expect((await get('/', { 'accept-language': 'fa', cookie: 'lang=en; theme=lab' })).body).toContain('<html lang="en" dir="ltr" data-theme="lab">');
});

page('a page holds no inline script and no inline style, and its data cannot end its element', async () => {
  const { body, headers } = await get('/unsent', { cookie: 'who=mina' });
  expect(body).not.toMatch(/\sstyle=/);
  expect(body.match(/<script(?![^>]*(?:src=|type="application\/json"))/g)).toBeNull();
  expect(body.split('id="data">')[1]?.split('</script>')[0]).toContain('Mina \\u003c/script>');
  expect(headers['content-security-policy']).toContain("script-src 'self'; style-src 'self'");
  expect(headers['cache-control']).toBe('no-store');
});

page('who is not signed in goes to sign-in and back; what is nowhere is said so in words, with 404', async () => {
  expect((await get('/unsent?x=1')).headers.location).toBe('/sign-in?back=%2Funsent%3Fx%3D1');
  const nowhere = await get('/no/such/page', { cookie: 'lang=fa' });
  expect(nowhere.statusCode).toBe(404);
  expect(nowhere.body).toContain('در این نشانی چیزی نیست');
  expect((await get('/api/nothing')).headers['content-type']).toContain('application/problem+json');
});

page('language and light are plain links that lead back into this site only', async () => {
  const fa = await get('/lang/fa?back=/cases?list=asked');
  expect([fa.statusCode, fa.headers.location, fa.headers['set-cookie']]).toEqual([303, '/cases?list=asked', expect.stringContaining('lang=fa')]);
  expect((await get('/theme/dark?back=//evil.test')).headers.location).toBe('/');
  expect((await get('/theme/plaid')).headers['set-cookie']).toBeUndefined();
});

page('a session that slides on reaches the browser through the page', async () => {
  expect((await get('/unsent', { cookie: 'who=slides' })).headers['set-cookie']).toBe('session=next; Path=/');
});

page('a refusal’s sentence is given in both languages, and an unknown code gets none', async () => {
  const say = (payload: object) => app.inject({ method: 'POST', url: '/say', payload });
  expect((await say({ code: 'web.stale', params: {} })).json()).toEqual({
    en: 'A newer version was saved elsewhere. Yours is kept; compare the two.',
    fa: 'نسخهٔ تازه‌تری جای دیگری ذخیره شده است. نوشتهٔ شما محفوظ است؛ هر دو را کنار هم ببینید.',
  });
  for (const code of ['web.constructor', '../web.stale', 'nobody.knows', 7]) expect((await say({ code, params: {} })).statusCode).toBe(404);
});

page('each page’s own script is in the build, and hashed files are kept for ever', async () => {
  const manifest = JSON.parse(readFileSync(join(root, 'dist/.vite/manifest.json'), 'utf8')) as Record<string, { file: string }>;
  const { pageFiles } = (await import(join(root, 'dist-pages/pages.js'))) as { pageFiles(): readonly string[] };
  expect(pageFiles().filter((file) => manifest[file] === undefined)).toEqual([]);
  const asset = await get(`/${manifest['src/entry/web.tsx']?.file}`);
  expect([asset.statusCode, asset.headers['cache-control']]).toEqual([200, 'public, max-age=31536000, immutable']);
  expect((await get('/sw.js')).headers['cache-control']).toBe('no-cache');
});
