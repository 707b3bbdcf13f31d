// What the poster sees and does: the way, who is interested, one step wider, whom it never reaches, the end.
import { useState } from 'preact/hooks';
import { newId } from '#kernel/ids.ts';
import { lineText, PersonPicker, useAct } from '#features/people/web/door.tsx';
import { Finder } from '#features/people/web/place-door.ts';
import type { GroupLine } from '#features/groups/rules/present.ts';
import { api } from '#web/api.ts';
import { named, useLocale, useReload } from '#web/context.tsx';
import { browserRandom } from '#web/random.ts';
import { Say, UserRun } from '#web/text/say.tsx';
import { Button } from '#web/ui/button.tsx';
import { Seg } from '#web/ui/choice.tsx';
import { Confirm } from '#web/ui/dialog.tsx';
import { RefusalNote } from '#web/ui/note.tsx';
import { PersonLine } from '#web/ui/people.tsx';
import { Section } from '#web/ui/strips.tsx';
import { TextArea } from '#web/ui/text-field.tsx';
import { tell } from '#web/ui/toast.tsx';
import * as say from '#words/opportunities.ts';
import { type ClosingResult, LIMITS, results } from '../rules/limits.ts';
import type { OpportunityView, Place, PosterView } from '../rules/present.ts';
import { HandOn, type Near } from './hand-on.tsx';
import { resultText } from './result-text.ts';
import { placeLine } from './said.ts';
import { Way } from './way.tsx';

const fresh = (): string => newId(new Date(), browserRandom);

export const PosterSide = ({ of: o, mine, groups, near }: { of: OpportunityView; mine: PosterView; groups: readonly GroupLine[]; near: readonly Near[] }) => {
  const l = useLocale();
  return (
    <>
      <Section title={say.wayTitle(l)} first>
        <p class="meta">{say.wayLead(l)}</p>
        <Way chain={mine.chain} />
        {o.may.name && <details class="why above-3"><summary>{say.nameMore(l)}</summary><div class="above-2"><HandOn of={{ ...o, given: mine.chain.flatMap((hand) => (hand.person ? [{ person: hand.person, note: '', lang: l, day: '', state: 'seen' as const }] : [])) }} near={near} /></div></details>}
      </Section>
      <Section title={say.candidatesTitle(l)}>
        <p><a href={`/opportunities/${o.id}/candidates`}>{say.applicationsLink(l)}</a></p>
        {mine.interests.length === 0 ? <p class="meta">{say.candidatesNone(l)}</p> : <p class="meta">{say.candidatesRule(l)}</p>}
        <ul class="list tight">{mine.interests.map((one) => <li key={one.person.id} class="stack near"><PersonLine of={one.person} href={`/people/${one.person.id}`} detail={<Say>{lineText(l, one.person)}</Say>} />{one.note !== '' && <p>«<UserRun text={one.note} lang={one.lang} />»</p>}</li>)}</ul>
      </Section>
      {o.may.widen && <Widen id={o.id} mine={mine} groups={groups} />}
      {o.may.close && <Close id={o.id} />}
    </>
  );
};

type Step = { readonly key: string; readonly label: string; readonly body: Readonly<Record<string, unknown>> };

