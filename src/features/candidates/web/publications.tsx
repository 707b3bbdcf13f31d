// Publications: brought from a file or ORCID, seen before they are added; or written by hand.
import { useLocale } from '#web/context.tsx';
import { writtenIn } from '#features/people/rules/written-in.ts';
import { Button } from '#web/ui/button.tsx';
import { TextArea, TextField } from '#web/ui/text-field.tsx';
import * as say from '#words/candidates.ts';
import { LIMITS } from '../rules/vocabulary.ts';
import type { Work } from '../rules/wire.ts';
import { BringWorks } from './bring-works.tsx';
import type { CvDraft } from './draft.ts';
import { PeriodField } from './fields.tsx';
import { useFresh } from './fresh.ts';
import { RowList } from './row-list.tsx';
import { sourceText } from './said.ts';
import { workLine } from './work-line.ts';

export const Publications = ({ draft: { value, change }, orcid, mayFetch }: { draft: CvDraft; orcid: string; mayFetch: boolean }) => {
  const l = useLocale();
  const fresh = useFresh();
  const put = (publications: Work[]) => change({ publications });
  return (
    <section class="stack">
      <h2>{say.partPublications(l)}</h2>
      <RowList<Work> rows={value.publications} onRows={put} lineOf={(row) => ({ main: row.title === '' ? '' : workLine(row), under: sourceText(l, row.source) })}
        editor={(row, patch) => <WorkFields row={row} change={(more) => patch({ ...more, source: 'typed', seal: '' })} />}>
        {(open) => value.publications.length < LIMITS.publications && (
          <Button onClick={() => { const id = fresh(); put([{ id, title: '', authors: [], journal: '', year: '', volume: '', issue: '', pages: '', doi: '', source: 'typed', seal: '' }, ...value.publications]); open(id); }}>{say.addWork(l)}</Button>
        )}
      </RowList>
      <BringWorks known={value.publications} orcid={orcid} mayFetch={mayFetch}
        onAdd={(works) => change((now) => ({ publications: [...works.map((work) => ({ ...work, id: fresh(), authors: [...work.authors] })), ...now.publications].slice(0, LIMITS.publications) }))} />
    </section>
  );
};

/** A line changed by hand is typed, wherever it came from. */
const WorkFields = ({ row, change }: { row: Work; change: (patch: Partial<Work>) => void }) => {
  const l = useLocale();
  const lang = writtenIn(row.title, l);
  return (
    <>
      <TextField label={say.workTitle(l)} value={row.title} lang={lang} onValue={(title) => change({ title })} maxLength={LIMITS.title} />
      <TextArea label={say.workAuthors(l)} value={row.authors.join('\n')} lang={lang} rows={3} onValue={(text) => change({ authors: text === '' ? [] : text.split('\n').slice(0, LIMITS.authors).map((one) => one.slice(0, LIMITS.line)) })} />
      <div class="two">
        <TextField label={say.workJournal(l)} value={row.journal} lang={lang} onValue={(journal) => change({ journal })} maxLength={LIMITS.line} />
        <PeriodField label={say.year(l)} value={row.year} onValue={(year) => change({ year })} />
        <TextField label={say.workVolume(l)} value={row.volume} lang="en" onValue={(volume) => change({ volume })} maxLength={40} />
        <TextField label={say.workIssue(l)} value={row.issue} lang="en" onValue={(issue) => change({ issue })} maxLength={40} />
        <TextField label={say.workPages(l)} value={row.pages} lang="en" onValue={(pages) => change({ pages })} maxLength={40} />
        <TextField label={say.workDoi(l)} value={row.doi} lang="en" onValue={(doi) => change({ doi })} maxLength={120} />
      </div>
    </>
  );
};
