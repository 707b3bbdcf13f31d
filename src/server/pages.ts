// Pages over HTTP: every screen's data comes through the node's own documented API, asked with the reader's cookies.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { House } from './house.ts';
import { faultName, sendRefusal } from './problem.ts';
import { refuse } from '#kernel/result.ts';

type Locale = 'en' | 'fa';
type Answer = { ok: true; value: unknown } | { ok: false; family: string; code: string; params: Record<string, string | number>; fault?: string };
type Assets = { entry: string; styles: string[]; scripts: string[]; later: string[] };
type Asked = {
  path: string; search: string; l: Locale; theme: string | undefined; timeZone: string; now: Date; me: unknown;
  get(path: string): Promise<Answer>; assetsOf(file: string | undefined): Assets; refused?: Answer;
};
/** What src/entry/pages.tsx exports, built for Node. */
type Pages = {
  makePage(asked: Asked): Promise<{ go: string } | { status: number; html: string }>;
  pagePaths(): readonly string[];
  safeBack(back: string | undefined): string;
  sentenceOf(refusal: { code: string; params: Record<string, string | number> }): Promise<{ en: string; fa: string } | undefined>;
};
/** What the build has for one view; `face` is the style sheet with the face of Persian text. */
type Files = { entry: string; styles: string[]; scripts: string[]; face: string | undefined };
type Manifest = Record<string, { file: string; css?: string[]; imports?: string[]; isEntry?: boolean }>;

const root = join(import.meta.dirname, '../..');
const ENTRY = 'src/entry/web.tsx';
const FACE = 'src/web/styles/face.css';
const YEAR_S = 31_536_000;
const ANY_ACCEPT = 'application/json';

