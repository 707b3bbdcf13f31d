// What a person says of themself, checked: what the schema cannot say.

import { concepts } from 'language';
import { type Refusal, refuse } from '#kernel/result.ts';
import { orcidFrom } from './orcid.ts';
import type { Profile } from './wire.ts';

/** What the database knows of the person before the change. */
export type Before = { readonly version: number; readonly stage: string; readonly verified: boolean };

/** A refusal, or the profile as it is kept: ORCID in its own form, every field of expertise once. */
export const settled = (wanted: Profile, before: Before): { ok: true; value: Profile } | Refusal => {
  if (wanted.version !== before.version) return refuse('conflict', 'people.stale', { version: before.version });
  // Industry is always labelled and never sees a case: once verified, nobody leaves or takes that label alone.
  if (before.verified && (wanted.stage === 'industry') !== (before.stage === 'industry')) return refuse('forbidden', 'people.stageBySteward', {}, ['stage']);
  const orcid = wanted.orcid.trim() === '' ? '' : orcidFrom(wanted.orcid);
  if (orcid === null) return refuse('invalid', 'people.orcidWrong', {}, ['orcid']);
  const unknown = wanted.expertise.findIndex(({ concept }) => !concepts.term(concept));
  if (unknown >= 0) return refuse('invalid', 'people.conceptUnknown', {}, [`expertise.${unknown}`]);
  const twice = wanted.expertise.find(({ concept }, i) => wanted.expertise.findIndex((e) => e.concept === concept) !== i);
  if (twice) return refuse('invalid', 'people.conceptTwice', {}, ['expertise']);
  return { ok: true, value: { ...wanted, orcid } };
};
