// A magnifier in a corner of the pane, away from the finger that hides what it points at.

import { useEffect, useRef } from 'preact/hooks';
import type { Held } from './hand.ts';

const SIDE = 132;
const TIMES = 3;
const GAP = 12;

const cross = (context: CanvasRenderingContext2D, side: number, gap: number): void => {
  const middle = side / 2;
  for (const [colour, width] of [['#000', 3], ['#ffd27a', 1.5]] as const) {
    context.strokeStyle = colour;
    context.lineWidth = width;
    context.beginPath();
    for (const [from, to] of [[0, middle - gap], [middle + gap, side]] as const) {
      context.moveTo(from, middle);
      context.lineTo(to, middle);
      context.moveTo(middle, from);
      context.lineTo(middle, to);
    }
    context.stroke();
  }
};

export const Loupe = ({ box, held }: { box: HTMLElement; held: Held }) => {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const film = box.querySelector('canvas');
    const context = canvas.current?.getContext('2d');
    if (!film || !context || !canvas.current) return;
    const ratio = film.width / Math.max(1, film.clientWidth);
    const side = Math.round(SIDE * (globalThis.devicePixelRatio || 1));
    canvas.current.width = canvas.current.height = side;
    context.fillStyle = '#000';
    context.fillRect(0, 0, side, side);
    const part = (SIDE / TIMES) * ratio;
    context.drawImage(film, held.at.x * ratio - part / 2, held.at.y * ratio - part / 2, part, part, 0, 0, side, side);
    cross(context, side, (GAP * side) / SIDE);
  }, [held.at.x, held.at.y]);
  return <div class={held.at.x > box.clientWidth / 2 ? 'loupe' : 'loupe right'}><canvas ref={canvas} /></div>;
};
