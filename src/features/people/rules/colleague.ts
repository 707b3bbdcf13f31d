// A colleague as colleagues see them: what may be asked, what was checked, by whom and when. No licence number, no address.

import { concepts } from 'language';
import { may, type Viewer } from './policy.ts';
import { type LineRow, type PersonLine, presentLine } from './present.ts';
import { type CheckedLayer, highestLayer, type Layer } from './verification.ts';
import type { Role } from './vocabulary.ts';
import { type Named, nameEn, nameFa } from './names.ts';

export type Expertise = { concept: string; level: 'learning' | 'independent' | 'reference'; casesPerYear: number | null };
/** With the field's names, so that no page carries the whole taxonomy. */
export type Field = Expertise & { nameEn: string; nameFa: string };
const presentField = (e: Expertise): Field => ({ ...e, nameEn: concepts.term(e.concept)?.en ?? e.concept, nameFa: concepts.term(e.concept)?.fa ?? e.concept });
export type LayerRow = { id: string; layer: CheckedLayer; at: string; by: (Named & { id: string }) | null };
export type LayerView = { id: string; layer: CheckedLayer; at: string; by: { id: string; nameEn: string; nameFa: string } | null };

export type FoundRow = LineRow & { verified: boolean; seesCases: boolean; layers: CheckedLayer[]; expertise: Expertise[]; nameKeys: string };
/** `seesCases`: may be asked. */
export type FoundPerson = PersonLine & { verified: boolean; seesCases: boolean; layer: Layer; expertise: Field[] };
export const presentFound = (row: FoundRow): FoundPerson => ({
  ...presentLine(row), verified: row.verified, seesCases: row.seesCases, layer: highestLayer(row.layers), expertise: row.expertise.map(presentField),
});

export type ColleagueRow = LineRow & {
  verified: boolean; seesCases: boolean; languages: string[]; timeZone: string; askedAbout: string; orcid: string; weeklyCap: number; quietFrom: string | null; quietTo: string | null;
  joinedAt: Date; roles: Role[]; expertise: Expertise[]; layers: LayerRow[];
};
export type Colleague = PersonLine & {
  verified: boolean; seesCases: boolean; languages: string[]; timeZone: string; askedAbout: string; orcid: string; weeklyCap: number; quietFrom: string | null; quietTo: string | null;
  joinedAt: string; roles: Role[]; expertise: Field[]; layer: Layer; layers: LayerView[]; isMe: boolean;
  may: { vouch: boolean; takeVouchBack: boolean };
};

export const presentLayer = ({ id, layer, at, by }: LayerRow): LayerView => ({ id, layer, at, by: by && { id: by.id, nameEn: nameEn(by), nameFa: nameFa(by) } });

export const presentColleague = (viewer: Viewer, row: ColleagueRow): Colleague => {
  const vouched = row.layers.some(({ layer, by }) => layer === 'vouched' && by?.id === viewer.id);
  return {
    ...presentLine(row), verified: row.verified, seesCases: row.seesCases, languages: row.languages, timeZone: row.timeZone, askedAbout: row.askedAbout, orcid: row.orcid,
    weeklyCap: row.weeklyCap, quietFrom: row.quietFrom, quietTo: row.quietTo, joinedAt: row.joinedAt.toISOString(), roles: row.roles, expertise: row.expertise.map(presentField),
    layer: highestLayer(row.layers.map(({ layer }) => layer)), layers: row.layers.map(presentLayer), isMe: row.id === viewer.id,
    may: { vouch: may(viewer, 'vouch', row) && !vouched, takeVouchBack: vouched },
  };
};
