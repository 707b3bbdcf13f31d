// Contacts of a vCard file of any age. Each card stands alone: one that is broken is counted and left out.

import ICAL from 'ical.js';
import { CONTACT_LIMITS, type Contact } from '../../rules/contacts.ts';
import { plainCard } from './vcard21.ts';

export type Read = { readonly contacts: readonly Contact[]; readonly skipped: number; readonly more: boolean };
type Property = readonly [name: string, params: unknown, type: string, ...values: unknown[]];

/** From BEGIN to END; a beginning without an end is one that is broken. */
const cards = (text: string): { whole: string[]; broken: number; more: boolean } => {
  const whole: string[] = [];
  const upper = text.toUpperCase();
  let broken = 0;
  let end = -1;
  for (let begin = upper.indexOf('BEGIN:VCARD'); begin >= 0;) {
    const next = upper.indexOf('BEGIN:VCARD', begin + 11);
    // Looked for once each: a file of beginnings alone would else be read to its end for every one of them.
    if (end < begin) end = upper.indexOf('END:VCARD', begin);
    if (end < 0) return { whole, broken: broken + upper.slice(begin).split('BEGIN:VCARD').length - 1, more: false };
    if (next >= 0 && next < end) broken += 1;
    else if (whole.length >= CONTACT_LIMITS.contacts) return { whole, broken, more: true };
    else whole.push(text.slice(begin, end + 9));
    begin = next;
  }
  return { whole, broken, more: false };
};

const textOf = (value: unknown): string => (Array.isArray(value) ? value.flat().filter(Boolean).join(' ') : String(value ?? ''));

const contactOf = (card: string): Contact | undefined => {
  const [, properties] = ICAL.parse(plainCard(card)) as [string, Property[]];
  const values = (name: string): unknown[] => properties.filter((one) => one[0] === name).map((one) => one[3]);
  const [family, given] = (values('n')[0] as unknown[] | undefined) ?? [];
  const name = (textOf(values('fn')[0]) || `${textOf(given)} ${textOf(family)}`).trim().slice(0, 200);
  const emails = values('email').map((one) => textOf(one).trim()).filter((one) => /^[^\s@]{1,64}@[^\s@]{3,190}$/.test(one)).slice(0, CONTACT_LIMITS.emails);
  return name === '' && emails.length === 0 ? undefined : { name, emails };
};

export const readVcard = (text: string): Read => {
  const { whole, broken, more } = cards(text);
  let skipped = broken;
  const contacts = whole.flatMap((card) => {
    try {
      const contact = contactOf(card);
      if (contact) return [contact];
    } catch { /* counted below */ }
    skipped += 1;
    return [];
  });
  return { contacts, skipped, more };
};
