// Whose marks are whose: colour, ring and stroke as on the film, with initials and name; and each one's path to be played.

import { named, useLocale } from '#web/context.tsx';
import { Button } from '#web/ui/button.tsx';
import * as say from '#words/story.ts';
import { type Authors, handOf, initialsOf } from './mark-labels.ts';
import { pathOf } from './path.ts';
import type { Shown } from './use-marks.ts';

export const Legend = ({ marks, authors, onPlay }: { marks: readonly Shown[]; authors: Authors; onPlay: (marks: readonly Shown[]) => void }) => {
  const l = useLocale();
  const hands = [...new Set(marks.map(({ by }) => by))];
  const whose = (by: string | null): string => {
    const author = by === null ? undefined : authors.get(by);
    if (marks.some((mark) => mark.by === by && mark.own)) return say.filmMine(l);
    return by === null ? say.filmOfAsker(l) : author ? named(l, author) : say.filmOfColleague(l);
  };
  if (marks.length === 0) return null;
  return (
    <ul class="legend" aria-label={say.filmLegend(l)}>
      {hands.map((by) => {
        const own = pathOf(marks, by);
        return (
          <li key={by ?? ''}>
            <span class={`marknum by${handOf(by, authors)}`} aria-hidden="true">{initialsOf(l, by, authors) || '•'}</span>
            <span>{whose(by)}</span>
            <Button small icon="play" label={say.filmPathPlayOf(l, { whose: whose(by) })} onClick={() => onPlay(own)}>{say.filmPathPlay(l, { n: own.length })}</Button>
          </li>
        );
      })}
    </ul>
  );
};
