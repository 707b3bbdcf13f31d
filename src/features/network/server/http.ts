import type { FastifyInstance } from 'fastify';
import { isId } from '#kernel/ids.ts';
import { ok, refuse } from '#kernel/result.ts';
import { doorsOf } from '#server/doors.ts';
import type { House } from '#server/house.ts';
import { tried } from '#features/people/server/door.ts';
import { findable, looked } from '../rules/contacts-wire.ts';
import { meetingKey, met, shown } from '../rules/meeting-wire.ts';
import { introducing, letter, request, told } from '../rules/introduction-wire.ts';
import { proposal } from '../rules/wire.ts';
import * as actions from './actions.ts';
import * as contacts from './contacts.ts';
import * as meetings from './meetings.ts';
import * as introductions from './introductions.ts';

export const networkDoors = async (app: FastifyInstance, house: House): Promise<void> => {
  const { read, write } = doorsOf(app, house);
  const id = (params: Record<string, string>): string => params.id as string;
  read('/api/ties', ({ who }) => house.db.asViewer(who.id, async (tx) => ok(await actions.list(tx, who))), 'My ties, what waits for confirmation, whom I block or mute');
  read('/api/ties/with/:id', ({ who, params }) => house.db.asViewer(who.id, async (tx) => ok(await actions.withPerson(tx, who, id(params)))), 'What stands between me and a colleague');
  write('post', '/api/ties', proposal, ({ tx, who, body, now }) => actions.propose(tx, who, body, now), 'Propose a tie; what the other proposed already is confirmed');
  write('post', '/api/ties/:id/confirm', null, ({ tx, who, params, now }) => actions.confirm(tx, who, id(params), now), 'Confirm a tie');
  write('post', '/api/ties/:id/let-pass', null, ({ tx, who, params, now }) => actions.letPass(tx, who, id(params), now), 'Not this one; nobody is told');
  write('delete', '/api/ties/:id', null, ({ tx, who, params, now }) => actions.end(tx, who, id(params), now), 'End one ground, or take a proposal back');
  write('delete', '/api/ties/with/:id', null, ({ tx, params, now }) => actions.endAll(tx, id(params), now), 'End the tie with somebody');
  write('put', '/api/blocks/:id', null, ({ tx, who, params, now }) => actions.block(tx, who, id(params), now), 'Block: neither sees the other');
  write('delete', '/api/blocks/:id', null, ({ tx, params }) => actions.unblock(tx, id(params)), 'Lift a block');
  write('put', '/api/mutes/:id', null, ({ tx, who, params, now }) => actions.mute(tx, who, id(params), now), 'Mute: no notices of this person');
  write('delete', '/api/mutes/:id', null, ({ tx, params }) => actions.unmute(tx, id(params)), 'Lift a mute');
  introductionDoors(app, house);
  contactDoors(app, house);
  meetingDoors(app, house);
};

const introductionDoors = (app: FastifyInstance, house: House): void => {
  const { read, write } = doorsOf(app, house);
  const id = (params: Record<string, string>): string => params.id as string;
  read('/api/introductions', ({ who, now }) => house.db.asViewer(who.id, async (tx) => ok(await introductions.list(tx, who, now))), 'Introductions: mine, asked of me, and whom I would introduce');
  read('/api/reach', async ({ who, query, now }) => {
    const [person, institution] = [query.person ?? null, query.institution ?? null];
    if ((person === null) === (institution === null) || !isId(person ?? institution)) return refuse('invalid', 'web.checkFields', {}, ['person', 'institution']);
    const many = tried(house, 'reach', who.id);
    if (many) return many;
    return house.db.asViewer(who.id, async (tx) => { const view = await introductions.reach(tx, who, { person, institution }, now); return view && ok(view); });
  }, 'How I could reach a person or a centre: how many colleagues could help, never who');
  read('/api/introductions/:id', ({ who, params, now }) => house.db.asViewer(who.id, async (tx) => { const view = await introductions.one(tx, who, id(params), now); return view && ok(view); }), 'One introduction, as I may see it');
  write('post', '/api/introductions', request, ({ tx, who, body, now }) => introductions.ask(tx, who, body, now, house.random), 'Ask to be introduced');
  write('post', '/api/introductions/:id/agree', null, ({ tx, who, params, now }) => introductions.agree(tx, who, id(params), now), 'I am willing');
  write('post', '/api/introductions/:id/pass', null, ({ tx, who, params, now }) => introductions.pass(tx, who, id(params), now), 'Not this time; nobody is told');
  write('delete', '/api/introductions/:id', null, ({ tx, who, params, now }) => introductions.takeBack(tx, who, id(params), now), 'Take a request back');
  write('post', '/api/introductions/:id/letters', letter, ({ tx, who, params, body, now }) => introductions.write(tx, who, id(params), body, now), 'Write to both ends');
  write('post', '/api/introductions/:id/told', told, ({ tx, who, params, body, now }) => introductions.tell(tx, who, id(params), body, now), 'How it went');
  write('put', '/api/introducing', introducing, ({ tx, body, now }) => introductions.introduce(tx, body, now), 'Whom I would introduce');
};

const contactDoors = (app: FastifyInstance, house: House): void => {
  const { read, write } = doorsOf(app, house);
  read('/api/contacts/set', ({ who }) => house.db.asViewer(who.id, async (tx) => (who.verified ? ok(await contacts.set(tx, house)) : refuse('forbidden', 'network.unverified'))),
    'Prefixes of the hashes of all who let themselves be found, for matching on the device');
  write('post', '/api/contacts/looked', looked, async ({ tx, who, body }) => tried(house, 'reach', who.id) ?? contacts.look(tx, body.hashes), 'Who the ticked contacts are');
  write('put', '/api/contacts/findable', findable, ({ tx, who, body, now }) => contacts.beFindable(tx, who, house, body.on, now), 'Be found by who has my address or name, or not');
};

const meetingDoors = (app: FastifyInstance, house: House): void => {
  const { write } = doorsOf(app, house);
  write('post', '/api/meetings/keys', meetingKey, ({ tx, who, body, now }) => meetings.addKey(tx, who, body, now), 'The checking half of this device’s key');
  write('post', '/api/meetings/shown', shown, ({ tx, who, body, now }) => meetings.show(tx, who, body, now, house.random), 'I showed this code to somebody');
  write('post', '/api/meetings/met', met, async ({ tx, who, body, now }) => tried(house, 'reach', who.id) ?? meetings.meet(tx, who, body, now, house.random), 'I met who showed this code');
};
