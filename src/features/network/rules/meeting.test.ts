import fc from 'fast-check';
import { expect, test } from 'vitest';
import { after } from '#kernel/clock.ts';
import { type Card, cardIn, cardText, codeFrom, codeIn, codeText, isStale, MEETING } from './meeting.ts';

const card: Card = { personId: '01a20244-e800-7e15-9a15-f8909134c232', keyId: '01a20244-e800-7e15-9a15-f8909134c233', at: new Date('2026-11-22T08:20:31Z'), code: '0A1B2C3D4E', name: 'نیلوفر کاظمی' };

test('a code survives being read out and typed in either script', () => {
  const code = codeFrom(new Uint8Array([0, 10, 1, 11, 34, 12, 3, 13, 4, 14]));
  expect(code).toBe('0A1B2C3D4E');
  for (const typed of [codeText(code), '0a1b2 c3d4e', '۰A۱B۲-C۳D۴E', 'oAiB2C3D4E', ' 0A1B2C3D4E ']) expect(codeIn(typed), typed).toBe(code);
  for (const typed of ['', '0A1B2', '0A1B2C3D4E5', '0A1B2-C3D4!', 'نام']) expect(codeIn(typed), typed).toBeUndefined();
});

test('a card goes through its text whole; anything else that is scanned is not one', () => {
  const scanned = `${cardText(card)}|${'x'.repeat(86)}`;
  expect(cardIn(scanned)).toEqual({ card, text: cardText(card), signature: 'x'.repeat(86) });
  expect(cardIn(`${cardText({ ...card, name: 'a|b' })}|${'x'.repeat(86)}`)?.card.name).toBe('a b');
  for (const other of ['', 'https://x.example', scanned.slice(0, -60), `${scanned}|`, scanned.replace('HAMDEL1', 'HAMDEL2'), scanned.replace('0A1B', '0A1!')]) expect(cardIn(other), other).toBeUndefined();
  fc.assert(fc.property(fc.string({ maxLength: 700 }), (text) => cardIn(text) === undefined));
});

test('a card is good for a quarter of an hour', () => {
  expect(isStale(card.at, after(card.at, MEETING.validMs))).toBe(false);
  expect(isStale(card.at, after(card.at, MEETING.validMs + 1))).toBe(true);
});
