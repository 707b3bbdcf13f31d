// The session's cookie. `__Host-` wherever the browser accepts Secure: https, and plain http on this very machine.

import type { FastifyReply, FastifyRequest } from 'fastify';
import type { House } from '#server/house.ts';

export const SESSION_DAYS = 30;
const loopback = /^(localhost|127(\.\d+){3}|\[::1\])(:\d+)?$/;

export const isSecure = (house: Pick<House, 'origin'>, request: FastifyRequest): boolean =>
  house.origin.startsWith('https:') || request.protocol === 'https' || loopback.test(request.host);

export const cookieName = (house: Pick<House, 'origin'>, request: FastifyRequest, name = 'hamdel'): string => (isSecure(house, request) ? `__Host-${name}` : name);

export const sessionToken = (house: Pick<House, 'origin'>, request: FastifyRequest): string | undefined => request.cookies[cookieName(house, request)] || undefined;

export const setSession = (house: Pick<House, 'origin'>, request: FastifyRequest, reply: FastifyReply, token: string): void => {
  reply.setCookie(cookieName(house, request), token, { ...flags(house, request), maxAge: SESSION_DAYS * 86_400 });
};
export const clearSession = (house: Pick<House, 'origin'>, request: FastifyRequest, reply: FastifyReply): void => {
  reply.clearCookie(cookieName(house, request), flags(house, request));
};
export const flags = (house: Pick<House, 'origin'>, request: FastifyRequest) =>
  ({ path: '/', httpOnly: true, sameSite: 'lax', secure: isSecure(house, request) }) as const;
