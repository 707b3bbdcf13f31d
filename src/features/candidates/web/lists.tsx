// The lists of a CV: training, posts, procedures, publications, languages, certificates.
import type { Concept } from '#features/people/rules/profile-view.ts';
import { isolate } from '#kernel/text.ts';
import { named, useLocale } from '#web/context.tsx';
import { Button } from '#web/ui/button.tsx';
import { Select } from '#web/ui/choice.tsx';
import * as say from '#words/candidates.ts';
import { periodText } from '../rules/period.ts';
import { languageLevels, LIMITS, trainingKinds } from '../rules/vocabulary.ts';
import type { Certificate, CvLanguage, Post, Training } from '../rules/wire.ts';
import type { CvDraft } from './draft.ts';
import { PeriodField, TwoScripts } from './fields.tsx';
import { useFresh } from './fresh.ts';
import { Procedures } from './procedures.tsx';
import { Publications } from './publications.tsx';
import { RowList } from './row-list.tsx';
import { kindText, languageLevelText, languageName } from './said.ts';

type Part = { draft: CvDraft };
type Titled = Pick<Post, 'titleEn' | 'titleFa' | 'placeEn' | 'placeFa' | 'from' | 'to'>;
const untitled: Titled = { titleEn: '', titleFa: '', placeEn: '', placeFa: '', from: '', to: '' };

export const Lists = ({ draft, concepts, orcid, mayFetch }: Part & { concepts: readonly Concept[]; orcid: string; mayFetch: boolean }) => (
  <>
    <TrainingPart draft={draft} />
    <Posts draft={draft} />
    <Procedures draft={draft} concepts={concepts} />
    <Publications draft={draft} orcid={orcid} mayFetch={mayFetch} />
    <Languages draft={draft} />
    <Certificates draft={draft} />
  </>
);

const TitledFields = <T extends Titled>({ row, change }: { row: T; change: (patch: Partial<Titled>) => void }) => {
  const l = useLocale();
  return (
    <>
      <TwoScripts en={row.titleEn} fa={row.titleFa} labelEn={say.titleEn(l)} labelFa={say.titleFa(l)} onEn={(titleEn) => change({ titleEn })} onFa={(titleFa) => change({ titleFa })} />
      <TwoScripts en={row.placeEn} fa={row.placeFa} labelEn={say.placeEn(l)} labelFa={say.placeFa(l)} onEn={(placeEn) => change({ placeEn })} onFa={(placeFa) => change({ placeFa })} />
      <div class="two">
        <PeriodField label={say.from(l)} value={row.from} onValue={(from) => change({ from })} />
        <PeriodField label={say.to(l)} value={row.to} onValue={(to) => change({ to })} hint={say.toHint(l)} />
      </div>
    </>
  );
};

const useTitledLine = () => {
  const l = useLocale();
  return (row: Titled) => {
    const span = [periodText(l, row.from), row.to.trim() === '' ? say.untilNow(l) : periodText(l, row.to)].filter(Boolean).join(' – ');
    const place = named(l, { nameEn: row.placeEn, nameFa: row.placeFa });
    return { main: isolateIf(named(l, { nameEn: row.titleEn, nameFa: row.titleFa })), under: [isolateIf(place), row.from.trim() && span].filter(Boolean).join(' · ') };
  };
};
const isolateIf = (text: string): string => (text.trim() === '' ? '' : isolate(text));

const TrainingPart = ({ draft: { value, change } }: Part) => {
  const l = useLocale();
  const fresh = useFresh();
  const lineOf = useTitledLine();
  const put = (training: Training[]) => change({ training });
  return (
    <section class="stack">
      <h2>{say.partTraining(l)}</h2>
      <RowList<Training> rows={value.training} onRows={put} lineOf={(row) => { const line = lineOf(row); return { ...line, under: [kindText(l, row.kind), line.under].filter(Boolean).join(' · ') }; }}
        editor={(row, patch) => (
          <>
            <Select label={say.kind(l)} empty={false} value={row.kind} onValue={(kind) => kind && patch({ kind })} options={trainingKinds.map((kind) => ({ value: kind, label: kindText(l, kind) }))} />
            <TitledFields row={row} change={patch} />
          </>
        )}>
        {(open) => value.training.length < LIMITS.rows && <Button icon="ask" onClick={() => { const id = fresh(); put([...value.training, { id, kind: 'fellowship', ...untitled }]); open(id); }}>{say.addTraining(l)}</Button>}
      </RowList>
    </section>
  );
};

