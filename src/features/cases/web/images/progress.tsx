// What goes on now, with its noun and its figures.
import { useLocale } from '#web/context.tsx';
import { Say } from '#web/text/say.tsx';
import * as say from '#words/cases.ts';
import type { Desk } from './desk.ts';

export const Progress = ({ desk: { reading, items } }: { desk: Desk }) => {
  const l = useLocale();
  const at = items.findIndex(({ state }) => state === 'cleaning');
  if (reading !== undefined) return <Line text={say.imagesReading(l, reading)} done={reading.done} total={reading.total} />;
  if (at < 0) return null;
  const { stage } = items[at] ?? {};
  return <Line text={say.imagesCleaningRun(l, { n: at + 1, total: items.length })} done={at + (stage && stage.total > 0 ? stage.done / stage.total : 0)} total={items.length} />;
};

const Line = ({ text, done, total }: { text: string; done: number; total: number }) => (
  <div class="progress-line" role="status">
    <span><Say>{text}</Say></span>
    <progress value={done} max={Math.max(1, total)} aria-label={text.replace(/[\u2066-\u2069]/g, '')} />
  </div>
);
