// Colleagues: finding them, reading one, vouching.

import type { FastifyInstance } from 'fastify';
import { concepts } from 'language';
import { newId } from '#kernel/ids.ts';
import { ok, refuse } from '#kernel/result.ts';
import type { Tx } from '#server/db.ts';
import { doorsOf } from '#server/doors.ts';
import type { House } from '#server/house.ts';
import { type FoundPerson, presentColleague, presentFound } from '../rules/colleague.ts';
import { ordered, wantedFrom } from '../rules/find.ts';
import { may } from '../rules/policy.ts';
import { LIMITS } from '../rules/vocabulary.ts';
import { vouch } from '../rules/wire.ts';
import { addVouch, colleague, endOwnVouch, peopleByFields, peopleByKeys, tellChecked } from './colleagues.store.ts';
import { forgetPerson } from './sessions.ts';

const count = (text: string | undefined): number => Math.min(LIMITS.found, Math.max(1, Number.parseInt(text ?? '', 10) || 20));

export const colleagueDoors = (app: FastifyInstance, house: House): void => {
  const { read, write } = doorsOf(app, house);

  read('/api/concepts', async () => ok(concepts.terms.map(({ id, parent, en, fa }) => ({ id, parent, nameEn: en, nameFa: fa }))), 'Fields of expertise in both languages');

  read('/api/people', async ({ who, query }) => {
    const typed = (query.q ?? '').slice(0, LIMITS.line);
    return ok(await house.db.asViewer(who.id, (tx) => find(tx, typed, query.concept, query.waiting !== '1', count(query.limit))));
  }, 'Find colleagues by name in either script, or by expertise');

  read('/api/me/seen', async ({ who }) => {
    const row = await house.db.asViewer(who.id, (tx) => colleague(tx, who.id));
    return row ? ok(presentColleague(who, row)) : null;
  }, 'My profile as colleagues see it');

  read('/api/people/:id', async ({ who, params }) => {
    const row = await house.db.asViewer(who.id, (tx) => colleague(tx, params.id ?? ''));
    return row && may(who, 'see', row) ? ok(presentColleague(who, row)) : null;
  }, 'A colleague’s profile');

  write('post', '/api/people/:id/vouch', vouch, async ({ who, tx, params, body, now }) => {
    const row = await colleague(tx, params.id ?? '');
    if (!row || !may(who, 'see', row)) return null;
    if (!may(who, 'vouch', row)) return refuse('forbidden', who.id === row.id ? 'people.vouchSelf' : 'people.vouchUnverified');
    if (row.layers.some(({ layer, by }) => layer === 'vouched' && by?.id === who.id)) return refuse('conflict', 'people.vouchedBefore');
    await addVouch(tx, { id: newId(now, house.random), personId: row.id, by: who.id, note: body.note, now });
    await tellChecked(tx, row.id, now);
    forgetPerson(house, row.id);
    return after(tx, who, row.id);
  }, 'Vouch for a colleague');

  write('delete', '/api/people/:id/vouch', null, async ({ who, tx, params, now }) => {
    if ((await endOwnVouch(tx, params.id ?? '', who.id, now)) === 0) return null;
    forgetPerson(house, params.id ?? '');
    return after(tx, who, params.id ?? '');
  }, 'Take my vouch back');
};

const after = async (tx: Tx, who: Parameters<typeof presentColleague>[0], id: string) => {
  const row = await colleague(tx, id);
  return row ? ok(presentColleague(who, row)) : null;
};

const find = async (tx: Tx, typed: string, concept: string | undefined, verified: boolean, limit: number): Promise<FoundPerson[]> => {
  const { byName, byField } = wantedFrom(typed, concept);
  const named = byName?.keys ? await peopleByKeys(tx, verified, byName.keys, byName.concepts) : [];
  const skilled = byField ? await peopleByFields(tx, verified, byField.concepts) : [];
  return ordered(typed, named, skilled, byField?.concepts ?? null, limit).map(presentFound);
};
