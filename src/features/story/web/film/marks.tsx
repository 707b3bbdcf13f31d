// Marks as links in text: the number, what was written, and where it leads.

import { useHere } from '#web/context.tsx';
import { Say, UserRun } from '#web/text/say.tsx';
import * as say from '#words/story.ts';
import { measuredOf } from '../../rules/measure/marked.ts';
import type { CaseView, MarkView } from '../../rules/present.ts';
import { filmLink } from './links.ts';
import { authorsOf, type Authors, handOf, markLabel, noteLang, segmentName } from './mark-labels.ts';
import { type Numbered, numbered, shownMarks } from './mark-numbers.ts';
import { methodText, numberText } from './measure/words.ts';
import { sizeOf } from './run-size.ts';

/** The number in its ring, as it stands on the film. */
export const MarkNumber = ({ of: mark, authors }: { of: Numbered; authors: Authors }) => {
  const { l } = useHere();
  return <span class={`marknum by${handOf(mark.by, authors)}`} aria-hidden="true">{markLabel(l, mark, authors)}</span>;
};

/** What a mark says in words: its note, the segment it names, or what was measured and how. */
export const MarkWords = ({ of: mark, page }: { of: MarkView; page: CaseView }) => {
  const { l } = useHere();
  const run = page.runs.find(({ id }) => id === mark.runId);
  const measured = run ? measuredOf(mark, sizeOf(run)) : null;
  const note = mark.note === '' ? null : <UserRun text={mark.note} lang={noteLang(mark.note)} />;
  if (measured) return <><Say>{numberText(l, measured)}</Say> <span class="meta">· <Say>{methodText(l, measured)}</Say></span>{note && <> · {note}</>}</>;
  if (mark.shape === 'segment') return <><Say>{say.filmSegmentIs(l, { segment: segmentName(l, mark.details.segment) })}</Say>{note && <> · {note}</>}</>;
  return note ?? <>{mark.shape === 'freehand' ? say.filmNoNoteLine(l) : say.filmNoNote(l)}</>;
};

/** "② Ambiguous cap · run 2, frame 43", as a link to that frame. */
export const MarkLink = ({ of: mark, page, authors, onOpen }: { of: Numbered; page: CaseView; authors: Authors; onOpen?: ((mark: Numbered) => void) | undefined }) => {
  const { l } = useHere();
  const run = page.runs.findIndex(({ id }) => id === mark.runId) + 1;
  const open = (event: MouseEvent): void => {
    if (!onOpen || event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    onOpen(mark);
  };
  return (
    <a class="marklink" href={filmLink(page.id, { run, frame: mark.frame + 1 })} onClick={open}>
      <MarkNumber of={mark} authors={authors} />
      <span>
        <span class="vh"><Say>{say.filmMark(l, { label: markLabel(l, mark, authors) })}</Say> </span>
        <MarkWords of={mark} page={page} />
        <span class="meta"> · {say.filmWhere(l, { run, frame: mark.frame + 1 })}</span>
      </span>
    </a>
  );
};

/**
 * The marks an opinion points to (`OpinionBody.marks`), for the case page. Marks that were rubbed out, or are not for this reader, are
 * left out; nothing is shown when none is left.
 */
export const MarksOf = ({ of: c, ids }: { of: CaseView; ids: readonly string[] | undefined }) => {
  const { me } = useHere();
  const viewer = { id: me.person?.id ?? '', isAsker: c.isMine };
  const wanted = new Set(ids);
  const marks = numbered(shownMarks(c.marks, viewer.id, c.opinions), viewer).filter(({ id }) => wanted.has(id));
  if (marks.length === 0) return null;
  const authors = authorsOf(c, me.person);
  return <ul class="marklist">{marks.map((mark) => <li key={mark.id}><MarkLink of={mark} page={c} authors={authors} /></li>)}</ul>;
};
