// The words of a mark that was just drawn, and the list of all marks as links.

import { useEffect, useRef, useState } from 'preact/hooks';
import { segments } from 'scores/syntax/segments';
import { named, useLocale } from '#web/context.tsx';
import { When } from '#web/text/when.tsx';
import { Button, IconButton } from '#web/ui/button.tsx';
import { Confirm } from '#web/ui/dialog.tsx';
import { RefusalNote } from '#web/ui/note.tsx';
import { tell } from '#web/ui/toast.tsx';
import * as say from '#words/story.ts';
import type { CaseView } from '../../rules/present.ts';
import { Legend } from './legend.tsx';
import { type Authors, markLabel } from './mark-labels.ts';
import { MarkLink } from './marks.tsx';
import type { Drawn, Marks, Shown } from './use-marks.ts';

const NOTE = 120;

type Words = Pick<Drawn, 'note' | 'details'>;

const SegmentField = ({ onPick }: { onPick: (id: string) => void }) => {
  const l = useLocale();
  return (
    <label class="field"><span class="lab">{say.filmSegmentWhich(l)}</span>
      <select class="in" required onChange={(event) => onPick(event.currentTarget.value)}>
        <option value="">{say.filmSegmentChoose(l)}</option>
        {segments.map(({ id, name }) => <option key={id} value={id}>{id} {name[l]}</option>)}
      </select>
    </label>
  );
};

/** Asks what the mark shows. Enter saves; a text mark needs its text, a segment its name. */
export const NoteForm = ({ drawn, onSave, onDrop }: { drawn: Drawn; onSave: (words: Words) => void; onDrop: () => void }) => {
  const l = useLocale();
  const [note, setNote] = useState('');
  const [segment, setSegment] = useState('');
  const form = useRef<HTMLFormElement>(null);
  const focus = (): void => form.current?.querySelector<HTMLElement>('input, select')?.focus();
  useEffect(focus, [drawn]);
  const { shape } = drawn;
  const save = (): void => {
    const lacks = (shape === 'text' && note.trim() === '') || (shape === 'segment' && segment === '');
    if (lacks) focus();
    else onSave({ note: note.trim(), details: shape === 'segment' ? { segment } : {} });
  };
  return (
    <form ref={form} class="noteform" onSubmit={(event) => { event.preventDefault(); save(); }} onKeyDown={(event) => { if (event.key === 'Escape') onDrop(); }}>
      {shape === 'segment' ? <SegmentField onPick={setSegment} /> : (
        <label class="field"><span class="lab">{shape === 'text' ? say.filmNoteText(l) : say.filmNote(l)}</span>
          <input class="in" value={note} maxLength={NOTE} dir="auto" autocomplete="off" required={shape === 'text'} onInput={(event) => setNote(event.currentTarget.value)} />
        </label>
      )}
      <div class="row"><Button small kind="main" type="submit">{say.filmSave(l)}</Button><Button small kind="bare" onClick={onDrop}>{say.filmDrop(l)}</Button></div>
    </form>
  );
};

export const MarkList = ({ of: c, marks, authors, chosen, onOpen, onPlay, rubbing, onRub }: {
  of: CaseView; marks: Marks; authors: Authors; chosen: string | undefined; onOpen: (mark: Shown) => void; onPlay: (marks: readonly Shown[]) => void;
  /** The mark that is asked about. */ rubbing: Shown | undefined; onRub: (mark: Shown | undefined) => void;
}) => {
  const l = useLocale();
  if (marks.all.length === 0 && !c.may.mark) return null;
  const whose = (mark: Shown): string => {
    const author = mark.by === null ? undefined : authors.get(mark.by);
    if (mark.own) return say.filmMine(l);
    return mark.by === null ? say.filmOfAsker(l) : author ? named(l, author) : say.filmOfColleague(l);
  };
  const rub = async (mark: Shown): Promise<void> => {
    onRub(undefined);
    await marks.rub(mark);
    tell(say.filmRubbed(l, { label: markLabel(l, mark, authors) }));
  };
  return (
    <section class="marksof" aria-label={say.filmMarks(l)}>
      <h2>{say.filmMarks(l)}</h2>
      {c.may.mark && <p class="meta">{say.filmMarksLead(l)}{c.standing === 'sealed' && <> {say.filmSealedMarks(l)}</>}</p>}
      <RefusalNote refused={marks.refused} />
      <Legend marks={marks.all} authors={authors} onPlay={onPlay} />
      <ul class="marklist">
        {marks.all.map((mark) => (
          <li key={mark.id} class={mark.id === chosen ? 'chosen' : undefined}>
            <MarkLink of={mark} page={c} authors={authors} onOpen={() => onOpen(mark)} />
            <span class="meta">{whose(mark)} · <When at={mark.at} /></span>
            {mark.waits && <span class="meta">{say.filmWaits(l)}</span>}
            {mark.own && c.may.mark && <IconButton icon="x" label={say.filmRub(l, { label: markLabel(l, mark, authors) })} onClick={() => onRub(mark)} />}
          </li>
        ))}
      </ul>
      {rubbing && (
        <Confirm
          open question={say.filmRubAsk(l, { label: markLabel(l, rubbing, authors) })} act={say.filmRub(l, { label: markLabel(l, rubbing, authors) })}
          onYes={() => void rub(rubbing)} onNo={() => onRub(undefined)}
        />
      )}
    </section>
  );
};
