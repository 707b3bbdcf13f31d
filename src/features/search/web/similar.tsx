// Cases like this one, with what became of them.

import { segments } from 'scores/syntax/segments';
import type { Locale } from '#kernel/locale.ts';
import { useLocale } from '#web/context.tsx';
import { UserRun, X } from '#web/text/say.tsx';
import { CaseRow } from '#web/ui/ask-card.tsx';
import * as cases from '#words/cases.ts';
import * as say from '#words/search.ts';
import type { SimilarCase } from '../rules/hit.ts';
import { Concepts } from './hit-row.tsx';
import { outcomeWords, titleOf } from './said.ts';

const presentations: Readonly<Record<string, (l: Locale) => string>> = {
  stable: cases.presentationStable, silent: cases.presentationSilent, ua: cases.presentationUa, nstemi: cases.presentationNstemi, stemi: cases.presentationStemi,
  shock: cases.presentationShock, arrest: cases.presentationArrest, 'heart-failure': cases.presentationHeartFailure, valve: cases.presentationValve,
};

const traitWord = (l: Locale, { key, value }: SimilarCase['shared'][number]): string => {
  switch (key) {
    case 'medina': return `Medina ${value}`;
    case 'calcification': return value === 'heavy' ? say.traitHeavy(l) : say.traitModerate(l);
    case 'left-main': return say.traitLeftMain(l);
    case 'occlusion': return say.traitOcclusion(l);
    case 'graft': return say.traitGraft(l);
    case 'segment': return value === '5' ? '' : (segments.find(({ id }) => id === value)?.name[l] ?? '');
    case 'scai': return `SCAI ${value}`;
    default: return presentations[value]?.(l) ?? '';
  }
};

export const SimilarCases = ({ of }: { of: readonly SimilarCase[] }) => {
  const l = useLocale();
  if (of.length === 0) return null;
  return (
    <section class="sect" aria-labelledby="similar">
      <h2 id="similar">{say.similar(l)}</h2>
      <p class="meta">{say.similarLead(l)}</p>
      <ul class="list above-3">
        {of.map((one) => {
          const shared = one.shared.map((trait) => traitWord(l, trait)).filter((word) => word !== '');
          const ended = one.case ? outcomeWords(l, one.case) : [];
          return (
            <CaseRow key={one.id} href={one.href} title={titleOf(l, one)} meta={<>{say.shares(l)}: {shared.map((word, i) => <span key={word}>{i > 0 && ' · '}{/^[A-Za-z]/.test(word) ? <X>{word}</X> : <UserRun text={word} lang={l} />}</span>)}{shared.length > 0 && one.topics.length > 0 && ' · '}<Concepts of={one.topics} /></>}>
              <p class="meta">{ended.length === 0 ? say.noOutcome(l) : ended.map((word, i) => <span key={word}>{i > 0 && ' · '}<bdi>{word}</bdi></span>)}</p>
            </CaseRow>
          );
        })}
      </ul>
    </section>
  );
};
