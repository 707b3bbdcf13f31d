// The marks of a viewer, and what is done with them: drawn, kept, chosen, rubbed out.

import { useEffect, useRef, useState } from 'preact/hooks';
import type { CaseView } from '../../rules/present.ts';
import { type Drawn, type Shown, useMarks } from './use-marks.ts';

/** Marks in the making: what was drawn and waits for its words, which one is chosen, which one is asked about. */
export const useMarkDesk = (c: CaseView) => {
  const marks = useMarks(c);
  const [draft, setDraft] = useState<Drawn>();
  const [chosen, setChosen] = useState<string>();
  const [rubbing, setRubbing] = useState<Shown>();
  const save = (drawn: Drawn | undefined): void => { if (drawn) void marks.add(drawn).then(setChosen); };
  // An arrow or a line without words is kept when the next is begun or the page is left; a text without text says nothing.
  const kept = (drawn: Drawn | undefined): Drawn | undefined => (drawn?.shape === 'arrow' || drawn?.shape === 'freehand' ? drawn : undefined);
  const leaving = useRef<() => void>(() => {});
  leaving.current = () => save(kept(draft));
  useEffect(() => () => leaving.current(), []);
  return {
    marks, draft, chosen, rubbing, setChosen, setRubbing,
    begin: (drawn: Drawn): void => {
      save(kept(draft));
      setDraft(drawn);
    },
    keep: async (drawn: Drawn): Promise<void> => setChosen(await marks.add(drawn)),
    finish: (words: Pick<Drawn, 'note' | 'details'>): void => {
      save(draft && { ...draft, ...words });
      setDraft(undefined);
    },
    drop: (): void => setDraft(undefined),
    rubChosen: (): void => setRubbing(marks.all.find(({ id, own }) => id === chosen && own)),
  };
};

export type MarkDesk = ReturnType<typeof useMarkDesk>;
