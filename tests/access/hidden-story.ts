// A story with a hidden name, told twice with the same seed and clock: the same acts at the same minutes, by one asker or by another.

import { noticesJobs } from '#features/notices/server/jobs.ts';
import { indexDue } from '#features/search/server/indexing.ts';
import { routingJobs } from '#features/routing/server/jobs.ts';
import { after, DAY_MS } from '#kernel/clock.ts';
import type { Id } from '#kernel/ids.ts';
import * as acts from '#world/acts.ts';
import { aCase, anOpinion } from '#world/build.ts';
import type { PersonKey } from '#world/cast.ts';
import { type Hand, startNode, type TestNode } from '#world/node.ts';
import { sampleCase, sampleOpinion } from '#world/sample.ts';

export type Asker = 'maryam' | 'salim';
export type Story = {
  node: TestNode; asker: Asker;
  hidden: Record<'asked' | 'node' | 'withdrawn' | 'ladder', Id>;
  /** Every id that a reader could put into an address. */
  ids: string[];
  people: string[];
  /** Moments at which others than the asker acted: theirs may be exact. */
  othersActed: Set<number>;
  askerActed: Set<number>;
};

const MINUTE = 60_000;
const secret = 'a text that no log may hold';

type Telling = Story & { as(key: PersonKey): Promise<Hand>; turn(who: PersonKey, minutes: number): Promise<Hand> };

const ok = async (answer: Promise<{ status: number; body: unknown }>): Promise<unknown> => {
  const { status, body } = await answer;
  if (status !== 200) throw new Error(`${status} ${JSON.stringify(body)}`);
  return body;
};

/** Somebody's next act, some minutes later and never on the hour. */
const turnOf = (node: TestNode, story: Pick<Story, 'asker' | 'othersActed' | 'askerActed'>) => {
  const hands = new Map<PersonKey, Hand>();
  return async (who: PersonKey, minutes: number): Promise<Hand> => {
    node.clock.step(minutes * MINUTE + 1009);
    if (node.clock.now().getTime() % (60 * MINUTE) < 2 * MINUTE) node.clock.step(3 * MINUTE);
    (who === story.asker ? story.askerActed : story.othersActed).add(node.clock.now().getTime());
    const hand = hands.get(who) ?? await node.as(who);
    hands.set(who, hand);
    return hand;
  };
};

const askAll = async (t: Telling, id: Id, experts: readonly PersonKey[]): Promise<Record<string, Id>> => {
  const asks = experts.map((key) => ({ id: t.node.newId(), personId: t.node.world.people[key].id, seat: 'operator' }));
  await ok((await t.turn(t.asker, 7)).post(`/api/cases/${id}/asks`, { asks }));
  t.ids.push(...asks.map((a) => a.id));
  return Object.fromEntries(experts.map((key, i) => [key, asks[i]?.id as Id]));
};

/** Starts named, with its plan and a mark by the minute, and is hidden before it goes out. */
const opened = async (t: Telling, change: Parameters<typeof sampleCase>[1]): Promise<Id> => {
  const { node, asker } = t;
  const id = node.newId();
  const by = await t.turn(asker, 11);
  await ok(by.post('/api/cases', { id, lang: 'fa' }));
  const decideBy = after(node.clock.now(), 3 * DAY_MS);
  await ok(by.put(`/api/cases/${id}`, sampleCase(decideBy, { ...change, hidden: false, texts: { en: { title: 'A title', question: secret }, fa: { title: 'عنوان', question: secret } } })));
  const picture = { tier: 't0' as const, mediaType: 'image/webp', bytes: new TextEncoder().encode('RIFF....WEBP') };
  const runId = await acts.addRun(node.world, asker, id, { kind: 'xa', label: 'LAO 40', position: 0, sidecar: { frames: 1, rows: 2, columns: 2 } }, [picture], node.clock.now());
  await ok((await t.turn(asker, 3)).post(`/api/cases/${id}/marks`, { id: node.newId(), runId, frame: 0, shape: 'text', points: [0.5, 0.5], note: 'LM' }));
  const { plan: _plan, ...rest } = sampleCase(decideBy, { ...change, hidden: true, version: 2, lang: 'fa', texts: { en: { title: 'A title', question: secret }, fa: { title: 'عنوان', question: secret } } });
  await ok((await t.turn(asker, 9)).put(`/api/cases/${id}`, rest));
  await ok((await t.turn(asker, 4)).post(`/api/cases/${id}/post`));
  const [object] = await node.sql<{ id: Id }>('select id from app.objects where case_id = $1', [id]);
  t.ids.push(id, runId, ...(object ? [object.id] : []));
  return id;
};

const give = async (t: Telling, who: PersonKey, id: Id, minutes: number): Promise<void> => {
  await ok((await t.turn(who, minutes)).post(`/api/cases/${id}/opinions`, { id: t.node.newId(), ...sampleOpinion() }));
};

