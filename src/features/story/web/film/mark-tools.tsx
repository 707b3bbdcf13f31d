// The tools that mark and measure, and what the hand does with each.

import { useLocale } from '#web/context.tsx';
import * as say from '#words/story.ts';
import { isShape, type Shape } from './drawing.ts';
import { Tool } from './tool.tsx';

const text = 'M5 6h14M12 6v13M9 19h6';
const line = 'M4 17c3-8 6-9 7-5s3 4 4 1 2-6 5-7';
const segment = 'M4 12 11 5h8v8l-7 7zM15.500 8.500h.01';

type Taken = 'auto' | 'measure' | Shape;

export const MarkTools = ({ hand, marking, onTake }: { hand: string; marking: boolean; onTake: (next: Taken) => void }) => {
  const l = useLocale();
  const take = (one: Taken) => () => onTake(hand === one ? 'auto' : one);
  return (
    <>
      <Tool icon="ruler" pressed={hand === 'measure'} onClick={take('measure')}>{say.filmMeasureTool(l)}</Tool>
      {marking && <Tool icon="arrow" pressed={hand === 'arrow'} onClick={take('arrow')}>{say.filmArrow(l)}</Tool>}
      {marking && <Tool path={line} pressed={hand === 'freehand'} onClick={take('freehand')}>{say.filmFreehand(l)}</Tool>}
      {marking && <Tool path={text} pressed={hand === 'text'} onClick={take('text')}>{say.filmText(l)}</Tool>}
      {marking && <Tool path={segment} pressed={hand === 'segment'} onClick={take('segment')}>{say.filmSegment(l)}</Tool>}
    </>
  );
};

const hints: Readonly<Record<Shape, typeof say.filmDrawArrow>> = { arrow: say.filmDrawArrow, freehand: say.filmDrawFreehand, text: say.filmDrawText, segment: say.filmDrawSegment };

export const MarkHint = ({ hand }: { hand: string }) => {
  const l = useLocale();
  return isShape(hand) ? <p class="hint" role="status">{hints[hand](l)}</p> : null;
};
