import type { Tx } from '#server/db.ts';
import { type EvidenceCard, presentEvidence } from '../rules/present.ts';
import { letterState } from '../rules/reference.ts';
import { emptyCv } from '../rules/wire.ts';
import { earned, layersOf, ownCv } from './cv.store.ts';
import { lettersAboutMe } from './references.store.ts';

/** The viewer's own card at this moment. */
export const evidenceOf = async (tx: Tx, now: Date): Promise<EvidenceCard> =>
  presentEvidence((await ownCv(tx))?.body ?? emptyCv, await layersOf(tx), (await lettersAboutMe(tx)).filter((letter) => letterState(letter, now) === 'valid'), await earned(tx));