const Posts = ({ draft: { value, change } }: Part) => {
  const l = useLocale();
  const fresh = useFresh();
  const lineOf = useTitledLine();
  const put = (posts: Post[]) => change({ posts });
  return (
    <section class="stack">
      <h2>{say.partPosts(l)}</h2>
      <RowList<Post> rows={value.posts} onRows={put} lineOf={lineOf} editor={(row, patch) => <TitledFields row={row} change={patch} />}>
        {(open) => value.posts.length < LIMITS.rows && <Button icon="ask" onClick={() => { const id = fresh(); put([...value.posts, { id, ...untitled }]); open(id); }}>{say.addPost(l)}</Button>}
      </RowList>
    </section>
  );
};

const offered = ['fa', 'en', 'fr', 'de', 'ar', 'az', 'ckb', 'tr', 'it', 'es', 'pt', 'pl', 'ru', 'sv', 'nl', 'hi', 'ur', 'zh', 'ja'];

const Languages = ({ draft: { value, change } }: Part) => {
  const l = useLocale();
  const fresh = useFresh();
  const put = (languages: CvLanguage[]) => change({ languages });
  return (
    <section class="stack">
      <h2>{say.partLanguages(l)}</h2>
      <RowList<CvLanguage> rows={value.languages} onRows={put} lineOf={(row) => ({ main: languageName(l, row.code), under: languageLevelText(l, row.level) })}
        editor={(row, patch) => (
          <div class="two">
            <Select label={say.language(l)} empty={false} value={row.code} onValue={(code) => code && patch({ code })} options={[...new Set([...offered, row.code])].map((code) => ({ value: code, label: languageName(l, code) }))} />
            <Select label={say.level(l)} empty={false} value={row.level} onValue={(level) => level && patch({ level })} options={languageLevels.map((level) => ({ value: level, label: languageLevelText(l, level) }))} />
          </div>
        )}>
        {(open) => value.languages.length < LIMITS.languages && <Button icon="ask" onClick={() => { const id = fresh(); put([...value.languages, { id, code: 'en', level: 'working' }]); open(id); }}>{say.addLanguage(l)}</Button>}
      </RowList>
    </section>
  );
};

const Certificates = ({ draft: { value, change } }: Part) => {
  const l = useLocale();
  const fresh = useFresh();
  const put = (certificates: Certificate[]) => change({ certificates });
  return (
    <section class="stack">
      <h2>{say.partCertificates(l)}</h2>
      <RowList<Certificate> rows={value.certificates} onRows={put}
        lineOf={(row) => ({ main: isolateIf(named(l, { nameEn: row.titleEn, nameFa: row.titleFa })), under: [isolateIf(named(l, { nameEn: row.byEn, nameFa: row.byFa })), periodText(l, row.on)].filter(Boolean).join(' · ') })}
        editor={(row, patch) => (
          <>
            <TwoScripts en={row.titleEn} fa={row.titleFa} labelEn={say.titleEn(l)} labelFa={say.titleFa(l)} onEn={(titleEn) => patch({ titleEn })} onFa={(titleFa) => patch({ titleFa })} />
            <TwoScripts en={row.byEn} fa={row.byFa} labelEn={say.byEn(l)} labelFa={say.byFa(l)} onEn={(byEn) => patch({ byEn })} onFa={(byFa) => patch({ byFa })} />
            <div class="two">
              <PeriodField label={say.on(l)} value={row.on} onValue={(on) => patch({ on })} />
              <PeriodField label={say.until(l)} value={row.until} onValue={(until) => patch({ until })} />
            </div>
          </>
        )}>
        {(open) => value.certificates.length < LIMITS.rows && <Button icon="ask" onClick={() => { const id = fresh(); put([...value.certificates, { id, titleEn: '', titleFa: '', byEn: '', byFa: '', on: '', until: '' }]); open(id); }}>{say.addCertificate(l)}</Button>}
      </RowList>
    </section>
  );
};
