// What will leave, and what leaves now: a line a tier, with the real rate of this line.
import { useLocale } from '#web/context.tsx';
import { Say } from '#web/text/say.tsx';
import { BytesSent } from '#web/ui/bytes-sent.tsx';
import { Button } from '#web/ui/button.tsx';
import * as say from '#words/cases.ts';
import type { Item } from './desk.ts';
import { durationText } from './duration.ts';
import type { Tier } from './shelf.ts';
import type { Sending } from './uploader.ts';

const tiers = ['t0', 't1', 't2'] as const;

export const WillLeave = ({ items }: { items: readonly Item[] }) => {
  const l = useLocale();
  const of = (tier: Tier): number => items.reduce((sum, { sizes }) => sum + (sizes?.[tier] ?? 0), 0);
  const without = items.filter(({ sizes, look }) => sizes?.t1 === 0 && (look?.frames ?? 1) > 1).length;
  return (
    <section class="stack near">
      <h2>{say.imagesLeaveTitle(l)}</h2>
      <BytesSent lines={[{ what: say.imagesLeaveT0(l), sent: 0, all: of('t0') }, { what: say.imagesLeaveT1(l), sent: 0, all: of('t1') }, { what: say.imagesLeaveT2(l), sent: 0, all: of('t2') }]} />
      {without > 0 && <p class="meta"><Say>{say.imagesLeaveNoPreview(l, { n: without })}</Say></p>}
      <p class="meta">{say.imagesLeaveOrder(l)}</p>
    </section>
  );
};

/** Bytes that went and that go, a tier; `held` is the full film that waits for Wi-Fi. */
export const totals = ({ runs, now }: Pick<Sending, 'runs' | 'now'>, tier: Tier): { sent: number; all: number } => {
  let [sent, all] = [0, 0];
  for (const run of runs) {
    const part = run.parts[tier];
    if (part === undefined) continue;
    all += part.bytes;
    if (part.done) sent += part.bytes;
    else if (now?.id === run.id && now.tier === tier) sent += now.sent;
  }
  return { sent, all };
};

export const Leaving = ({ sending, waitsForWifi, onHurry }: { sending: Sending; waitsForWifi: boolean; onHurry: () => void }) => {
  const l = useLocale();
  const words = { t0: say.imagesLeaveT0(l), t1: say.imagesLeaveT1(l), t2: waitsForWifi ? say.imagesLeaveT2wifi(l) : say.imagesLeaveT2(l) };
  const lines = tiers.map((tier) => ({ what: words[tier], held: sending.resting || (tier === 't2' && waitsForWifi), ...totals(sending, tier) }));
  const left = lines.reduce((sum, { sent, all }, n) => sum + (n === 2 && waitsForWifi ? 0 : all - sent), 0);
  return (
    <section class="stack near">
      <h2>{say.imagesLeaveGoing(l)}</h2>
      <BytesSent lines={lines} />
      <p class="meta">
        <Say>{sending.resting ? say.imagesLeaveResting(l) : sending.rate > 0 && left > 0 ? say.imagesLeaveLeft(l, { time: durationText(l, left / sending.rate) }) : say.imagesLeaveOrder(l)}</Say>
      </p>
      {waitsForWifi && <Button small onClick={onHurry}>{say.imagesLeaveHurry(l)}</Button>}
    </section>
  );
};
