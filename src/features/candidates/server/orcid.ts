// One's own works from ORCID's public API. A node may have no network outside, so whoever runs it says whether it may ask; a file does the same.

import { ok, refuse, type Result } from '#kernel/result.ts';
import { worksFromOrcid, type ReadWork } from '../rules/works.ts';

const MOST_MS = 8000;
const MOST_BYTES = 4_000_000;

export const mayFetchOrcid = (): boolean => process.env.HAMDEL_FETCH_ORCID === '1';

const bounded = async (answer: Response): Promise<string | null> => {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of answer.body ?? []) {
    bytes += part.byteLength;
    if (bytes > MOST_BYTES) return null;
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
};

/** `orcid` is one whose check sign was proved; nothing else stands in the address. */
export const orcidWorks = async (orcid: string, ask: typeof fetch = fetch): Promise<Result<readonly ReadWork[]>> => {
  if (orcid === '') return refuse('invalid', 'candidates.orcidMissing');
  try {
    const answer = await ask(`https://pub.orcid.org/v3.0/${orcid}/works`, { headers: { accept: 'application/json' }, redirect: 'error', signal: AbortSignal.timeout(MOST_MS) });
    const text = answer.ok ? await bounded(answer) : null;
    const works = text === null ? [] : worksFromOrcid(JSON.parse(text));
    return works.length > 0 ? ok(works) : refuse('invalid', 'candidates.orcidNothing');
  } catch {
    return refuse('offline', 'candidates.orcidAway');
  }
};
