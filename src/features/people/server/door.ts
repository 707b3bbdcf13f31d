// What the server and later features may ask of people.

import type { FastifyRequest } from 'fastify';
import type { Tx } from '#server/db.ts';
import type { Who } from '#server/doors.ts';
import type { House } from '#server/house.ts';
import { type PersonLine, presentLine } from '../rules/present.ts';
import { linesOf } from './colleagues.store.ts';
import { knownWho } from './sessions.ts';

/** Turns a request's cookie into the person behind it, or null. For `openHttp`. */
export const whoIs = (house: House) => (request: FastifyRequest): Promise<Who | null> => knownWho(house, request);

/** Lines of the people with these ids whom the viewer of `tx` may see, by id. */
export const peopleByIds = async (tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, PersonLine>> =>
  new Map((await linesOf(tx, [...new Set(ids)])).map((row) => [row.id, presentLine(row)]));

export { beforeDoors } from './before.ts';
export { addLink, personByEmail } from './accounts.store.ts';
export { makePerson } from './joining.ts';
export { me } from './me.ts';
export { admit, forgetPerson, openSession } from './sessions.ts';
export { codeHash, newCode } from './tokens.ts';
export { tried } from './tries.ts';
