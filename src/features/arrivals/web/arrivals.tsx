// What programs sent, waiting to be looked at; and the tokens with which they send.
import { useEffect, useState } from 'preact/hooks';
import type { Locale } from '#kernel/locale.ts';
import { api } from '#web/api.ts';
import { useHere } from '#web/context.tsx';
import type { PageProps } from '#web/page.ts';
import type { Refused } from '#web/refusals.ts';
import { Say } from '#web/text/say.tsx';
import { Bytes, When } from '#web/text/when.tsx';
import { bytesText } from '#web/text/when-words.ts';
import { Button } from '#web/ui/button.tsx';
import { Check, Select } from '#web/ui/choice.tsx';
import { Confirm } from '#web/ui/dialog.tsx';
import { Empty, Note, RefusalNote } from '#web/ui/note.tsx';
import * as say from '#words/arrivals.ts';
import type { ArrivalsView } from '../rules/present.ts';
import { Tokens } from './import-tokens.tsx';
import type { OwnCases } from './taking.ts';

export const title = (l: Locale): string => say.title(l);

export const View = ({ data: { arrivals: view } }: PageProps<{ arrivals: ArrivalsView }>) => {
  const { l } = useHere();
  return (
    <>
      <h1>{say.title(l)}</h1>
      <p>{say.lead(l)}</p>
      {!view.open && <Note kind="wait" icon="warn"><Say>{say.closed(l, { setting: SETTING })}</Say></Note>}
      <section class="sect">
        {view.arrivals.length === 0 ? <Empty sentence={say.none(l)} /> : <Waiting of={view.arrivals} />}
      </section>
      <Tokens view={view} />
    </>
  );
};

const SETTING = 'HAMDEL_IMPORT=1';

type Cases = OwnCases['cases'];
const titleOf = (l: Locale, { title: t }: Cases[number]): string => t[l] ?? t.en ?? t.fa ?? say.untitled(l);

/** Which are chosen, and what is done with them. */
const useChosen = (arrivals: ArrivalsView['arrivals']) => {
  const { l, acts } = useHere();
  const [left, setLeft] = useState<readonly string[]>([]);
  const [refused, setRefused] = useState<Refused>();
  const [taking, setTaking] = useState<number>();
  const chosen = arrivals.filter(({ id }) => !left.includes(id));
  const choose = (id: string, on: boolean) => setLeft(on ? left.filter((one) => one !== id) : [...left, id]);
  const takeInto = async (into: string | undefined) => {
    setRefused(undefined);
    const { take } = await import('./taking.ts');
    const taken = await take(chosen, into, l, setTaking);
    setTaking(undefined);
    if ('caseId' in taken) acts.go(`/cases/${taken.caseId}/images`);
    else setRefused(taken.refused);
  };
  const remove = async () => {
    for (const { id } of chosen) {
      const answer = await api.del(`/api/arrivals/${id}`);
      if (!answer.ok && answer.family !== 'not-found') return setRefused(answer);
    }
    await acts.reload();
  };
  return { chosen, choose, refused, taking, takeInto, remove };
};

const Waiting = ({ of: arrivals }: { of: ArrivalsView['arrivals'] }) => {
  const { l, query } = useHere();
  const { chosen, choose, refused, taking, takeInto, remove } = useChosen(arrivals);
  const [into, setInto] = useState<string | undefined>(query.case);
  const [asking, setAsking] = useState(false);
  const [mine, setMine] = useState<Cases>([]);
  useEffect(() => { void api.get<OwnCases>('/api/cases?list=mine').then((answer) => { if (answer.ok) setMine(answer.value.cases); }); }, []);
  const open = mine.filter(({ phase, standing }) => standing === 'asker' && (phase === 'draft' || phase === 'posted'));
  const none = chosen.length === 0 ? say.chooseSome(l) : undefined;
  return (
    <>
      <h2><span><Say>{say.waiting(l, { n: arrivals.length, size: bytesText(l, arrivals.reduce((sum, { bytes }) => sum + bytes, 0)) })}</Say></span></h2>
      <p class="meta">{say.waitingLead(l)}</p>
      <ul class="list tight arrived">
        {arrivals.map((one) => (
          <li key={one.id} class="split">
            <Check checked={chosen.includes(one)} onValue={(on) => choose(one.id, on)}><When at={one.at} clock /> · <Bytes n={one.bytes} /> · <bdi>{one.from}</bdi></Check>
            <span class="meta">{say.until(l)} <When at={one.until} /></span>
          </li>
        ))}
      </ul>
      <RefusalNote refused={refused} />
      <div class="stack near above-3">
        {open.length > 0 && <Select label={say.into(l)} value={into} onValue={setInto} empty={say.intoNew(l)} options={open.map((one) => ({ value: one.id, label: titleOf(l, one) }))} />}
        <div class="row">
          <Button kind="main" id="take" notYet={none} busy={taking === undefined ? undefined : say.taking(l, { done: taking, total: chosen.length })} onClick={() => void takeInto(into)}>{say.take(l)}</Button>
          {chosen.length > 0 && <Button kind="stop" onClick={() => setAsking(true)}><Say>{say.remove(l, { n: chosen.length })}</Say></Button>}
        </div>
      </div>
      <Confirm open={asking} question={say.removeAsk(l)} act={say.removeAct(l)} kind="stop" onNo={() => setAsking(false)} onYes={() => { setAsking(false); void remove(); }} />
    </>
  );
};
