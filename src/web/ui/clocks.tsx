import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useHere } from '#web/context.tsx';
import { leftText } from '#web/text/when-words.ts';
import { Say } from '#web/text/say.tsx';
import * as say from '#words/web.ts';
import { Icon } from './icon.tsx';

export type Span = {
  readonly label: string;
  /** When the span began and ends, ISO. */
  readonly from: string;
  readonly until: string;
  /** Set when it is over with: "Accepted". */
  readonly done?: ComponentChildren;
};

/** Left to accept, left to answer: words first, the bar second. Under a quarter it turns saffron. */
export const TwoClocks = ({ spans }: { spans: readonly Span[] }) => (
  <div class={spans.length === 1 ? 'clocks one' : 'clocks'}>{spans.map((span) => <OneClock key={span.label} {...span} />)}</div>
);

const OneClock = ({ label, from, until, done }: Span) => {
  const { l, now, timeZone } = useHere();
  const end = new Date(until);
  const whole = Math.max(1, end.getTime() - new Date(from).getTime());
  const left = Math.max(0, Math.min(whole, end.getTime() - now.getTime()));
  const spoken = useAnnounced(end, `${label}: ${leftText(l, end, now, timeZone)}`);
  if (done !== undefined)
    return <div class="clock ok"><span class="meta"><Icon name="check" />{label}</span><b>{done}</b><div class="full" /></div>;
  return (
    <div class={left < whole / 4 ? 'clock hot' : 'clock'}>
      <span class="meta"><Icon name="clock" />{label}</span>
      <b><Say>{leftText(l, end, now, timeZone)}</Say></b>
      <progress value={left} max={whole} aria-label={say.leftSay(l, { label, left: leftText(l, end, now, timeZone) })} />
      <span class="vh" role="status">{spoken}</span>
    </div>
  );
};

// Said aloud at one hour and at ten minutes only; a clock that speaks each minute is noise.
const useAnnounced = (end: Date, sentence: string): string => {
  const { now } = useHere();
  const minutes = (end.getTime() - now.getTime()) / 60_000;
  const band = minutes <= 0 ? 0 : minutes <= 10 ? 10 : minutes <= 60 ? 60 : 1000;
  const before = useRef(band);
  const [spoken, setSpoken] = useState('');
  useEffect(() => {
    if (band < before.current && band > 0) setSpoken(sentence);
    before.current = band;
  }, [band]);
  return spoken;
};
