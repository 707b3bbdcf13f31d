import { segments } from 'scores/syntax/segments';
import type { Locale } from '#kernel/locale.ts';
import { X } from '#web/text/say.tsx';
import * as say from '#words/cases.ts';
import * as frame from '#words/web.ts';

const names = new Map(segments.map(({ id, name }) => [id, name]));
const graftOf = (id: string): string | undefined => (id.startsWith('graft:') ? id.slice(6) : undefined);

/** "LAD proximal", «قسمت پروگزیمال LAD»; a graft by its own name. */
export const segmentLabel = (l: Locale, id: string): string => {
  const graft = graftOf(id);
  return graft === undefined ? (names.get(id)?.[l] ?? id) : say.lesionGraft(l, { name: graft });
};

/** What stands on the badge: the SYNTAX number, or the graft's name. */
export const segmentNumber = (id: string): string => graftOf(id) ?? id;

/** "5 + 6 + 11" as clinical runs. */
export const SegmentNumbers = ({ of }: { of: readonly string[] }) => (
  <>{of.map((id, i) => <span key={id}>{i > 0 && ' + '}<X>{segmentNumber(id)}</X></span>)}</>
);

/** The names after the numbers; of a bifurcation only the vessels would repeat, so at most two are named. */
export const segmentNames = (l: Locale, of: readonly string[]): string =>
  of.length > 2 ? '' : of.filter((id) => graftOf(id) === undefined).map((id) => segmentLabel(l, id)).join(frame.comma(l));
