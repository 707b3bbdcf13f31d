// On home: what fits somebody one looks out for, and who waits for one's word.

import { useEffect, useState } from 'preact/hooks';
import { plainName } from '#features/people/web/door.tsx';
import { api } from '#web/api.ts';
import { useHere } from '#web/context.tsx';
import { useLive } from '#web/live.ts';
import { Say } from '#web/text/say.tsx';
import { Section } from '#web/ui/strips.tsx';
import * as say from '#words/sponsorship.ts';
import type { SponsorshipsView } from '../rules/present.ts';

export const Waiting = () => {
  const { l } = useHere();
  const [view, setView] = useState<SponsorshipsView>({ juniors: [], seniors: [] });
  const look = async () => {
    const answer = await api.get<SponsorshipsView>('/api/sponsorships');
    if (answer.ok) setView(answer.value);
  };
  useEffect(() => { void look(); }, []);
  useLive(['sponsor-offered', 'sponsor-asked', 'sponsor-agreed', 'sponsor-nudge'], look);
  const fitting = view.juniors.map((one) => ({ one, n: one.fits.filter(({ handed }) => !handed).length })).filter(({ n }) => n > 0);
  const toAnswer = [...view.juniors, ...view.seniors].filter(({ state }) => state === 'to-answer');
  return (
    <>
      {fitting.length > 0 && <Section title={say.waitingFits(l)}><ul class="list tight">{fitting.map(({ one, n }) => <li key={one.id}><a href={`/looking-out#${one.id}`}><Say>{say.fitsFor(l, { n, name: plainName(l, one.person) })}</Say></a></li>)}</ul></Section>}
      {toAnswer.length > 0 && <Section title={say.waitingAnswer(l)}><ul class="list tight">{toAnswer.map((one) => <li key={one.id}><a href={`/looking-out#${one.id}`}><Say>{say.answerTo(l, { name: plainName(l, one.person) })}</Say></a></li>)}</ul></Section>}
    </>
  );
};
