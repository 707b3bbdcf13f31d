// What a run can be calibrated on, best first: a catheter that was measured, then its header, then nothing.

import { type Calibration, fromCatheter, fromHeader, type NoHeader, NONE } from '../../../rules/measure/calibration.ts';
import { measuredOf } from '../../../rules/measure/marked.ts';
import type { RunView } from '../../../rules/present.ts';
import { sizeOf } from '../run-size.ts';
import type { Shown } from '../use-marks.ts';
import { asMark } from './as-mark.ts';
import { headerOf } from './refusal.ts';
import type { Measuring } from './use-measuring.ts';

export type Choice = { /** A mark's id, 'header' or 'none'. */ readonly key: string; readonly calibration: Calibration; readonly mark?: Shown };

/** Catheters that were measured on a run, one's own newest first. */
const cathetersOn = (marks: readonly Shown[], run: RunView): Shown[] =>
  marks.filter(({ shape, runId }) => shape === 'catheter' && runId === run.id).sort((a, b) => Number(b.own) - Number(a.own) || (a.id < b.id ? 1 : -1));

const ofCatheter = (mark: Shown, run: RunView): Choice[] => {
  const found = measuredOf(mark, sizeOf(run));
  const calibration = found?.kind === 'catheter' ? fromCatheter(found.french, found.wide.px) : null;
  return calibration ? [{ key: mark.id, calibration, mark }] : [];
};

const choicesOn = (marks: readonly Shown[], run: RunView): Choice[] => {
  const header = fromHeader(headerOf(run));
  return [
    ...cathetersOn(marks, run).flatMap((mark) => ofCatheter(mark, run)),
    ...(typeof header === 'string' ? [] : [{ key: 'header', calibration: header }]),
    { key: 'none', calibration: NONE },
  ];
};

/** Why the header calibrates nothing; null when it does. */
export const noHeader = (run: RunView): NoHeader | null => {
  const header = fromHeader(headerOf(run));
  return typeof header === 'string' ? header : null;
};

const pick = (choices: readonly Choice[], wanted: string | undefined): Choice =>
  choices.find(({ key }) => key === wanted) ?? choices[0] ?? { key: 'none', calibration: NONE };

/** What is measured on a run now: the calibration in use, the draft, and the mark it would be. */
export const drawnOf = ({ run, marks, measuring }: { run: RunView; marks: readonly Shown[]; measuring: Measuring }) => {
  const choices = choicesOn(marks, run);
  const chosen = pick(choices, measuring.chosen(run.id));
  const draft = measuring.draft?.runId === run.id ? measuring.draft : undefined;
  return { choices, chosen, draft, drawn: draft ? asMark(draft, sizeOf(run), chosen.calibration, measuring.french) : null };
};
