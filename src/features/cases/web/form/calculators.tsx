// The calculators, fed by the case and recomputed as one types. Each shows its value or the names of what it lacks.

import { useEffect, useMemo, useRef } from 'preact/hooks';
import { type CalculatorName, calculatorNames, calculators } from 'scores';
import { useHere, useLocale } from '#web/context.tsx';
import { isoDay } from '#web/text/day.ts';
import * as say from '#words/cases.ts';
import { calculateAll, keptAfter, usual } from '../../rules/calculated.ts';
import { askedFor } from '../../rules/vocabulary.ts';
import { CalculatorRow } from './calculator-row.tsx';
import { useForm } from './form.tsx';

/** J-CTO only where there is an occlusion; the rest of the usual ones always. */
const shownFor = (topics: readonly string[], occluded: boolean): readonly CalculatorName[] =>
  usual.filter((name) => name !== 'j-cto' || occluded || askedFor(topics).includes('jcto'));

export const Calculators = () => {
  const l = useLocale();
  const { now, timeZone } = useHere();
  const { value: { fields: f }, fields, age } = useForm();
  const all = useMemo(() => calculateAll({ fields: f }, age), [f, age]);
  const today = isoDay(now, timeZone);
  // Opening a case changes nothing in it: only what is typed from then on moves its scores.
  const opened = useRef({ f, age });
  useEffect(() => {
    if (f === opened.current.f && age === opened.current.age) return;
    const next = keptAfter(f.scores, all, f.more, today);
    if (next !== f.scores && !(next.length === 0 && f.scores === undefined)) fields({ scores: next });
  }, [all]);
  const shown = shownFor(f.topics ?? [], (f.lesions ?? []).some((one) => one.totalOcclusion !== undefined));
  const row = (name: CalculatorName) => {
    const one = all.get(name);
    return one === undefined ? null : <CalculatorRow key={name} calculator={calculators[name]} one={one} />;
  };
  return (
    <>
      <div class="calcs">{shown.map(row)}</div>
      <details class="why">
        <summary>{say.calcOthers(l)}</summary>
        <div class="calcs">{calculatorNames.filter((name) => !shown.includes(name)).map(row)}</div>
      </details>
    </>
  );
};
