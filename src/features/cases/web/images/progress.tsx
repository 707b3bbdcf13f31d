// What goes on now, with its noun, its bytes and the time that is left.
import { useRef } from 'preact/hooks';
import { useLocale } from '#web/context.tsx';
import { Say } from '#web/text/say.tsx';
import { bytesText } from '#web/text/when-words.ts';
import * as say from '#words/cases.ts';
import type { Desk } from './desk.ts';
import { lineMeter } from './line-meter.ts';
import { cleanedOf } from './looking.ts';
import { durationText } from './duration.ts';

export const Progress = ({ desk }: { desk: Desk }) => {
  const l = useLocale();
  const { reading, items } = desk;
  const at = items.findIndex(({ state }) => state === 'cleaning');
  if (reading !== undefined) return <Line key="reading" text={say.imagesReading(l)} done={reading.bytes} all={reading.allBytes} />;
  if (at < 0) return null;
  return <Line key="cleaning" text={say.imagesCleaningRun(l, { n: at + 1, total: items.length })} {...cleanedOf(desk)} />;
};

/** Shorter than this nobody needs to be told. */
const WORTH_SECONDS = 4;

const Line = ({ text, done, all }: { text: string; done: number; all: number }) => {
  const l = useLocale();
  const meter = useRef(lineMeter()).current;
  const rate = meter.at(done);
  const seconds = rate > 0 ? (all - done) / rate : 0;
  const parts = [text, say.imagesBytesOf(l, { done: bytesText(l, Math.round(done)), all: bytesText(l, all) }), ...(seconds >= WORTH_SECONDS ? [say.imagesTimeLeft(l, { time: durationText(l, seconds) })] : [])];
  return (
    <div class="progress-line" role="status">
      <span><Say>{parts.join(' · ')}</Say></span>
      <progress value={done} max={Math.max(1, all)} aria-label={text.replace(/[\u2066-\u2069]/g, '')} />
    </div>
  );
};
