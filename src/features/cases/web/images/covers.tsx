// The covers on one picture: hatched over what they will hide until a person confirms. One drawing over the picture, in pixels of the source.
import { useId, useRef, useState } from 'preact/hooks';
import { useLocale } from '#web/context.tsx';
import * as say from '#words/cases.ts';
import type { DeskMask } from './desk.ts';
import { keyed, moved, sized } from './mask-edit.ts';
import { whyText } from './sentences.ts';

type Change = { readonly onChange: (mask: DeskMask) => void; readonly onOff: (id: string) => void; readonly onAdd: (box: DeskMask['box']) => DeskMask };
type Drag = { readonly id: string; readonly how: typeof moved; readonly x: number; readonly y: number; readonly from: DeskMask };

/** `numbers` are the places of the masks in the run's whole list, for their names. */
export const Covers = ({ masks, numbers, width, height, onChange, onOff, onAdd }: Change & {
  masks: readonly DeskMask[];
  numbers: ReadonlyMap<string, number>;
  width: number;
  height: number;
}) => {
  const l = useLocale();
  const hatch = useId();
  const svg = useRef<SVGSVGElement>(null);
  const drag = useRef<Drag | undefined>(undefined);
  const [chosen, setChosen] = useState<string>();
  const at = (event: PointerEvent): { x: number; y: number } => {
    const box = svg.current?.getBoundingClientRect();
    return box === undefined ? { x: 0, y: 0 } : { x: ((event.clientX - box.left) * width) / box.width, y: ((event.clientY - box.top) * height) / box.height };
  };
  const begin = (mask: DeskMask, how: typeof moved) => (event: PointerEvent) => {
    event.stopPropagation();
    (event.currentTarget as Element).setPointerCapture(event.pointerId);
    drag.current = { id: mask.id, how, from: mask, ...at(event) };
    setChosen(mask.id);
  };
  const go = (event: PointerEvent) => {
    const { current } = drag;
    if (current === undefined) return;
    const { x, y } = at(event);
    onChange({ ...current.from, box: current.how(current.from.box, x - current.x, y - current.y, width, height) });
  };
  // A finger on the bare picture scrolls the page; a mouse or a pen draws a new cover.
  const draw = (event: PointerEvent) => {
    if (event.pointerType === 'touch' || event.button !== 0) return;
    const { x, y } = at(event);
    const mask = onAdd({ left: Math.floor(x), top: Math.floor(y), width: 1, height: 1 });
    begin(mask, sized)(event);
  };
  const end = () => {
    const drawn = masks.find(({ id }) => id === drag.current?.id);
    // A mere click draws nothing.
    if (drawn !== undefined && drag.current?.from.box.width === 1 && Math.max(drawn.box.width, drawn.box.height) < width / 100) onOff(drawn.id);
    drag.current = undefined;
  };
  const press = (mask: DeskMask) => (event: KeyboardEvent) => {
    const next = keyed(mask.box, event.key, event.shiftKey, width, height);
    if (next === undefined) return;
    event.preventDefault();
    if (next === 'off') onOff(mask.id);
    else onChange({ ...mask, box: next });
  };
  const grip = width / 26;
  return (
    <svg ref={svg} class="covers" viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" onPointerDown={draw} onPointerMove={go} onPointerUp={end} onPointerCancel={end}>
      <title>{say.imagesLookCovers(l)}</title>
      <pattern id={hatch} width={width / 64} height={width / 64} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width={width / 64} height={width / 64} class="cover-ground" />
        <rect width={width / 200} height={width / 64} class="cover-line" />
      </pattern>
      {masks.map((mask) => {
        const { left, top, width: w, height: h } = mask.box;
        const n = numbers.get(mask.id) ?? 1;
        return (
          <g key={mask.id} class={mask.id === chosen ? 'cover chosen' : 'cover'}>
            <rect
              class="cover-box" x={left} y={top} width={w} height={h} fill={`url(#${hatch})`} tabIndex={0} role="button" data-cover={mask.id}
              aria-label={say.imagesLookMask(l, { n, why: whyText(l, mask) }).replace(/[\u2066-\u2069]/g, '')}
              onPointerDown={begin(mask, moved)} onKeyDown={press(mask)} onFocus={() => setChosen(mask.id)}
            />
            <circle class="cover-grip" cx={left + w} cy={top + h} r={grip} onPointerDown={begin(mask, sized)} />
            <g class="cover-off" onPointerDown={(event) => { event.stopPropagation(); onOff(mask.id); }}>
              <circle cx={left + w} cy={Math.max(grip, top)} r={grip} />
              <path d={`M${left + w - grip / 2.5} ${Math.max(grip, top) - grip / 2.5}l${grip / 1.25} ${grip / 1.25}m0 ${-grip / 1.25}l${-grip / 1.25} ${grip / 1.25}`} />
            </g>
          </g>
        );
      })}
    </svg>
  );
};
