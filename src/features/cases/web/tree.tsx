import type { SVGAttributes } from 'preact';
import { AORTA, type Drawn, drawn, vesselNames, VIEW } from './tree-table.ts';

/** The segments there are in this dominance. */
export const drawnFor = (dominance: 'right' | 'left'): readonly Drawn[] => drawn.filter(({ only }) => only === undefined || only === dominance);

type Attributes = SVGAttributes<SVGGElement> & { readonly 'data-id'?: string };

/** The drawing itself; `of` gives each segment its attributes (a button in the form, nothing where it is only read). */
export const TreeDrawing = ({ dominance, of, hits = false }: { dominance: 'right' | 'left'; of: (one: Drawn) => Attributes; hits?: boolean }) => (
  <>
    <path class="v" d={AORTA} stroke-width="2" />
    {drawnFor(dominance).map((one) => (
      <g key={one.id} {...of(one)}>
        {hits && <path class="hit" d={one.path} />}
        <path class="v" d={one.path} stroke-width={one.width} />
        {hits && <circle class="hit-dot" cx={one.x} cy={one.y} r="20" />}
        <circle class="dot" cx={one.x} cy={one.y} r="16" />
        <text x={one.x} y={one.y + 5.5}>{one.id}</text>
      </g>
    ))}
    {vesselNames.map(({ name, x, y }) => <text key={name} class="name" x={x} y={y}>{name}</text>)}
  </>
);

/** The tree as a picture: diseased segments thick and filled. */
export const TreePicture = ({ dominance, chosen, label }: { dominance: 'right' | 'left'; chosen: ReadonlySet<string>; label: string }) => (
  <svg class="tree" viewBox={VIEW} role="img" aria-label={label}>
    <TreeDrawing dominance={dominance} of={({ id }) => ({ class: chosen.has(id) ? 'on' : '' })} />
  </svg>
);