/** Routes of all pages, the switches of language and light, and the built files. Throws when the pages were not built. */
export const openPages = async (app: FastifyInstance, house: House, built = { dist: join(root, 'dist'), pages: join(root, 'dist-pages/pages.js') }): Promise<void> => {
  if (!existsSync(built.pages)) throw new Error('The pages are not built. Run: npx node scripts/build.ts');
  const pages = (await import(pathToFileURL(built.pages).href)) as Pages;
  const filesOf = filesIn(JSON.parse(readFileSync(join(built.dist, '.vite/manifest.json'), 'utf8')) as Manifest);
  await serveFiles(app, built.dist);

  const send = async (request: FastifyRequest, reply: FastifyReply, refused?: Answer): Promise<FastifyReply> => {
    const get = askAs(app, request, reply);
    const me = await get('/api/me');
    const [path = '/', search = ''] = splitUrl(request.url);
    const made = await pages.makePage({
      path, search, ...preferences(request), now: house.clock.now(), get, assetsOf: (file) => withFace(filesOf(file), request.cookies.face === '1'),
      me: me.ok ? me.value : { person: null, demo: house.mode === 'demo', node: { nameEn: '', nameFa: '' }, unread: 0, mailWorks: false, openSignUp: false },
      ...(refused ? { refused } : me.ok ? {} : { refused: me }),
    });
    reply.header('cache-control', 'no-store').header('vary', 'Cookie, Accept-Language');
    return 'go' in made ? reply.redirect(made.go, 303) : reply.code(made.status).type('text/html; charset=utf-8').send(made.html);
  };

  /** A fault while making a page is shown as a page with its name; the rest of the node goes on. */
  const show = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    try {
      return await send(request, reply);
    } catch (error) {
      const fault = faultName(house.random.bytes(4));
      house.log('fault', 'fault', { fault, route: request.routeOptions.url ?? '(page)', where: String((error as Error).stack).split('\n').slice(1, 4).join(' < ').replace(/\/[^ ]*\/(src|dist-pages|node_modules)\//g, '$1/') });
      if (process.env.HAMDEL_SHOW_FAULTS === '1') process.stderr.write(`${fault} ${(error as Error).stack}\n`);
      return send(request, reply, { ok: false, family: 'fault', code: 'web.fault', params: { fault }, fault });
    }
  };

  for (const path of pages.pagePaths()) app.get(path, { schema: { hide: true } }, show);
  switches(app, pages.safeBack);
  sayings(app, pages.sentenceOf);
  app.setNotFoundHandler(async (request, reply) =>
    request.method === 'GET' && !request.url.startsWith('/api/') && (request.headers.accept ?? '').includes('text/html')
      ? show(request, reply)
      : sendRefusal(reply, refuse('not-found', 'web.notFound')));
};

/** Asks the node itself, as this reader. A cookie that the answer sets (the session slides) goes on to the browser. */
const askAs = (app: FastifyInstance, request: FastifyRequest, reply: FastifyReply) => async (path: string): Promise<Answer> => {
  const { cookie, 'accept-language': languages, host, 'x-forwarded-proto': proto, 'user-agent': agent } = request.headers;
  const headers = Object.fromEntries(Object.entries({ cookie, 'accept-language': languages, host, 'x-forwarded-proto': proto, 'user-agent': agent, accept: ANY_ACCEPT }).filter(([, value]) => value !== undefined)) as Record<string, string>;
  const answer = await app.inject({ method: 'GET', url: path, headers, remoteAddress: request.ip });
  const set = answer.headers['set-cookie'];
  if (set !== undefined) reply.header('set-cookie', set);
  const body = answer.body === '' ? undefined : (JSON.parse(answer.body) as unknown);
  return answer.statusCode < 300 ? { ok: true, value: body } : { ...(body as Answer & { ok: false }), ok: false };
};

const preferences = (request: FastifyRequest): { l: Locale; theme: string | undefined; timeZone: string } => {
  const { lang, theme, tz } = request.cookies;
  const l = lang === 'fa' || lang === 'en' ? lang : preferred(request.headers['accept-language']);
  return { l, theme: theme !== undefined && ['day', 'dark', 'lab'].includes(theme) ? theme : undefined, timeZone: knownZone(tz) ?? (l === 'fa' ? 'Asia/Tehran' : 'UTC') };
};

/** Persian when Accept-Language names it before English; English else. */
const preferred = (header: string | undefined): Locale => {
  const wishes = (header ?? '').split(',').map((part) => {
    const [tag = '', q = ''] = part.trim().split(';');
    return { tag: tag.slice(0, 2).toLowerCase(), q: q.trim().startsWith('q=') ? Number(q.trim().slice(2)) : 1 };
  }).filter(({ tag }) => tag === 'fa' || tag === 'en').sort((a, b) => b.q - a.q);
  return wishes[0]?.tag === 'fa' ? 'fa' : 'en';
};

const knownZone = (zone: string | undefined): string | undefined => {
  if (zone === undefined || zone.length > 60) return undefined;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
};

const splitUrl = (url: string): [string, string] => {
  const at = url.indexOf('?');
  return at < 0 ? [url, ''] : [url.slice(0, at), url.slice(at)];
};

/** Language and light as plain links, so that they work without script: a cookie and back. */
const switches = (app: FastifyInstance, safeBack: Pages['safeBack']): void => {
  const choices = { lang: ['en', 'fa'], theme: ['day', 'dark', 'lab'] } as const;
  for (const [name, values] of Object.entries(choices)) {
    app.get(`/${name}/:value`, { schema: { hide: true } }, async (request, reply) => {
      const { value } = request.params as { value: string };
      const back = safeBack((request.query as { back?: string }).back);
      if ((values as readonly string[]).includes(value)) reply.setCookie(name, value, { path: '/', maxAge: YEAR_S, sameSite: 'lax' });
      return reply.redirect(back, 303);
    });
  }
};

/** The sentence of a refusal's code in both languages, so that no page carries the words of all features. */
const sayings = (app: FastifyInstance, sentenceOf: Pages['sentenceOf']): void => {
  app.post('/say', { schema: { hide: true }, bodyLimit: 4096 }, async (request, reply) => {
    const { code, params } = (request.body ?? {}) as { code?: unknown; params?: unknown };
    const isRecord = typeof params === 'object' && params !== null && Object.values(params).every((value) => typeof value === 'string' || typeof value === 'number');
    const said = typeof code === 'string' && code.length < 80 && isRecord ? await sentenceOf({ code, params: params as Record<string, string | number> }) : undefined;
    return said === undefined ? sendRefusal(reply, refuse('not-found', 'web.notFound')) : said;
  });
};

/** The files a view needs at once, from the build's manifest: the entry, the view's chunk and all they import. */
const filesIn = (manifest: Manifest) => {
  const known = new Map<string, Files>();
  const face = manifest[FACE]?.file;
  const walk = (key: string, files: Set<string>, styles: Set<string>): void => {
    const part = manifest[key];
    if (part === undefined || files.has(part.file)) return;
    files.add(part.file);
    for (const css of part.css ?? []) styles.add(css);
    for (const next of part.imports ?? []) walk(next, files, styles);
  };
  return (file = ''): Files => {
    const found = known.get(file);
    if (found) return found;
    const [files, styles] = [new Set<string>(), new Set<string>()];
    for (const key of [ENTRY, file]) walk(key, files, styles);
    const entry = manifest[ENTRY]?.file ?? '';
    files.delete(entry);
    const assets = { entry, styles: [...styles], scripts: [...files], face };
    known.set(file, assets);
    return assets;
  };
};

/** A browser that has the face gets it with the document, so that no text jumps; another gets it last, so that reading does not wait. */
const withFace = ({ face, styles, ...files }: Files, has: boolean): Assets => {
  const faces = face === undefined ? [] : [face];
  return { ...files, styles: has ? [...faces, ...styles] : styles, later: has ? [] : faces };
};

/** Hashed files for ever; the worker's script, the manifest and the marks are asked again each time. */
const serveFiles = async (app: FastifyInstance, dist: string): Promise<void> => {
  await app.register(fastifyStatic, {
    root: dist, wildcard: false, index: false, cacheControl: false, preCompressed: true,
    globIgnore: ['**/.vite/**', '**/*.br'],
    setHeaders: (reply, path) => {
      reply.header('cache-control', path.includes(`${join(dist, 'assets')}`) ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
};
