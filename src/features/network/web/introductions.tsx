// Introductions of one person: what is asked of them, what they asked, and whom they would introduce.

import { useState } from 'preact/hooks';
import { PersonPicker, useAct } from '#features/people/web/door.tsx';
import type { Locale } from '#kernel/locale.ts';
import { api } from '#web/api.ts';
import { named, useHere, usePerson } from '#web/context.tsx';
import { useLive } from '#web/live.ts';
import type { PageProps } from '#web/page.ts';
import { Say } from '#web/text/say.tsx';
import { When } from '#web/text/when.tsx';
import { Button, LinkButton } from '#web/ui/button.tsx';
import { Select } from '#web/ui/choice.tsx';
import { Empty, RefusalNote } from '#web/ui/note.tsx';
import { Section } from '#web/ui/strips.tsx';
import { tell } from '#web/ui/toast.tsx';
import * as say from '#words/network.ts';
import type { IntroductionsView, IntroductionView } from '../rules/introduction-view.ts';
import { type Whom, whoms } from '../rules/limits.ts';
import { stateText, whomText } from './introduction-words.ts';
import { NetworkTabs } from './tabs.tsx';

export const introductionKinds = ['introduction-asked', 'introduction-willing', 'introduction-wanted', 'introduction-agreed', 'introduction-letter', 'introduction-told'] as const;
export const title = (l: Locale): string => say.introductionsTitle(l);

export const View = ({ data: { introductions } }: PageProps<{ introductions: IntroductionsView }>) => {
  const { l, acts } = useHere();
  const me = usePerson();
  useLive(introductionKinds, acts.reload);
  const { mine, asked } = introductions;
  if (!me.verified) return <><h1>{say.introductionsTitle(l)}</h1><div class="above-4"><Empty sentence={say.unverified(l)}><LinkButton href="/me">{say.toProfile(l)}</LinkButton></Empty></div></>;
  return (
    <>
      <h1>{say.introductionsTitle(l)}</h1>
      <NetworkTabs at="/introductions" />
      <p class="above-3">{say.introductionsLead(l)}</p>
      <div class="cols above-5">
        <div>
          <Section first title={say.askedOfMe(l)}>{asked.length === 0 ? <p class="meta">{say.askedNone(l)}</p> : <ul class="list tight">{asked.map((one) => <Line key={one.id} of={one} />)}</ul>}</Section>
          <Section title={say.askedByMe(l)}>{mine.length === 0 ? <p class="meta">{say.mineNone(l)}</p> : <ul class="list tight">{mine.map((one) => <Line key={one.id} of={one} />)}</ul>}</Section>
        </div>
        <aside class="aside"><Willing of={introductions.introducing} /></aside>
      </div>
    </>
  );
};

/** "Arman Rostami to Claire Morel", and how it stands. */
export const Line = ({ of }: { of: IntroductionView }) => {
  const { l } = useHere();
  const to = of.part === 'target' ? say.you(l) : of.target ? named(l, of.target) : of.institution ? named(l, of.institution) : '';
  const heading = of.part === 'asker' ? say.lineTo(l, { to }) : say.lineFromTo(l, { from: of.asker ? named(l, of.asker) : '', to });
  return (
    <li class="stack near">
      <a class="strong" href={`/introductions/${of.id}`}><Say>{heading}</Say></a>
      <span class="meta">{stateText(l, of)}{of.part === 'asker' && of.willing.length > 0 && <> · <Say>{of.willing.map((p) => named(l, p)).join(l === 'fa' ? '، ' : ', ')}</Say></>} · <When at={of.askedAt} coarse /></span>
    </li>
  );
};

const Willing = ({ of }: { of: IntroductionsView['introducing'] }) => {
  const { l, acts } = useHere();
  const [whom, setWhom] = useState<Whom>(of.whom);
  const [chosen, setChosen] = useState(of.chosen.map(({ id, nameEn, nameFa }) => ({ id, nameEn, nameFa })));
  const { busy, refused, run } = useAct();
  const save = async () => {
    if ((await run(() => api.put('/api/introducing', { whom, chosen: chosen.map(({ id }) => id) }))) === undefined) return;
    tell(say.willingSaved(l));
    await acts.reload();
  };
  return (
    <section class="stack">
      <h2>{say.willingTitle(l)}</h2>
      <p class="meta">{say.willingLead(l)}</p>
      <Select label={say.willingWhom(l)} value={whom} empty={false} onValue={(one) => one && setWhom(one)} options={whoms.map((one) => ({ value: one, label: whomText(l, one) }))} />
      {whom === 'chosen' && (
        <>
          {chosen.length > 0 && <ul class="list tight">{chosen.map((p) => <li key={p.id} class="split"><bdi>{named(l, p)}</bdi><Button small onClick={() => setChosen(chosen.filter(({ id }) => id !== p.id))}>{say.takeOut(l)}</Button></li>)}</ul>}
          <PersonPicker label={say.willingAdd(l)} onPick={(p) => setChosen([...chosen, { id: p.id, nameEn: p.nameEn, nameFa: p.nameFa }])} without={chosen.map(({ id }) => id)} />
        </>
      )}
      <RefusalNote refused={refused} />
      <div><Button busy={busy ? say.willingSaving(l) : undefined} onClick={() => void save()}>{say.willingSave(l)}</Button></div>
    </section>
  );
};
