// Moving and sizing of a cover, in whole pixels of the source frame; never outside it, never too small to be seen.
import type { Box } from 'imaging/pixels/box';

const LEAST = 4;
const between = (low: number, value: number, high: number): number => Math.min(Math.max(low, Math.round(value)), high);

export const moved = (box: Box, dx: number, dy: number, width: number, height: number): Box => ({
  ...box, left: between(0, box.left + dx, Math.max(0, width - box.width)), top: between(0, box.top + dy, Math.max(0, height - box.height)),
});

export const sized = (box: Box, dx: number, dy: number, width: number, height: number): Box => ({
  ...box, width: between(LEAST, box.width + dx, width - box.left), height: between(LEAST, box.height + dy, height - box.top),
});

/** A new cover: a quarter of the width in the middle, where it is seen and can be dragged. */
export const newBox = (width: number, height: number): Box => {
  const [w, h] = [Math.max(LEAST, Math.round(width / 3)), Math.max(LEAST, Math.round(height / 10))];
  return { left: Math.round((width - w) / 2), top: Math.round((height - h) / 2), width: w, height: h };
};

/** What a key does to a cover: a new box, `off`, or nothing. A step is a hundredth of the width. */
export const keyed = (box: Box, key: string, shift: boolean, width: number, height: number): Box | 'off' | undefined => {
  if (key === 'Delete' || key === 'Backspace') return 'off';
  const step = Math.max(1, Math.round(width / 100));
  const by = { ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, -step], ArrowDown: [0, step] }[key];
  if (by === undefined) return undefined;
  return (shift ? sized : moved)(box, by[0] as number, by[1] as number, width, height);
};
