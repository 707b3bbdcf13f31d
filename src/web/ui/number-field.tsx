import { useEffect, useState } from 'preact/hooks';
import { numberFrom } from '#kernel/digits.ts';
import { useLocale } from '#web/context.tsx';
import { Say } from '#web/text/say.tsx';
import * as say from '#words/web.ts';
import { Field, type FieldText } from './field.tsx';

/** "I do not know" and "it was not done" are answers; a blank is none. */
export type Measured = number | 'unknown' | 'not-done';

/**
 * A clinical number with its unit. Persian, Arabic and Latin digits are taken; what is shown is left to right.
 * Text that is no number, or outside `low`…`high`, is kept as typed, marked, and given to nobody: `onValue(undefined)`.
 */
export const NumberField = ({ value, onValue, unit, low, high, example = '35', states = [], turn, error, ...text }: FieldText & {
  value: Measured | undefined;
  onValue: (value: Measured | undefined) => void;
  unit?: string | undefined;
  low?: number | undefined;
  high?: number | undefined;
  example?: string | undefined;
  /** Which other answers are offered beside the field. */
  states?: readonly ('unknown' | 'not-done')[];
  /** Another unit is one tap on the unit away: what that tap says, and does. */
  turn?: { readonly say: string; readonly to: () => void } | undefined;
}) => {
  const l = useLocale();
  const [typed, setTyped] = useState(shown(value));
  // A value changed from outside (another device, a calculation) replaces what is typed, unless it says the same.
  useEffect(() => {
    if (typeof value !== 'number' || numberFrom(typed) !== value) if (value !== undefined || within(typed, low, high)) setTyped(shown(value));
  }, [value]);

  const wrong = typed.trim() === '' || within(typed, low, high) ? undefined
    : numberFrom(typed) === undefined || low === undefined || high === undefined ? say.fieldNumber(l, { example })
    : say.fieldBetween(l, { low: String(low), high: String(high) });
  const type = (next: string) => {
    setTyped(next);
    onValue(within(next, low, high) ? numberFrom(next) : undefined);
  };
  const answers = { unknown: say.fieldUnknown(l), 'not-done': say.fieldNotDone(l) };
  const after = states.length > 0 && (
    <span class="or">
      {states.map((state) => (
        <button key={state} type="button" aria-pressed={value === state} onClick={() => { setTyped(''); onValue(value === state ? undefined : state); }}>
          {answers[state]}
        </button>
      ))}
    </span>
  );
  return (
    <Field {...text} error={error ?? (wrong && <Say>{wrong}</Say>)} after={after}>
      {({ id, describedBy, invalid }) => (
        <span class="unit">
          <input
            class="in" id={id} value={typed} inputMode="decimal" dir="ltr" autocomplete="off" aria-describedby={describedBy} aria-invalid={invalid}
            onInput={(event) => type(event.currentTarget.value)}
          />
          {unit && (turn === undefined ? <span>{unit}</span> : <button type="button" aria-label={`${unit}, ${turn.say}`} title={turn.say} onClick={turn.to}>{unit}</button>)}
        </span>
      )}
    </Field>
  );
};

const shown = (value: Measured | undefined): string => (typeof value === 'number' ? String(value) : '');

const within = (typed: string, low = Number.NEGATIVE_INFINITY, high = Number.POSITIVE_INFINITY): boolean => {
  const n = numberFrom(typed);
  return n !== undefined && n >= low && n <= high;
};
