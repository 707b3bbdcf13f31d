// For whoever hears the page: how many marks and measures the run has, and what stands on the frame one has stopped at.

import { useLocale } from '#web/context.tsx';
import type { ViewerPane } from '#features/cases/web/player-door.ts';
import * as say from '#words/story.ts';
import { measuredOf } from '../../rules/measure/marked.ts';
import type { RunView } from '../../rules/present.ts';
import { type Authors, markLabel, segmentName } from './mark-labels.ts';
import { numberText } from './measure/words.ts';
import { sizeOf } from './run-size.ts';
import { usePane } from './use-pane.ts';
import type { Shown } from './use-marks.ts';

export const FrameMarks = ({ pane, run, marks, authors }: { pane: ViewerPane | undefined; run: RunView; marks: readonly Shown[]; authors: Authors }) => {
  const l = useLocale();
  const now = usePane(pane);
  const own = marks.filter(({ runId }) => runId === run.id);
  const number = (mark: Shown): string | undefined => {
    const measured = measuredOf(mark, sizeOf(run));
    return measured ? numberText(l, measured) : undefined;
  };
  const said = (mark: Shown): string => `${say.filmMark(l, { label: markLabel(l, mark, authors) })}: ${number(mark) ?? (mark.shape === 'segment' ? segmentName(l, mark.details.segment) : mark.note)}`;
  const here = now?.playing === false ? own.filter(({ frame }) => frame === now.frame) : [];
  const lines = [
    ...(own.length === 0 ? [] : [say.filmSummaryMarks(l, { n: own.length, measures: own.filter((mark) => number(mark) !== undefined).length })]),
    ...(here.length === 0 ? [] : [say.filmSummaryHere(l, { list: here.map(said).join('; ') })]),
  ];
  return <p class="vh" role="status">{lines.join(' ').replaceAll(/[\u2066-\u2069]/g, '')}</p>;
};
