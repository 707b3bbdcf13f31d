// What was read from a file or from ORCID keeps a seal of the node over its words: a line that was changed since is "typed", whoever says otherwise.

import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Work } from '../rules/wire.ts';

const wordsOf = (owner: string, w: Omit<Work, 'id' | 'seal'>): string =>
  JSON.stringify([owner, w.source, w.title, w.authors, w.journal, w.year, w.volume, w.issue, w.pages, w.doi]);

export const sealOf = (key: Uint8Array, owner: string, w: Omit<Work, 'id' | 'seal'>): string => createHmac('sha256', key).update(`cv-work ${wordsOf(owner, w)}`).digest('base64url');

/** The work as it may be kept: its source stands only with a seal that fits. */
export const honest = (key: Uint8Array, owner: string, work: Work): Work => {
  if (work.source === 'typed') return { ...work, seal: '' };
  const [a, b] = [Buffer.from(work.seal), Buffer.from(sealOf(key, owner, work))];
  return a.length === b.length && timingSafeEqual(a, b) ? work : { ...work, source: 'typed', seal: '' };
};
