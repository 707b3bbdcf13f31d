// The ladder as its asker sees it: what was done, what comes when, who stands in the wave that waits.

import { after } from '#kernel/clock.ts';
import type { PersonLine } from '#features/people/rules/present.ts';
import { dueAt, type Facts, ladders, sizeOf } from './ladder.ts';

export type StepView = { readonly step: number; readonly at: string; readonly taken: boolean; readonly size: number; readonly to: 'people' | 'on-call'; readonly callsCoordinator: boolean };
export type LadderView = {
  readonly wanted: number; readonly given: number; readonly ended: 'enough' | 'over' | 'asker' | null;
  /** Waits for its first moment (of a hidden asker's case). */
  readonly begun: boolean;
  readonly steps: readonly StepView[];
  /** The wave that lies ready. */
  readonly next: { readonly goesAt: string; readonly people: readonly PersonLine[] } | null;
};

/** What the door answers. */
export type Asking = { readonly ladder: LadderView | null };

/** Steps not taken yet stand at the earliest moment they can come, each a gap after the one before. */
export const stepViews = (f: Facts): StepView[] => {
  const at: Date[] = [...f.taken];
  return ladders[f.pace].map(({ to, callsCoordinator }, step) => {
    const taken = f.taken[step];
    const due = taken ?? (step === f.taken.length ? dueAt(f, step) : after(at[step - 1] as Date, (ladders[f.pace][step]?.afterMs ?? 0) - (ladders[f.pace][step - 1]?.afterMs ?? 0)));
    at[step] = due;
    return { step, at: due.toISOString(), taken: taken !== undefined, size: sizeOf(f.pace, step, f.wanted), to, callsCoordinator };
  });
};