const Widen = ({ id, mine, groups }: { id: string; mine: PosterView; groups: readonly GroupLine[] }) => {
  const l = useLocale();
  const reload = useReload();
  const { refused, run } = useAct();
  const [asked, setAsked] = useState<Step>();
  const open = (step: string) => mine.widenings.some((one) => one.step === step);
  const groupOpen = (one: GroupLine) => mine.widenings.some(({ groupEn }) => groupEn === one.nameEn);
  const next: Step[] = [
    ...([2, 3] as const).filter((n) => n > mine.hands).map((n) => ({ key: `hands${n}`, label: say.widenHands(l, { n }), body: { step: 'hands', hands: n } })),
    ...groups.filter((one) => (one.standing === 'member' || one.standing === 'officer') && !groupOpen(one)).map((one) => ({ key: one.id, label: say.widenGroup(l, { group: named(l, one) }), body: { step: 'group', groupId: one.id } })),
    ...(open('node') ? [] : [{ key: 'node', label: say.widenNode(l), body: { step: 'node' } }]), ...(open('public') ? [] : [{ key: 'public', label: say.widenPublic(l), body: { step: 'public' } }]),
  ];
  const steps = [
    { key: 'named', on: true, label: say.stepNamed(l) }, { key: 'hands', on: mine.hands > 1, label: mine.hands === 3 ? say.stepHands3(l) : say.stepHands2(l) }, { key: 'group', on: open('group'), label: say.stepGroup(l) },
    { key: 'node', on: open('node'), label: say.stepNode(l) }, { key: 'public', on: open('public'), label: say.stepPublic(l) },
  ];
  const last = steps.findLastIndex(({ on }) => on);
  const widen = async (step: Step) => {
    setAsked(undefined);
    if ((await run(() => api.post(`/api/opportunities/${id}/widenings`, { id: fresh(), ...step.body }))) === undefined) return;
    tell(say.widened(l));
    await reload();
  };
  return (
    <Section title={say.widenTitle(l)}>
      <p class="meta">{say.widenLead(l)}</p>
      <ol class="steps above-3">{steps.map(({ key, on, label }, i) => <li key={key} class={i === last ? 'on now' : on ? 'on' : undefined}>{label}</li>)}</ol>
      <div class="row above-3">{next.map((step) => <Button key={step.key} onClick={() => setAsked(step)}><Say>{step.label}</Say></Button>)}</div>
      <RefusalNote refused={refused} />
      <Confirm open={asked !== undefined} kind="main" question={say.widenAsk(l)} act={(asked?.label ?? '').replaceAll(/[\u2066-\u2069]/g, '')} onNo={() => setAsked(undefined)} onYes={() => asked && void widen(asked)} />
    </Section>
  );
};

export const Barred = ({ of: o, mine }: { of: OpportunityView; mine: PosterView }) => {
  const l = useLocale();
  const reload = useReload();
  const { refused, run } = useAct();
  const bar = async (whom: Readonly<Record<string, string>>) => { if ((await run(() => api.post(`/api/opportunities/${o.id}/bars`, { id: fresh(), ...whom }))) !== undefined) await reload(); };
  const { people, institutions } = mine.barred;
  return (
    <Section title={say.barTitle(l)}>
      <ul class="stack near">
        {people.map((one) => <li key={one.id}><bdi>{named(l, one)}</bdi></li>)}
        {institutions.map((one) => <li key={one.id}><Say>{placeLine(l, one)}</Say></li>)}
        {people.length + institutions.length === 0 && <li class="meta">{say.barNobody(l)}</li>}
        <li class="meta">{say.barCentres(l)}</li>
      </ul>
      {o.may.bar && (
        <details class="why">
          <summary>{say.barMore(l)}</summary>
          <div class="stack above-2">
            <PersonPicker label={say.barPerson(l)} onPick={(one) => void bar({ personId: one.id })} />
            <Finder<Place> path="/api/institutions" label={say.barPlace(l)} lineOf={(one) => <Say>{placeLine(l, one)}</Say>} onPick={(one) => void bar({ institutionId: one.id })} />
            <RefusalNote refused={refused} />
          </div>
        </details>
      )}
    </Section>
  );
};

const Close = ({ id }: { id: string }) => {
  const l = useLocale();
  const reload = useReload();
  const { busy, refused, run } = useAct();
  const [result, setResult] = useState<ClosingResult>();
  const [words, setWords] = useState('');
  const close = async () => {
    if ((await run(() => api.post(`/api/opportunities/${id}/closing`, { result, words, lang: l }))) === undefined) return;
    tell(say.closeDone(l));
    await reload();
  };
  return (
    <details class="why above-5">
      <summary>{say.closeTitle(l)}</summary>
      <div class="stack above-2">
        <Seg label={say.closeResult(l)} value={result} onValue={setResult} options={results.map((value) => ({ value, label: resultText(l, value) }))} />
        <TextArea label={say.closeWords(l)} lang={l} rows={2} maxLength={LIMITS.words} value={words} onValue={setWords} />
        <RefusalNote refused={refused} />
        <div><Button kind="stop" busy={busy ? say.closeAct(l) : undefined} notYet={result === undefined ? say.closeResult(l) : undefined} onClick={() => void close()}>{say.closeAct(l)}</Button></div>
      </div>
    </details>
  );
};
