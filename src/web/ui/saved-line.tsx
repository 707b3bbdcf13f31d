import type { ComponentChildren } from 'preact';
import type { Conflict, DraftState } from '#web/autosave.ts';
import { useHere } from '#web/context.tsx';
import { clockText } from '#web/text/day.ts';
import { Say } from '#web/text/say.tsx';
import { whenText } from '#web/text/when-words.ts';
import * as say from '#words/web.ts';
import { Button } from './button.tsx';
import { Note, RefusalNote } from './note.tsx';

/** "Saved 14:31 · only you see it". */
export const SavedLine = ({ state }: { state: DraftState }) => {
  const { l, timeZone } = useHere();
  if (state.kind === 'refused') return <RefusalNote refused={state.refused} />;
  const time = 'at' in state ? clockText(l, new Date(state.at), timeZone) : '';
  const words = state.kind === 'saved' ? say.savedAt(l, { time }) : state.kind === 'device' ? say.savedDevice(l, { time }) : '';
  return <span class="saved" role="status"><Say>{words}</Say></span>;
};

/** Two versions side by side, and the choice between them. `show` renders one version's text. */
export const TwoVersions = <T extends object>({ mine, conflict, show }: { mine: T; conflict: Conflict<T> | undefined; show: (value: T) => ComponentChildren }) => {
  const { l, now, timeZone } = useHere();
  if (conflict === undefined) return null;
  const { theirs } = conflict;
  const when = theirs?.savedAt === undefined ? '' : whenText(l, new Date(theirs.savedAt), now, timeZone);
  return (
    <section class="sheet stack" aria-label={say.savedTwoTitle(l)}>
      <Note kind="wait">{say.savedTwoLead(l)}</Note>
      <div class="two">
        <div class="stack"><h2>{say.savedMine(l)}</h2>{show(mine)}<Button onClick={conflict.keepMine}>{say.savedKeepMine(l)}</Button></div>
        {theirs && (
          <div class="stack"><h2><Say>{say.savedTheirs(l, { when })}</Say></h2>{show(theirs.value)}<Button onClick={conflict.takeTheirs}>{say.savedTakeTheirs(l)}</Button></div>
        )}
      </div>
    </section>
  );
};
