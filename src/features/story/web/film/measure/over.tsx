// The measure in the making, over the picture: lines with a dark halo, open ends that hide no edge, the walls that were found.

import type { ViewerPane } from '#features/cases/web/player-door.ts';
import type { Point } from '../../../rules/measure/plane.ts';
import type { RunView } from '../../../rules/present.ts';
import type { Drawn, Shown } from '../use-marks.ts';
import { usePane } from '../use-pane.ts';
import { drawnOf } from './calibrations.ts';
import { type Draft, strokesOf } from './draft.ts';
import { noMeasure } from './full-picture.ts';
import { useCalipers } from './hand.ts';
import { Loupe } from './loupe.tsx';
import type { Measuring } from './use-measuring.ts';

const pathOf = (places: readonly Point[]): string => places.map(({ x, y }, i) => `${i === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`).join('');

const Stroke = ({ places, class: cls }: { places: readonly Point[]; class?: string }) => {
  const path = pathOf(places);
  return places.length < 2 ? null : <g class={cls}><path class="halo" d={path} /><path class="stroke" d={path} /></g>;
};

/** A ring open in the middle with four short arms: what lies under the end stays seen. */
const End = ({ at: { x, y }, active }: { at: Point; active: boolean }) => {
  const arms = `M${x - 14} ${y}h9M${x + 5} ${y}h9M${x} ${y - 14}v9M${x} ${y + 5}v9`;
  return <g class={active ? 'end active' : 'end'}><path class="halo" d={arms} /><path class="stroke" d={arms} /></g>;
};

const Walls = ({ draft, on }: { draft: Draft; on: (place: Point) => Point }) => {
  if (!draft.found || draft.found === 'nothing') return null;
  const { walls, lesion } = draft.found;
  const across = (i: number): Point[] => [walls.left[i] as Point, walls.right[i] as Point].map(on);
  return (
    <>
      <Stroke class="wall" places={walls.left.map(on)} />
      <Stroke class="wall" places={walls.right.map(on)} />
      {[lesion.from, lesion.at, lesion.to].map((i) => <Stroke key={i} class={i === lesion.at ? 'least' : 'wall'} places={across(i)} />)}
    </>
  );
};

export const MeasureOver = ({ box, pane, run, measuring, marks, onKeep }: {
  box: HTMLElement; pane: ViewerPane; run: RunView; measuring: Measuring; marks: readonly Shown[]; onKeep: ((drawn: Drawn) => void) | undefined;
}) => {
  const now = usePane(pane);
  const allowed = noMeasure(pane, run, now) === null;
  const keep = (): void => {
    const { drawn } = drawnOf({ run, marks, measuring });
    if (drawn) onKeep?.(drawn);
  };
  const held = useCalipers({ box, pane, run, measuring, allowed, onKeep: keep });
  const { draft } = measuring;
  const shown = draft && draft.runId === run.id && draft.frame === now?.frame ? draft : undefined;
  const walls = shown?.found != null && shown.found !== 'nothing';
  const on = (place: Point): Point => pane.player.toScreen(place);
  return (
    <>
      <svg class="marks calipers" aria-hidden="true">
        {shown && !walls && strokesOf(shown.kind, shown.ends).map((ends, i) => <Stroke key={i} places={ends.map(on)} />)}
        {shown && <Walls draft={shown} on={on} />}
        {shown?.ends.map((end, i) => (walls ? <circle key={i} class="place" cx={on(end).x} cy={on(end).y} r={3} /> : <End key={i} at={on(end)} active={i === shown.active} />))}
      </svg>
      {held && held.by !== 'mouse' && <Loupe box={box} held={held} />}
    </>
  );
};
