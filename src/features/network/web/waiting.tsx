// What waits for a person in the network, on home.

import { useEffect, useState } from 'preact/hooks';
import { api } from '#web/api.ts';
import { useHere } from '#web/context.tsx';
import { useLive } from '#web/live.ts';
import { Section } from '#web/ui/strips.tsx';
import * as say from '#words/network.ts';
import type { TiesView } from '../rules/present.ts';
import { TiedList } from './tied.tsx';

export const Waiting = () => {
  const { l } = useHere();
  const [ties, setTies] = useState<TiesView>();
  const look = async () => {
    const answer = await api.get<TiesView>('/api/ties');
    if (answer.ok) setTies(answer.value);
  };
  useEffect(() => { void look(); }, []);
  useLive(['tie-proposed', 'tie-confirmed'], look);
  if (ties === undefined || ties.toConfirm.length === 0) return null;
  return <Section title={say.toConfirm(l)}><TiedList people={ties.toConfirm} onChange={look} /></Section>;
};
