import { useRef, useState } from 'preact/hooks';
import { useLocale } from '#web/context.tsx';
import * as say from '#words/cases.ts';
import type { Lesion } from '../../rules/wire.ts';
import { segmentLabel } from '../segments.tsx';
import { drawnFor, TreeDrawing } from '../tree.tsx';
import { downstream, order, VIEW } from '../tree-table.ts';

type Step = 'down' | 'up' | 'next' | 'back';
const keys: Readonly<Record<string, Step>> = { ArrowDown: 'down', ArrowUp: 'up', ArrowRight: 'next', ArrowLeft: 'back' };

/** Down the vessel and up to where it comes from; sideways through all segments, as they are drawn (the drawing never turns). */
const stepFrom = (id: string, step: Step, dominance: 'right' | 'left'): string | undefined => {
  const all = order[dominance];
  if (step === 'down') return downstream[id]?.find((one) => all.includes(one));
  if (step === 'up') return Object.entries(downstream).find(([, to]) => to.includes(id))?.[0];
  return all[all.indexOf(id) + (step === 'next' ? 1 : -1)];
};

/** The coronary tree to be tapped. One stop for the Tab key; arrow keys follow the vessel from there. */
export const TapTree = ({ dominance, lesions, at, onTap }: { dominance: 'right' | 'left'; lesions: readonly Lesion[]; at: number | null; onTap: (id: string) => void }) => {
  const l = useLocale();
  const svg = useRef<SVGSVGElement>(null);
  const [focus, setFocus] = useState('5');
  const lesionOf = (id: string) => lesions.findIndex((one) => one.segments.includes(id));
  const stop = drawnFor(dominance).some(({ id }) => id === focus) ? focus : '5';
  const onKeyDown = (event: KeyboardEvent, id: string) => {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      return onTap(id);
    }
    const step = keys[event.key];
    const to = step && stepFrom(id, step, dominance);
    if (to === undefined) return;
    event.preventDefault();
    setFocus(to);
    svg.current?.querySelector<SVGGElement>(`[data-id="${to}"]`)?.focus();
  };
  return (
    <svg ref={svg} class="tree" viewBox={VIEW} role="group" aria-label={say.treeLabel(l)}>
      <TreeDrawing
        hits dominance={dominance}
        of={({ id }) => {
          const n = lesionOf(id);
          const name = `${id} ${segmentLabel(l, id)}`;
          return {
            'data-id': id, role: 'button', tabindex: id === stop ? 0 : -1, 'aria-pressed': n >= 0, class: n < 0 ? '' : n === at ? 'on now' : 'on',
            'aria-label': (n < 0 ? name : say.treeOnto(l, { segment: name, n: n + 1 })).replaceAll(/[\u2066-\u2069]/g, ''),
            onClick: () => { setFocus(id); onTap(id); }, onKeyDown: (event: KeyboardEvent) => onKeyDown(event, id),
          };
        }}
      />
    </svg>
  );
};
