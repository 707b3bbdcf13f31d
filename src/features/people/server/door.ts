// What the server and later features may ask of people.

import type { FastifyRequest } from 'fastify';
import type { Who } from '#server/doors.ts';
import type { House } from '#server/house.ts';
import { knownWho } from './sessions.ts';

/** Turns a request's cookie into the person behind it, or null. For `openHttp`. */
export const whoIs = (house: House) => (request: FastifyRequest): Promise<Who | null> => knownWho(house, request);

export { beforeDoors } from './before.ts';
export { addLink, personByEmail, provedEmails } from './accounts.store.ts';
export { makePerson } from './joining.ts';
export { lineColumns, linePlaces } from './line.sql.ts';
export { linesOf } from './lines.store.ts';
export { me } from './me.ts';
export { admit, forgetPerson, openSession } from './sessions.ts';
export { codeHash, newCode } from './tokens.ts';
export { tried } from './tries.ts';
