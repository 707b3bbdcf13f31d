// What is being measured, and on what it is calibrated. The tools themselves come later (parts.ts).

import { useState } from 'preact/hooks';
import type { Drawn } from '../use-marks.ts';
import type { Draft, Kind } from './draft.ts';

export type Measuring = {
  readonly kind: Kind | undefined;
  readonly draft: Draft | undefined;
  /** Size of the catheter, as typed last. */
  readonly french: number | undefined;
  /** A catheter's mark, 'header' or 'none', as chosen for a run; undefined: the best there is. */
  readonly chosen: (runId: string) => string | undefined;
  take(kind: Kind | undefined): void;
  put(draft: Draft | undefined): void;
  size(french: number | undefined): void;
  choose(runId: string, by: string): void;
};

export const useMeasuring = (): Measuring => {
  const [kind, setKind] = useState<Kind>();
  const [draft, setDraft] = useState<Draft>();
  const [french, setFrench] = useState<number | undefined>(6);
  const [by, setBy] = useState<Readonly<Record<string, string>>>({});
  return {
    kind, draft, french, chosen: (runId) => by[runId],
    take: (next) => {
      setKind(next);
      setDraft(undefined);
    },
    put: setDraft, size: setFrench,
    choose: (runId, one) => setBy((now) => ({ ...now, [runId]: one })),
  };
};

/** Keeps a measure, and puts the tool back to the choice of the next. */
export const keeping = (measuring: Measuring, keep: (drawn: Drawn) => Promise<void>) => (drawn: Drawn): void => {
  // A catheter that was just measured is what one calibrates on.
  if (drawn.shape === 'catheter') measuring.choose(drawn.runId, '');
  measuring.take(undefined);
  void keep(drawn);
};
