// The evidence card's own page.
import './cv.css';
import type { Locale } from '#kernel/locale.ts';
import { useLocale } from '#web/context.tsx';
import type { PageProps } from '#web/page.ts';
import * as say from '#words/candidates.ts';
import type { EvidenceCard } from '../rules/present.ts';
import { Evidence } from './evidence-card.tsx';

export const title = (l: Locale): string => say.evidenceTitle(l);

export const View = ({ data: { card } }: PageProps<{ card: EvidenceCard }>) => {
  const l = useLocale();
  return (
    <>
      <h1>{say.evidenceTitle(l)}</h1>
      <p class="meta">{say.evidenceLead(l)}</p>
      <Evidence card={card} />
      <p class="above-4"><a href="/me/cv">{say.sheetEdit(l)}</a></p>
    </>
  );
};
