import { useState } from 'preact/hooks';
import type { Answer, Refused } from '#web/refusals.ts';

/** Runs one act with its busy state and its refusal; gives the answer's value when it went well. */
export const useAct = () => {
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Refused>();
  const run = async <T,>(act: () => Promise<Answer<T>>): Promise<T | undefined> => {
    setBusy(true);
    setRefused(undefined);
    const answer = await act();
    setBusy(false);
    if (answer.ok) return answer.value;
    setRefused(answer);
    return undefined;
  };
  return { busy, refused, run, setRefused };
};
