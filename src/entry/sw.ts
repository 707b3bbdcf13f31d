// The service worker: our own files at once, what was read last when the network is away, small pictures within a limit.
// Everything that belongs to a person lies in caches named `hamdel-own-…`, deleted when the person signs out.
/// <reference lib="webworker" />

const worker = globalThis as unknown as ServiceWorkerGlobalScope;

const SHELL = 'hamdel-shell';
const PAGES = 'hamdel-own-pages';
const ANSWERS = 'hamdel-own-answers';
const PICTURES = 'hamdel-own-pictures';

const PAGES_KEPT = 40;
const ANSWERS_KEPT = 200;
const PICTURE_BYTES = 60_000_000;
// A full film is not kept: previews (T0, T1) are far smaller.
const PICTURE_MOST = 1_500_000;
// On a thin link a late answer beats a kept one; longer than this the kept one is shown.
const PATIENCE_MS = 8000;

worker.addEventListener('install', () => void worker.skipWaiting());
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()));
worker.addEventListener('message', (event) => {
  if ((event.data as { kind?: string } | null)?.kind === 'forget') event.waitUntil(forget());
});

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== worker.location.origin) return;
  if (url.pathname.startsWith('/assets/')) event.respondWith(fromShell(request));
  else if (request.mode === 'navigate') event.respondWith(page(event));
  else if (url.pathname.startsWith('/api/objects/')) {
    if (!request.headers.has('range')) event.respondWith(picture(event));
  } else if (url.pathname.startsWith('/api/') && url.pathname !== '/api/live' && request.headers.get('accept') === 'application/json') event.respondWith(answer(event));
});

const forget = async (): Promise<void> => {
  for (const name of await caches.keys()) if (name.startsWith('hamdel-own-')) await caches.delete(name);
};

/** Hashed files never change: the first copy serves for ever. */
const fromShell = async (request: Request): Promise<Response> => {
  const cache = await caches.open(SHELL);
  const kept = await cache.match(request);
  if (kept !== undefined) return kept;
  const response = await fetch(request);
  if (response.ok) await cache.put(request, response.clone());
  return response;
};

const page = async (event: FetchEvent): Promise<Response> => {
  // Preferences and sign-in pages change something or belong to nobody.
  if (/^\/(lang|theme|sign-in|join)(\/|$)/.test(new URL(event.request.url).pathname)) return fetch(event.request);
  const fresh = await inTime(fetch(event.request));
  if (fresh !== undefined) {
    if (fresh.status === 200 && !fresh.redirected) event.waitUntil(keep(PAGES, event.request, fresh.clone(), PAGES_KEPT));
    return fresh;
  }
  const cache = await caches.open(PAGES);
  const same = await cache.match(event.request);
  // A page reached by a tap inside has no document of its own here: the frame of the last one serves, and the page is made from kept answers.
  const kept = same ?? (await lastOf(cache));
  if (kept === undefined) return fetch(event.request);
  // The document says itself as of when it is: script and style read it there.
  const marks = `${same === undefined ? 'data-shell ' : ''}data-as-of="${kept.headers.get('x-hamdel-kept') ?? ''}"`;
  const html = (await kept.text()).replace('<html ', `<html ${marks} `);
  return new Response(html, { headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': kept.headers.get('content-security-policy') ?? "default-src 'self'" } });
};

const lastOf = async (cache: Cache): Promise<Response | undefined> => {
  const last = (await cache.keys()).at(-1);
  return last === undefined ? undefined : cache.match(last);
};

const answer = async (event: FetchEvent): Promise<Response> => {
  const fresh = await inTime(fetch(event.request));
  if (fresh !== undefined) {
    if (fresh.status === 200) event.waitUntil(keep(ANSWERS, event.request, fresh.clone(), ANSWERS_KEPT));
    return fresh;
  }
  const kept = await caches.open(ANSWERS).then((cache) => cache.match(event.request));
  if (kept === undefined) return fetch(event.request);
  return new Response(kept.body, { status: 200, headers: { 'content-type': 'application/json', 'x-hamdel-as-of': kept.headers.get('x-hamdel-kept') ?? '' } });
};

const picture = async (event: FetchEvent): Promise<Response> => {
  const cache = await caches.open(PICTURES);
  const kept = await cache.match(event.request);
  if (kept !== undefined) return kept;
  const response = await fetch(event.request);
  const size = Number(response.headers.get('content-length') ?? Number.POSITIVE_INFINITY);
  const isPicture = /^(image|video)\//.test(response.headers.get('content-type') ?? '');
  if (response.status === 200 && isPicture && size <= PICTURE_MOST) event.waitUntil(cache.put(event.request, response.clone()).then(() => trimPictures(cache)));
  return response;
};

/** The answer, or undefined when the network is away or slower than patience. */
const inTime = (asked: Promise<Response>): Promise<Response | undefined> =>
  new Promise((done) => {
    const timer = setTimeout(() => done(undefined), PATIENCE_MS);
    asked.then((response) => done(response.status === 503 || response.status === 502 || response.status === 504 ? undefined : response), () => done(undefined)).finally(() => clearTimeout(timer));
  });

const keep = async (name: string, request: Request, response: Response, most: number): Promise<void> => {
  const headers = new Headers(response.headers);
  headers.set('x-hamdel-kept', new Date().toISOString());
  headers.delete('set-cookie');
  // The body is stored as it is read, already decompressed.
  headers.delete('content-encoding');
  const cache = await caches.open(name);
  await cache.delete(request);
  await cache.put(request, new Response(await response.blob(), { status: response.status, headers }));
  const keys = await cache.keys();
  for (const old of keys.slice(0, Math.max(0, keys.length - most))) await cache.delete(old);
};

/** Oldest first until what is left fits. */
const trimPictures = async (cache: Cache): Promise<void> => {
  const keys = await cache.keys();
  const sizes = await Promise.all(keys.map(async (key) => Number((await cache.match(key))?.headers.get('content-length') ?? 0)));
  let all = sizes.reduce((sum, size) => sum + size, 0);
  for (const [i, key] of keys.entries()) {
    if (all <= PICTURE_BYTES) return;
    await cache.delete(key);
    all -= sizes[i] ?? 0;
  }
};
