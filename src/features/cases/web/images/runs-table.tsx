// All runs of the drop in one table, and the files that stay here with the reason of each.
import { useLocale } from '#web/context.tsx';
import { Count } from '#web/text/when.tsx';
import { Say, X } from '#web/text/say.tsx';
import { Button } from '#web/ui/button.tsx';
import { Icon } from '#web/ui/icon.tsx';
import type { IconName } from '#web/icons.ts';
import * as say from '#words/cases.ts';
import type { Aside, Desk, Item, ItemState } from './desk.ts';
import { standingOf } from './looking.ts';
import { isOfTheDisc, reasonText, stageText, stateText } from './sentences.ts';
import type { Session } from './session.ts';

const icons: Record<ItemState, IconName> = { waiting: 'clock', cleaning: 'clock', look: 'warn', finishing: 'clock', ready: 'check', 'left-out': 'x', refused: 'warn' };

export const RunsTable = ({ desk, session, looking }: { desk: Desk; session: Session; looking: readonly string[] }) => {
  const l = useLocale();
  const { clean, looks, leftOut } = standingOf(desk);
  return (
    <section>
      <h2>{say.imagesAll(l)} <span class="n meta"><Say>{say.imagesCounts(l, { clean, looks, out: leftOut })}</Say></span></h2>
      <table class="tab above-3">
        <thead><tr><th scope="col">{say.imagesColumnRun(l)}</th><th scope="col">{say.imagesColumnView(l)}</th><th scope="col">{say.imagesColumnFrames(l)}</th><th scope="col">{say.imagesColumnState(l)}</th></tr></thead>
        <tbody>{desk.items.map((item, n) => <Row key={item.id} item={item} n={n + 1} on={looking.includes(item.id)} session={session} />)}</tbody>
      </table>
    </section>
  );
};

const Row = ({ item, n, on, session }: { item: Item; n: number; on: boolean; session: Session }) => {
  const l = useLocale();
  const { id, look, state, stage, reason, still, name } = item;
  return (
    <tr class={on ? 'on' : undefined} data-state={state}>
      <th scope="row"><Count n={n} /></th>
      <td>{still && <img class="tiny" src={still} alt="" width="48" height="48" />}<X>{look?.view ?? '–'}</X><small class="meta name"><bdi>{name}</bdi></small></td>
      <td>{look && <X>{look.frames}</X>}</td>
      <td>
        <span class={state === 'look' || state === 'refused' ? 'tag wait' : 'tag'}><Icon name={icons[state]} />{stateText(l, item)}</span>
        {stage && <small class="meta name"><Say>{stageText(l, stage)}</Say></small>}
        {reason && <p class="meta"><Say>{reasonText(l, reason)}</Say></p>}
        <div class="row">
          {(state === 'ready' || state === 'refused') && session.has(id) && <Button kind="bare" small onClick={() => session.again(id)}>{say.imagesAgain(l)}</Button>}
          {(state === 'ready' || state === 'waiting' || state === 'refused') && <Button kind="bare" small onClick={() => session.leaveOut(id)}>{say.imagesLeaveOut(l)}</Button>}
          {state === 'left-out' && session.has(id) && <Button kind="bare" small onClick={() => session.again(id)}>{say.imagesTakeUp(l)}</Button>}
        </div>
      </td>
    </tr>
  );
};

export const Asides = ({ of: asides, onRead }: { of: readonly Aside[]; onRead: () => void }) => {
  const l = useLocale();
  if (asides.length === 0) return null;
  // A file or two that a person chose are named; the programs and papers of a whole disc are one line.
  const papers = asides.filter(({ reason }) => isOfTheDisc(reason)).length;
  const own = papers < 3 ? asides : asides.filter(({ reason }) => !isOfTheDisc(reason));
  const ofDisc = asides.length - own.length;
  return (
    <section class="note wait asides" role="status">
      <Icon name="warn" />
      <div>
        <b><Say>{say.imagesAsidesTitle(l, { n: asides.length })}</Say></b> {say.imagesAsidesLead(l)}
        <ul class="list tight">
          {own.map(({ name, reason }, n) => <li key={`${name} ${n}`}><bdi class="name">{name}</bdi> <Say>{reasonText(l, reason)}</Say></li>)}
          {ofDisc > 0 && <li><Say>{say.imagesAsidesDisc(l, { n: ofDisc })}</Say></li>}
        </ul>
        <Button kind="bare" small onClick={onRead}>{say.imagesAsidesGone(l)}</Button>
      </div>
    </section>
  );
};
