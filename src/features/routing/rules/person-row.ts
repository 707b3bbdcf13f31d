// What the database tells of a person who could be asked, as the routing function takes it.

import { aPerson, type Focus, type PersonFeatures, type Piece } from './route-input.ts';
import { textOfTexts } from './case-asked.ts';

export type PersonRow = {
  readonly id: string; readonly site: string | null; readonly city: string | null; readonly languages: readonly string[]; readonly focus: readonly Focus[];
  readonly onLeave: boolean; readonly capWeek: number; readonly askedThisWeek: number; readonly openAsks: number; readonly conflict: boolean; readonly alreadyAsked: boolean;
  readonly quietFrom: string | null; readonly quietTo: string | null; readonly timeZone: string; readonly allowsNow: boolean;
  readonly asked: number; readonly inTime: number; readonly closed: number; readonly fitted: number;
  /** app.ground_strength, 0 … 900. */
  readonly tie: number;
  readonly circles: readonly string[];
  readonly evidence: readonly { readonly id: string; readonly kind: Piece['kind']; readonly at: string; readonly topics: readonly string[] | null; readonly texts: unknown }[];
};

export const personOf = (row: PersonRow): PersonFeatures => aPerson({
  id: row.id, site: row.site, city: row.city, languages: row.languages, focus: row.focus, onLeave: row.onLeave, conflict: row.conflict, alreadyAsked: row.alreadyAsked,
  capWeek: row.capWeek, askedThisWeek: row.askedThisWeek, openAsks: row.openAsks, allowsNow: row.allowsNow, tie: row.tie / 900, circles: row.circles,
  quiet: row.quietFrom === null || row.quietTo === null ? null : { from: row.quietFrom, to: row.quietTo, timeZone: row.timeZone },
  answers: { asked: row.asked, inTime: row.inTime }, loops: { closed: row.closed, fitted: row.fitted },
  evidence: row.evidence.map(({ id, kind, at, topics, texts }) => ({ id, kind, at: Date.parse(at), text: textOfTexts(texts), concepts: (topics ?? []).map((topic) => ({ id: topic, weight: 1 })) })),
});
