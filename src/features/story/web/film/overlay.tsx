// Marks over the picture: pale yellow on a black halo, numbered; they lie in the picture and move with it.

import { useLocale } from '#web/context.tsx';
import type { ViewerPane } from '#features/cases/web/player-door.ts';
import type { RunView } from '../../rules/present.ts';
import { type Sketch, sizeOf } from './drawing.ts';
import { type Authors, markLabel } from './mark-labels.ts';
import type { Shown } from './use-marks.ts';

type Place = { readonly x: number; readonly y: number };
const WING = 16;
const RING = 14;

const onScreen = (pane: ViewerPane, run: RunView, points: readonly number[]): Place[] => {
  const { width, height } = sizeOf(run);
  return Array.from({ length: points.length / 2 }, (_, i) => pane.player.toScreen({ x: (points[2 * i] ?? 0) * width, y: (points[2 * i + 1] ?? 0) * height }));
};

const arrowPath = (tail: Place, head: Place): string => {
  const turn = Math.atan2(head.y - tail.y, head.x - tail.x);
  const wing = (by: number): string => `${(head.x - WING * Math.cos(turn + by)).toFixed(1)} ${(head.y - WING * Math.sin(turn + by)).toFixed(1)}`;
  return `M${tail.x.toFixed(1)} ${tail.y.toFixed(1)}L${head.x.toFixed(1)} ${head.y.toFixed(1)}M${wing(0.5)}L${head.x.toFixed(1)} ${head.y.toFixed(1)}L${wing(-0.5)}`;
};

/** Beyond the tail, so that the ring covers no part of the arrow. */
const ringPlace = (tail: Place, head: Place | undefined): Place => {
  if (!head) return tail;
  const long = Math.hypot(head.x - tail.x, head.y - tail.y) || 1;
  return { x: tail.x - ((head.x - tail.x) / long) * RING, y: tail.y - ((head.y - tail.y) / long) * RING };
};

const Line = ({ path }: { path: string }) => <><path class="halo" d={path} /><path class="stroke" d={path} /></>;

const OneMark = ({ places, label, text, chosen }: { places: readonly Place[]; label: string; text: string; chosen: boolean }) => {
  const [tail = { x: 0, y: 0 }, head] = places;
  const ring = ringPlace(tail, head);
  const half = Math.max(RING, 5.5 * label.length + 6);
  return (
    <g class={chosen ? 'chosen' : undefined}>
      {head && <Line path={arrowPath(tail, head)} />}
      <rect x={ring.x - half} y={ring.y - RING} width={2 * half} height={2 * RING} rx={RING} />
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
  const draft = sketch && onScreen(pane, run, sketch.points);
  return (
    <svg class="marks" aria-hidden="true">
      {marks.map((mark) => (
        <OneMark key={mark.id} places={onScreen(pane, run, mark.points)} label={markLabel(l, mark, authors)} text={mark.shape === 'text' ? mark.note : ''} chosen={mark.id === chosen} />
      ))}
      {draft?.[0] && draft[1] && <Line path={arrowPath(draft[0], draft[1])} />}
      {draft?.[0] && !draft[1] && <circle class="dot" cx={draft[0].x} cy={draft[0].y} r={RING - 4} />}
    </svg>
  );
};
