// One case of the queue. A wave that waits: who is in it, who comes next, and one tap that lets it go as it stands.

import { useState } from 'preact/hooks';
import type { Locale } from '#kernel/locale.ts';
import { api } from '#web/api.ts';
import { named, useHere, useLocale, useReload } from '#web/context.tsx';
import { Say, UserRun } from '#web/text/say.tsx';
import { Left, When } from '#web/text/when.tsx';
import { Urgency } from '#web/ui/ask-card.tsx';
import { Button, IconButton } from '#web/ui/button.tsx';
import { RefusalNote } from '#web/ui/note.tsx';
import { PersonLine } from '#web/ui/people.tsx';
import { HiddenStrip } from '#web/ui/strips.tsx';
import { tell } from '#web/ui/toast.tsx';
import { type Picked, PersonPicker, useAct } from '#features/people/web/door.tsx';
import type { AskState } from '../rules/ask.ts';
import type { QueueItem, QueuePerson } from '../rules/coordinator-view.ts';
import { LIMITS } from '../rules/limits.ts';
import * as say from '#words/routing.ts';
import { placeText } from './said.ts';

const urgencies: Readonly<Record<QueueItem['urgency'], (l: Locale) => string>> = { emergency: say.paceNow, urgent: say.paceDays, elective: say.paceWeeks };
const states: Readonly<Record<AskState, (l: Locale) => string>> = {
  asked: say.stateAsked, seen: say.stateSeen, accepted: say.stateAccepted, answered: say.stateAnswered, declined: say.stateDeclined, 'handed-on': say.stateHandedOn, expired: say.stateExpired, cancelled: say.stateCancelled, released: say.stateReleased,
};
const comma = (l: Locale): string => (l === 'fa' ? '، ' : ', ');

const titleOf = (l: Locale, { title, lang }: QueueItem): { text: string; lang: Locale } => {
  const shown = title[l] ? l : lang;
  return { text: title[shown] ?? title[shown === 'fa' ? 'en' : 'fa'] ?? '', lang: shown };
};

export const QueueCard = ({ of }: { of: QueueItem }) => {
  const { l } = useHere();
  const asked = of.asks.filter(({ state }) => state !== 'cancelled');
  return (
    <article class="sheet stack near" id={of.caseId}>
      <div class="split">
        <Urgency urgent={of.urgency !== 'elective'}>{urgencies[of.urgency](l)}</Urgency>
        <span class="meta">{of.asker && <><bdi>{named(l, of.asker)}</bdi>{comma(l)}</>}<When at={of.postedAt} coarse={of.hidden} /></span>
      </div>
      <h3><a href={`/cases/${of.caseId}`}><UserRun {...titleOf(l, of)} /></a></h3>
      {of.topics.length > 0 && <p class="meta"><Say>{of.topics.map((topic) => topic[l]).join(' · ')}</Say></p>}
      {of.hidden && <HiddenStrip />}
      {of.untaken && <p class="strong"><Say>{say.consoleUntaken(l)}</Say></p>}
      {of.wanted !== null && <p><Say>{say.ladderGiven(l, { given: of.given, wanted: of.wanted })}</Say></p>}
      {asked.length > 0 && (
        <details class="why">
          <summary><Say>{say.consoleAsked(l, { n: asked.length })}</Say></summary>
          <ul>{asked.map(({ person, state }) => <li key={person.id}><span><bdi>{named(l, person)}</bdi> · {states[state](l)}</span></li>)}</ul>
        </details>
      )}
      {of.wave && of.wave.size > 0 && <WaveOf caseId={of.caseId} wave={of.wave} />}
    </article>
  );
};

const why = (l: Locale, { topics, why: reason }: QueuePerson): string =>
  [reason === 'handed-on' ? say.consoleNamed(l) : reason === 'on-call' ? say.consoleOnCall(l) : '', ...topics.map((topic) => topic[l])].filter(Boolean).join(' · ');

const WaveOf = ({ caseId, wave }: { caseId: string; wave: NonNullable<QueueItem['wave']> }) => {
  const l = useLocale();
  const reload = useReload();
  const { busy, refused, run } = useAct();
  const [chosen, setChosen] = useState<readonly string[]>(wave.people.slice(0, wave.size).map(({ person }) => person.id));
  const [added, setAdded] = useState<readonly QueuePerson[]>([]);
  const all = [...wave.people, ...added];
  const inWave = chosen.flatMap((id) => all.find(({ person }) => person.id === id) ?? []);
  const rest = all.filter(({ person }) => !chosen.includes(person.id));
  if (wave.going) return <p class="meta">{say.consoleGoing(l)}</p>;
  const send = async () => {
    if ((await run(() => api.post(`/api/coordinator/cases/${caseId}/waves/${wave.step}`, { people: chosen }))) === undefined) return;
    tell(say.consoleSent(l, { n: chosen.length }));
    await reload();
  };
  const add = (picked: Picked) => {
    setAdded((now) => (all.some((one) => one.person.id === picked.id) ? now : [...now, { person: picked, topics: [], why: null }]));
    setChosen((now) => (now.includes(picked.id) || now.length >= LIMITS.asksAtOnce ? now : [...now, picked.id]));
  };
  return (
    <div class="stack near">
      <p><Say>{say.consoleGoesByItself(l)}</Say> <b><Left until={wave.goesAt} /></b></p>
      <ul class="list tight">
        {inWave.map((one) => (
          <li key={one.person.id} class="split keep">
            <PersonLine of={one.person} detail={<Say>{[placeText(l, one.person), why(l, one)].filter(Boolean).join(' · ')}</Say>} />
            <IconButton icon="x" label={say.askTakeOut(l, { name: named(l, one.person) }).replaceAll(/[\u2066-\u2069]/g, '')} onClick={() => setChosen(chosen.filter((id) => id !== one.person.id))} />
          </li>
        ))}
      </ul>
      <details class="why">
        <summary>{say.consoleOthers(l)}</summary>
        <ul class="list tight">
          {rest.map((one) => (
            <li key={one.person.id} class="split keep">
              <PersonLine of={one.person} detail={<Say>{[placeText(l, one.person), why(l, one)].filter(Boolean).join(' · ')}</Say>} />
              <Button small onClick={() => setChosen([...chosen, one.person.id])}><Say>{say.askChoose(l, { name: named(l, one.person) })}</Say></Button>
            </li>
          ))}
        </ul>
        {wave.mayName ? <PersonPicker label={say.consoleByName(l)} onPick={add} without={all.map(({ person }) => person.id)} casesOnly /> : <p class="meta">{say.consoleHiddenNoNames(l)}</p>}
      </details>
      <RefusalNote refused={refused} />
      <Button kind="main" icon="ask" onClick={() => void send()} busy={busy ? say.consoleSending(l) : undefined} notYet={chosen.length === 0 ? say.askChooseFirst(l) : undefined}><Say>{say.consoleSend(l, { n: chosen.length })}</Say></Button>
    </div>
  );
};
