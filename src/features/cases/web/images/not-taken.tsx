// Runs that the node refused, each with the node's reason and the ways on.
import { useLocale } from '#web/context.tsx';
import { sayRefusal } from '#web/refusals.ts';
import { Say, X } from '#web/text/say.tsx';
import { Button } from '#web/ui/button.tsx';
import { Note } from '#web/ui/note.tsx';
import * as say from '#words/cases.ts';
import type { Kept } from './shelf.ts';

export const NotTaken = ({ runs, has, onAgain, onRetry, onOut }: {
  runs: readonly Kept[];
  /** The source is still at hand. */
  has: (id: string) => boolean;
  onAgain: (id: string) => void;
  onRetry: (id: string) => void;
  onOut: (id: string) => void;
}) => {
  const l = useLocale();
  return (
    <>
      {runs.map(({ id, view, refused }) => refused && (
        <Note key={id} kind="stop">
          <b><Say>{say.imagesRefusedTitle(l, { view })}</Say></b> <Say>{sayRefusal(l, refused)}</Say>
          {typeof refused.params.instrument === 'string' && <small> <X>{refused.params.instrument}</X></small>}
          {!has(id) && <p>{say.imagesRefusedDropAgain(l)}</p>}
          <div class="row">
            {has(id) && <Button small onClick={() => onAgain(id)}>{say.imagesRefusedAgain(l)}</Button>}
            <Button small onClick={() => onRetry(id)}>{say.imagesRefusedRetry(l)}</Button>
            <Button kind="bare" small onClick={() => onOut(id)}>{say.imagesRefusedOut(l)}</Button>
          </div>
        </Note>
      ))}
    </>
  );
};
