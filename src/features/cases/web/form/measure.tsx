import { useState } from 'preact/hooks';
import type { ComponentChildren } from 'preact';
import { useLocale } from '#web/context.tsx';
import { type Measured, NumberField } from '#web/ui/number-field.tsx';
import * as say from '#words/cases.ts';

type InUnit<U extends string> = { readonly value: number; readonly unit: U };
export type Told<U extends string> = InUnit<U> | 'unknown' | 'not-done';
export type Unit<U extends string> = { readonly unit: U; readonly low: number; readonly high: number; readonly example: string };

/** A laboratory value kept in the unit it was typed in; limits of each unit catch a swapped one. */
export const MeasureField = <U extends string>({ label, units, value, onValue, hint }: {
  label: string; units: readonly [Unit<U>, ...Unit<U>[]]; value: Told<U> | undefined; onValue: (value: Told<U> | undefined) => void; hint?: ComponentChildren;
}) => {
  const l = useLocale();
  const kept = typeof value === 'object' ? value.unit : undefined;
  const [chosen, setChosen] = useState<U | undefined>(undefined);
  const now = units.find(({ unit }) => unit === (kept ?? chosen)) ?? units[0];
  const next = units[(units.indexOf(now) + 1) % units.length] ?? units[0];
  const told = (typed: Measured | undefined) => onValue(typeof typed === 'number' ? { value: typed, unit: now.unit } : typed);
  return (
    <NumberField key={now.unit} label={label} unit={now.unit} low={now.low} high={now.high} example={now.example} hint={hint} states={['unknown', 'not-done']}
      turn={{ say: say.formInUnit(l, { unit: next.unit }).replaceAll(/[\u2066-\u2069]/g, ''), to: () => { setChosen(next.unit); onValue(undefined); } }}
      value={typeof value === 'object' ? value.value : value} onValue={told} />
  );
};
