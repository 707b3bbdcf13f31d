// What waits for a person in the network, on home.

import { useEffect, useState } from 'preact/hooks';
import { api } from '#web/api.ts';
import { useHere } from '#web/context.tsx';
import { useLive } from '#web/live.ts';
import { Section } from '#web/ui/strips.tsx';
import * as say from '#words/network.ts';
import type { IntroductionsView, IntroductionView } from '../rules/introduction-view.ts';
import type { TiesView } from '../rules/present.ts';
import { introductionKinds, Line } from './introductions.tsx';
import { TiedList } from './tied.tsx';

export const Waiting = () => {
  const { l } = useHere();
  const [ties, setTies] = useState<TiesView>();
  const [asked, setAsked] = useState<readonly IntroductionView[]>([]);
  const look = async () => {
    const [answer, introductions] = await Promise.all([api.get<TiesView>('/api/ties'), api.get<IntroductionsView>('/api/introductions')]);
    if (answer.ok) setTies(answer.value);
    if (introductions.ok) setAsked(introductions.value.asked.filter(({ may }) => may.answer));
  };
  useEffect(() => { void look(); }, []);
  useLive(['tie-proposed', 'tie-confirmed', ...introductionKinds], look);
  return (
    <>
      {asked.length > 0 && <Section title={say.waitingIntroductions(l)}><ul class="list tight">{asked.map((one) => <Line key={one.id} of={one} />)}</ul></Section>}
      {ties !== undefined && ties.toConfirm.length > 0 && <Section title={say.toConfirm(l)}><TiedList people={ties.toConfirm} onChange={look} /></Section>}
    </>
  );
};
