// A file or a pasted text of publications, read by the node and shown before anything is added.
import { useState } from 'preact/hooks';
import { useAct } from '#features/people/web/door.tsx';
import { api } from '#web/api.ts';
import { useLocale } from '#web/context.tsx';
import { Say } from '#web/text/say.tsx';
import { Button } from '#web/ui/button.tsx';
import { Check } from '#web/ui/choice.tsx';
import { Note, RefusalNote } from '#web/ui/note.tsx';
import { TextArea } from '#web/ui/text-field.tsx';
import * as say from '#words/candidates.ts';
import { countIn } from '../rules/period.ts';
import { LIMITS } from '../rules/vocabulary.ts';
import type { Work } from '../rules/wire.ts';
import { workKey } from '../rules/works.ts';
import type { WorksAnswer } from './answers.ts';
import { workLine } from './work-line.ts';

type Found = WorksAnswer & { readonly chosen: readonly boolean[] };

export const BringWorks = ({ known, orcid, mayFetch, onAdd }: { known: readonly Work[]; orcid: string; mayFetch: boolean; onAdd: (works: readonly Omit<Work, 'id'>[]) => void }) => {
  const l = useLocale();
  const [text, setText] = useState('');
  const [tooBig, setTooBig] = useState(false);
  const [found, setFound] = useState<Found>();
  const file = useAct();
  const away = useAct();
  const has = new Set(known.map(workKey));
  const show = (answer: WorksAnswer | undefined) => answer && setFound({ ...answer, chosen: answer.works.map((work) => !has.has(workKey(work))) });
  const take = async (picked: File | undefined) => {
    setTooBig(picked !== undefined && picked.size > LIMITS.fileSigns * 2);
    if (picked === undefined || picked.size > LIMITS.fileSigns * 2) return;
    const words = await picked.text();
    setTooBig(words.length > LIMITS.fileSigns);
    if (words.length <= LIMITS.fileSigns) setText(words);
  };
  const add = () => {
    if (found === undefined) return;
    onAdd(found.works.filter((_, n) => found.chosen[n]));
    setFound(undefined);
    setText('');
  };
  return (
    <div class="sheet stack" role="group" aria-label={say.importTitle(l)}>
      <h3>{say.importTitle(l)}</h3>
      <TextArea label={say.importTitle(l)} hint={say.importHint(l)} value={text} lang="en" onValue={(typed) => setText(typed.slice(0, LIMITS.fileSigns))} rows={3} />
      <div class="row">
        <Button onClick={() => void file.run(() => api.post<WorksAnswer>('/api/me/cv/read', { text })).then(show)} busy={file.busy ? say.importReading(l) : undefined} notYet={text.trim() === '' ? say.importHint(l) : undefined}>{say.importRead(l)}</Button>
        <label class="btn cv-file">{say.importFile(l)}<input type="file" class="vh" accept=".bib,.bibtex,.ris,.txt,text/plain" onChange={(event) => void take(event.currentTarget.files?.[0])} /></label>
        {mayFetch && orcid !== '' && <Button onClick={() => void away.run(() => api.post<WorksAnswer>('/api/me/cv/orcid')).then(show)} busy={away.busy ? say.importFetching(l) : undefined}>{say.importOrcid(l)}</Button>}
      </div>
      {!mayFetch && <p class="meta">{say.noOutside(l)}</p>}
      {tooBig && <Note kind="wait">{say.importTooBig(l)}</Note>}
      <RefusalNote refused={file.refused ?? away.refused} />
      {found && <Preview found={found} has={has} onChosen={(chosen) => setFound({ ...found, chosen })} onAdd={add} room={LIMITS.publications - known.length} />}
    </div>
  );
};

const Preview = ({ found, has, onChosen, onAdd, room }: { found: Found; has: ReadonlySet<string>; onChosen: (chosen: readonly boolean[]) => void; onAdd: () => void; room: number }) => {
  const l = useLocale();
  const n = found.chosen.filter(Boolean).length;
  const list = found.unread.slice(0, 12).map((one) => countIn(l, one)).join(l === 'fa' ? '، ' : ', ');
  return (
    <div class="stack" role="status">
      <p><b>{say.importFound(l, { n: found.works.length })}</b></p>
      {found.unread.length > 0 && <Note kind="wait"><Say>{say.importUnread(l, { n: found.unread.length, list })}</Say></Note>}
      {found.left > 0 && <Note kind="wait">{say.importLeft(l, { n: found.left })}</Note>}
      {n > room && <Note kind="wait">{say.importFull(l)}</Note>}
      {found.works.map((work, i) => (
        <Check key={`${i} ${work.title}`} checked={found.chosen[i] ?? false} onValue={(on) => onChosen(found.chosen.map((one, at) => (at === i ? on : one)))} hint={has.has(workKey(work)) ? say.importKnown(l) : undefined}>
          <Say>{workLine(work)}</Say>
        </Check>
      ))}
      <div><Button kind="main" onClick={onAdd} notYet={n === 0 ? say.importHint(l) : undefined}>{say.importAdd(l, { n })}</Button></div>
    </div>
  );
};
