import { expect, test } from 'vitest';
import { letterState, mayGive } from './reference.ts';

const at = (day: number) => new Date(Date.UTC(2026, 10, day));
const letter = { writtenAt: at(1), expiresAt: at(20), revokedAt: null, scopes: ['fellowship', 'grant'] as const, reuse: true };

test('a letter holds until its last moment, and a revocation is told before an end by time', () => {
  expect([letterState(letter, at(19)), letterState(letter, at(20))]).toEqual(['valid', 'expired']);
  expect(letterState({ ...letter, revokedAt: at(5) }, at(25))).toBe('revoked');
});

test('a letter is given within its scope, and again only when its writer lets it be', () => {
  expect([mayGive(letter, 'grant', false, at(2)), mayGive(letter, 'post', false, at(2)), mayGive(letter, 'grant', false, at(21))]).toEqual([true, false, false]);
  expect([mayGive(letter, 'grant', true, at(2)), mayGive({ ...letter, reuse: false }, 'grant', true, at(2)), mayGive({ ...letter, reuse: false }, 'grant', false, at(2))]).toEqual([true, false, true]);
});
