import { named, useLocale } from '#web/context.tsx';
import { UserRun } from '#web/text/say.tsx';
import { CaseRow } from '#web/ui/ask-card.tsx';
import { PersonLine } from '#web/ui/people.tsx';
import * as say from '#words/search.ts';
import type { Concept, Hit } from '../rules/hit.ts';
import { outcomeWords, partWord, titleOf, written } from './said.ts';

const EXCERPT = 180;
const short = (text: string): string => (text.length <= EXCERPT ? text : `${text.slice(0, EXCERPT).replace(/\s+\S*$/, '')} …`);

/** Names of concepts, each a run of its own. */
export const Concepts = ({ of }: { of: readonly Concept[] }) => {
  const l = useLocale();
  return <>{of.map((one, i) => <span key={one.id}>{i > 0 && ' · '}<UserRun text={named(l, one)} lang={l} /></span>)}</>;
};

/** One thing that was found: what it is, where the words stood, by which concept it was met, and how it ended. */
export const HitRow = ({ of: hit }: { of: Hit }) => {
  const l = useLocale();
  const detail = written(l, hit.detailEn, hit.detailFa);
  const title = titleOf(l, hit);
  const as = hit.as.length > 0 && <p class="meta"><span class="eyebrow">{say.as(l)}:</span> <Concepts of={hit.as} /></p>;
  if (hit.kind === 'person') return <li class="stack near"><PersonLine of={{ nameEn: hit.titleEn, nameFa: hit.titleFa, initialsEn: '', initialsFa: '' }} face={false} href={hit.href} detail={<UserRun {...detail} />} />{as}</li>;
  const notes = hit.case === undefined ? [] : [
    partWord(l, hit.part), hit.case.phase === 'draft' ? say.draft(l) : hit.case.phase === 'closed' ? say.closed(l) : '', ...outcomeWords(l, hit.case),
  ].filter((note) => note !== '');
  return (
    <CaseRow href={hit.href} title={title} meta={detail.text !== '' && <UserRun text={short(detail.text)} lang={detail.lang} />}>
      {notes.length > 0 && <p class="meta">{notes.map((note, i) => <span key={note}>{i > 0 && ' · '}<bdi>{note}</bdi></span>)}</p>}
      {as}
    </CaseRow>
  );
};
