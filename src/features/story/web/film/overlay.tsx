// Marks over the picture: pale lines on a black halo, numbered, each author with a colour and a stroke of their own; they lie in the picture and
// move with it.

import type { Locale } from '#kernel/locale.ts';
import { useLocale } from '#web/context.tsx';
import type { ViewerPane } from '#features/cases/web/player-door.ts';
import { measuredOf } from '../../rules/measure/marked.ts';
import type { RunView } from '../../rules/present.ts';
import type { Sketch } from './drawing.ts';
import { type Authors, handOf, markLabel, segmentName } from './mark-labels.ts';
import { shortText } from './measure/words.ts';
import { sizeOf } from './run-size.ts';
import { drawingOf, RING } from './shapes.ts';
import type { Shown } from './use-marks.ts';

const Line = ({ path }: { path: string }) => <><path class="halo" d={path} /><path class="stroke" d={path} /></>;

/** What stands beside the ring on the film itself. */
const saidOf = (l: Locale, mark: Shown, run: RunView): string => {
  const measured = measuredOf(mark, sizeOf(run));
  if (measured) return shortText(measured);
  return mark.shape === 'segment' ? segmentName(l, mark.details.segment) : mark.shape === 'text' ? mark.note : '';
};

const OneMark = ({ mark, run, pane, label, chosen, hand }: { mark: Shown; run: RunView; pane: ViewerPane; label: string; chosen: boolean; hand: number }) => {
  const l = useLocale();
  const { strokes, ring } = drawingOf(mark, run, (place) => pane.player.toScreen(place));
  const half = Math.max(RING, 5.5 * label.length + 6);
  const text = saidOf(l, mark, run);
  return (
    <g class={`by${hand}${chosen ? ' chosen' : ''}`}>
      {strokes.map((path, i) => <Line key={i} path={path} />)}
      <rect x={ring.x - half} y={ring.y - RING} width={2 * half} height={2 * RING} rx={hand % 2 === 0 ? RING : 3} />
      <text class="n" x={ring.x} y={ring.y + 5.5} text-anchor="middle">{label}</text>
      {text !== '' && <text class="said" x={ring.x + half + 6} y={ring.y + 5.5}>{text}</text>}
    </g>
  );
};

/** `marks` are those of the frame that is shown; `sketch` is the one under the hand. */
export const Overlay = ({ pane, run, marks, sketch, chosen, authors }: {
  pane: ViewerPane; run: RunView; marks: readonly Shown[]; sketch: Sketch | undefined; chosen: string | undefined; authors: Authors;
}) => {
  const l = useLocale();
  const draft = sketch && drawingOf({ ...sketch, details: {} }, run, (place) => pane.player.toScreen(place));
  return (
    <svg class="marks" aria-hidden="true">
      {marks.map((mark) => <OneMark key={mark.id} mark={mark} run={run} pane={pane} label={markLabel(l, mark, authors)} chosen={mark.id === chosen} hand={handOf(mark.by, authors)} />)}
      {draft?.strokes.map((path, i) => <Line key={i} path={path} />)}
      {draft && draft.strokes.length === 0 && <circle class="dot" cx={draft.ring.x} cy={draft.ring.y} r={RING - 4} />}
    </svg>
  );
};
