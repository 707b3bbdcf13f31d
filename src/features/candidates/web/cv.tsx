// One's own CV, kept as typed. The upper part stands at once; the lists come with their own file.
import './cv.css';
import type { Locale } from '#kernel/locale.ts';
import type { Concept } from '#features/people/rules/profile-view.ts';
import { api } from '#web/api.ts';
import { useSavedAsTyped } from '#web/autosave.ts';
import { useLocale } from '#web/context.tsx';
import { later } from '#web/later.tsx';
import type { PageProps } from '#web/page.ts';
import { UserText } from '#web/text/say.tsx';
import { SavedLine, TwoVersions } from '#web/ui/saved-line.tsx';
import { TextArea } from '#web/ui/text-field.tsx';
import { both } from '#web/words.ts';
import * as say from '#words/candidates.ts';
import type { CvView } from '../rules/present.ts';
import { LIMITS } from '../rules/vocabulary.ts';
import type { CvBody } from '../rules/wire.ts';
import type { CvDraft } from './draft.ts';
import { Ways } from './ways.tsx';

const server = import.meta.env.SSR;
const Lists = later(async () => (await import('./lists.tsx')).Lists, server ? (await import('./lists.tsx')).Lists : undefined);

export const title = (l: Locale): string => say.cvTitle(l);

const bodyOf = ({ version: _v, savedAt: _s, orcid: _o, mayFetch: _m, ...body }: CvView): CvBody => body;
const read = async () => {
  const answer = await api.get<CvView>('/api/me/cv');
  return answer.ok ? { ok: true as const, value: { value: bodyOf(answer.value), version: answer.value.version, savedAt: answer.value.savedAt ?? undefined } } : answer;
};

export const View = ({ data: { cv, concepts } }: PageProps<{ cv: CvView; concepts: Concept[] }>) => {
  const l = useLocale();
  const draft = useSavedAsTyped<CvBody>('/api/me/cv', { value: bodyOf(cv), version: cv.version }, { what: both(say.cvChanged), open: '/me/cv', read });
  return (
    <>
      <h1>{say.cvTitle(l)}</h1>
      <p class="meta">{say.cvLead(l)}</p>
      <TwoVersions mine={draft.value} conflict={draft.conflict} show={(value) => <UserText text={value.summaryFa || value.summaryEn} lang={value.summaryFa ? 'fa' : 'en'} />} />
      <div class="cols sect">
        <div class="cv-form">
          {draft.state.kind !== 'clean' && <div class="saved-strip"><SavedLine state={draft.state} /></div>}
          <Summary draft={draft} />
          <Lists draft={draft} concepts={concepts} orcid={cv.orcid} mayFetch={cv.mayFetch} />
        </div>
        <aside class="aside"><Ways /></aside>
      </div>
    </>
  );
};

const Summary = ({ draft: { value, change } }: { draft: CvDraft }) => {
  const l = useLocale();
  const en = <TextArea key="en" label={say.summaryEn(l)} value={value.summaryEn} lang="en" onValue={(summaryEn) => change({ summaryEn })} maxLength={LIMITS.summary} />;
  const fa = <TextArea key="fa" label={say.summaryFa(l)} value={value.summaryFa} lang="fa" onValue={(summaryFa) => change({ summaryFa })} maxLength={LIMITS.summary} />;
  return (
    <section class="stack">
      <h2>{say.partSummary(l)}</h2>
      <p class="meta">{say.summaryHint(l)}</p>
      {l === 'fa' ? [fa, en] : [en, fa]}
    </section>
  );
};
