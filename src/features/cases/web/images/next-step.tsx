// The one thing to do next, and why it cannot be done yet.
import { useLocale } from '#web/context.tsx';
import { Say } from '#web/text/say.tsx';
import { bytesText } from '#web/text/when-words.ts';
import { Button, LinkButton } from '#web/ui/button.tsx';
import { Dock } from '#web/ui/dock.tsx';
import * as say from '#words/cases.ts';
import type { Desk, Item } from './desk.ts';
import { readyToSend, standingOf, unlooked } from './looking.ts';

export const NextStep = ({ back: href, desk, looking, onConfirm, onSend }: { back: string; desk: Desk; looking: readonly Item[]; onConfirm: () => void; onSend: () => void }) => {
  const l = useLocale();
  const back = <span class="only-wide"><LinkButton href={href}>{say.imagesBack(l)}</LinkButton></span>;
  if (looking.length > 0) {
    const { ticks, unseen } = unlooked(looking);
    const why = ticks > 0 ? say.imagesNotYetTicks(l, { n: ticks }) : unseen > 0 ? say.imagesNotYetSeen(l, { n: unseen }) : undefined;
    return (
      <Dock>
        {back}
        <Button kind="main" id="confirm" onClick={onConfirm} notYet={why}>
          {looking.some(({ masks }) => masks.length > 0) ? say.imagesConfirmCovered(l) : say.imagesConfirmClean(l)}
        </Button>
      </Dock>
    );
  }
  const { working } = standingOf(desk);
  const ready = desk.items.filter(({ state }) => state === 'ready');
  if (ready.length === 0) return working > 0 || desk.reading ? null : <Dock><LinkButton href={href} kind="main">{say.imagesBack(l)}</LinkButton></Dock>;
  const sum = (pick: (sizes: NonNullable<Item['sizes']>) => number): number => ready.reduce((all, { sizes }) => all + (sizes ? pick(sizes) : 0), 0);
  const state = say.imagesSendState(l, { n: ready.length, first: bytesText(l, sum(({ t0, t1 }) => t0 + t1)), all: bytesText(l, sum(({ t0, t1, t2 }) => t0 + t1 + t2)) });
  const held = readyToSend(desk).length === 0;
  return (
    <Dock state={held ? undefined : <span><Say>{state}</Say></span>}>
      {back}
      <Button kind="main" id="send" icon="up" onClick={onSend} notYet={held ? say.imagesNotYetWorking(l, { n: Math.max(1, working) }) : undefined}><Say>{say.imagesSendNow(l, { n: ready.length })}</Say></Button>
    </Dock>
  );
};
