// The words of a mark that was just drawn, and the list of all marks as links.

import { useEffect, useRef, useState } from 'preact/hooks';
import { named, useLocale } from '#web/context.tsx';
import { Button, IconButton } from '#web/ui/button.tsx';
import { Confirm } from '#web/ui/dialog.tsx';
import { RefusalNote } from '#web/ui/note.tsx';
import { tell } from '#web/ui/toast.tsx';
import * as say from '#words/story.ts';
import type { CaseView } from '../../rules/present.ts';
import { type Authors, markLabel } from './mark-labels.ts';
import { MarkLink } from './marks.tsx';
import type { Drawn, Marks, Shown } from './use-marks.ts';

const NOTE = 120;

/** Asks what the mark shows. Enter saves; a text mark needs its text. */
export const NoteForm = ({ drawn, onSave, onDrop }: { drawn: Drawn; onSave: (note: string) => void; onDrop: () => void }) => {
  const l = useLocale();
  const [note, setNote] = useState('');
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), [drawn]);
  const save = (): void => {
    if (drawn.shape === 'arrow' || note.trim() !== '') onSave(note.trim());
    else input.current?.focus();
  };
  return (
    <form class="noteform" onSubmit={(event) => { event.preventDefault(); save(); }} onKeyDown={(event) => { if (event.key === 'Escape') onDrop(); }}>
      <label class="field"><span class="lab">{drawn.shape === 'text' ? say.filmNoteText(l) : say.filmNote(l)}</span>
        <input ref={input} class="in" value={note} maxLength={NOTE} dir="auto" autocomplete="off" required={drawn.shape === 'text'} onInput={(event) => setNote(event.currentTarget.value)} />
      </label>
      <div class="row"><Button small kind="main" type="submit">{say.filmSave(l)}</Button><Button small kind="bare" onClick={onDrop}>{say.filmDrop(l)}</Button></div>
    </form>
  );
};

export const MarkList = ({ of: c, marks, authors, chosen, onOpen, rubbing, onRub }: {
  of: CaseView; marks: Marks; authors: Authors; chosen: string | undefined; onOpen: (mark: Shown) => void;
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
      <ul class="marklist">
        {marks.all.map((mark) => (
          <li key={mark.id} class={mark.id === chosen ? 'chosen' : undefined}>
            <MarkLink of={mark} page={c} authors={authors} onOpen={() => onOpen(mark)} />
            <span class="meta">{whose(mark)}</span>
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
