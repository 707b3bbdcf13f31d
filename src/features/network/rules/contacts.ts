// Contacts of a person's own file, and what of them is compared: keys that are hashed on the device (docs/decisions/0027-contacts-are-matched-on-the-device.md).

import { nameKeys, nameWords } from 'language';

export const CONTACT_LIMITS = { fileBytes: 20_000_000, contacts: 5000, emails: 4, looked: 200, prefixBytes: 5, hashBytes: 16, rounds: 2048 } as const;

export type Contact = { readonly name: string; readonly emails: readonly string[] };

const MOST_NAME_KEYS = 6;
/** First and last word of a name in every way they may be said, without order: «نیلوفر کاظمی» and "Kazemi, Nilufar" share one. */
const keysOfName = (name: string): string[] => {
  const words = nameWords(name);
  const [first, last] = [words[0], words.at(-1)];
  if (first === undefined || last === undefined || words.length < 2) return [];
  return nameKeys(first).flatMap((a) => nameKeys(last).map((b) => [a, b].sort().join('+'))).slice(0, MOST_NAME_KEYS);
};

/** What is hashed of somebody: each address, and the name. Addresses and names never meet. */
export const keysOf = ({ name, emails }: Contact): string[] => [
  ...new Set([...emails.slice(0, CONTACT_LIMITS.emails).map((email) => `e:${email.trim().toLowerCase()}`), ...keysOfName(name).map((key) => `n:${key}`)]),
];