/** Asked of many, each at another point of the way: to people only. */
const asking = async (t: Telling): Promise<Id> => {
  const id = await opened(t, { audience: 'people', urgency: 'urgent' });
  const asks = await askAll(t, id, ['nilufar', 'claire', 'bahram', 'daniel', 'hossein', 'reza']);
  await ok((await t.turn('claire', 13)).post(`/api/asks/${asks.claire}/accept`));
  await ok((await t.turn('claire', 6)).put(`/api/cases/${id}/opinion`, { version: 0, ...sampleOpinion() }));
  await give(t, 'bahram', id, 17);
  await ok((await t.turn('daniel', 5)).post(`/api/asks/${asks.daniel}/decline`, { note: '' }));
  await ok((await t.turn('hossein', 8)).post(`/api/asks/${asks.hossein}/hand-on`, { personId: t.node.world.people.kaveh.id, note: '' }));
  await ok((await t.turn(t.asker, 9)).delete(`/api/asks/${asks.reza}`));
  await ok((await t.turn(t.asker, 12)).post(`/api/cases/${id}/remarks`, { id: t.node.newId(), lang: 'fa', text: secret }));
  await ok((await t.turn('bahram', 12)).post(`/api/cases/${id}/remarks`, { id: t.node.newId(), lang: 'fa', text: 'پاسخ' }));
  return id;
};

/** Open to the node, decided and told to its end. */
const ended = async (t: Telling): Promise<Id> => {
  const id = await opened(t, { audience: 'node' });
  await askAll(t, id, ['marek', 'omid']);
  await give(t, 'marek', id, 21);
  await give(t, 'omid', id, 22);
  await give(t, 'omid', id, 2);
  await ok((await t.turn(t.asker, 31)).post(`/api/cases/${id}/decision`, { lang: 'fa', choice: 'pci', texts: { fa: { text: secret, thanks: 'سپاس' } }, followed: [] }));
  for (const moment of ['hospital', 'd30', 'y1']) await ok((await t.turn(t.asker, 27)).put(`/api/cases/${id}/outcomes/${moment}`, { lang: 'fa', result: 'no-event', details: {}, texts: { fa: { text: secret } } }));
  return id;
};

const takenBack = async (t: Telling): Promise<Id> => {
  const id = await opened(t, { audience: 'node' });
  await askAll(t, id, ['nilufar', 'omid']);
  await give(t, 'omid', id, 14);
  await ok((await t.turn(t.asker, 33)).post(`/api/cases/${id}/withdraw`, { reason: secret }));
  return id;
};

/**
 * The node asks for the hidden asker, and the coordinator looks on. Nobody of either asker's place may be asked here, so that the places, which do
 * change who is left out, change nothing: what is compared is who asks.
 */
const lettingAsk = async (t: Telling): Promise<Id> => {
  const { node } = t;
  const id = await opened(t, { audience: 'people', urgency: 'urgent' });
  await node.sql(`update app.people p set weekly_cap = 0 from app.institutions i where i.id = p.institution_id and i.city_id in
    (select n.city_id from app.people a join app.institutions n on n.id = a.institution_id where a.id = any ($1))`, [[node.world.people.maryam.id, node.world.people.salim.id]]);
  await ok((await t.turn(t.asker, 6)).post(`/api/cases/${id}/ladder`));
  for (let quarter = 0; quarter < 4; quarter++) {
    node.clock.step(15 * MINUTE);
    await routingJobs(node.house).climb?.({ caseId: id });
  }
  t.ids.push(...(await node.sql<{ id: Id }>('select id from app.asks where case_id = $1 order by id', [id])).map((ask) => ask.id));
  return id;
};

/** Parisa reads what left Maryam's institution, Kaveh what left Salim's. */
const officersOf = async (node: TestNode): Promise<void> => {
  for (const [officer, of] of [['parisa', 'maryam'], ['kaveh', 'salim']] as const) {
    await node.sql(`insert into app.roles (id, person_id, role, granted_at, institution_id) select $1, $2, 'privacy-officer', $4, institution_id from app.people where id = $3`,
      [node.newId(), node.world.people[officer].id, node.world.people[of].id, node.clock.now()]);
  }
};

/** The whole story with `asker` in the hidden place. Around it, both people have the same open past. */
export const tellHidden = async (asker: Asker): Promise<Story> => {
  const node = await startNode({ start: '2026-11-22T08:23:41.117Z', seed: 29, live: true, pages: true });
  await node.sql('update app.people set weekly_cap = 50');
  const started: Story = { node, asker, hidden: { asked: '' as Id, node: '' as Id, withdrawn: '' as Id, ladder: '' as Id }, ids: [], people: [], othersActed: new Set(), askerActed: new Set() };
  const t: Telling = { ...started, as: (key) => node.as(key), turn: turnOf(node, started) };
  started.othersActed.add(node.clock.now().getTime());
  const open = await aCase(node.world, { asker: 'parisa', audience: 'node', asks: [{ who: 'maryam' }, { who: 'salim' }, { who: 'marek' }] });
  await anOpinion(node.world, open.id, 'maryam');
  await anOpinion(node.world, open.id, 'salim');
  for (const key of ['maryam', 'salim'] as const) {
    const named = await aCase(node.world, { asker: key, audience: 'node' });
    await acts.addRun(node.world, key, named.id, { kind: 'xa', label: '', position: 0, sidecar: {} }, [{ tier: 't0', mediaType: 'image/webp', bytes: new TextEncoder().encode('RIFF....WEBP') }], node.clock.now());
  }
  await officersOf(node);
  started.hidden = { asked: await asking(t), node: await ended(t), withdrawn: await takenBack(t), ladder: await lettingAsk(t) };
  node.clock.step(50 * MINUTE);
  await noticesJobs(node.house)['mail-notices']?.(undefined as never);
  node.clock.step(13 * 60 * MINUTE);
  started.othersActed.add(node.clock.now().getTime());
  await routingJobs(node.house)['keep-clocks']?.(undefined as never);
  await indexDue(node.house);
  started.people.push(...Object.values(node.world.ids.people));
  started.ids.push(open.id);
  return started;
};

export const neverLogged = secret;
