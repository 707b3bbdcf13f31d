import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { useLocale } from '#web/context.tsx';
import * as say from '#words/web.ts';
import { Field, fieldClass, FieldNotes, type FieldText } from './field.tsx';

export type Option<T extends string> = { readonly value: T; readonly label: ComponentChildren };

/** Two to five choices side by side: native radios, the chosen one filled, ticked and bold. */
export const Seg = <T extends string>({ label, hint, error, wide, options, value, onValue, disabled }: FieldText & {
  options: readonly Option<T>[];
  value: T | undefined;
  onValue: (value: T) => void;
  disabled?: boolean | undefined;
}) => {
  const id = useId();
  return (
    <fieldset class={fieldClass(error, wide)} disabled={disabled} aria-describedby={error ? `${id}e` : hint ? `${id}h` : undefined}>
      <legend class="lab">{label}</legend>
      <div class="seg">
        {options.map((option) => (
          <label key={option.value}>
            <input type="radio" name={id} value={option.value} checked={option.value === value} onChange={() => onValue(option.value)} />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
      <FieldNotes id={id} hint={hint} error={error} />
    </fieldset>
  );
};

/** More than five choices. Options are plain text: a native list shows no more. */
export const Select = <T extends string>({ options, value, onValue, empty, ...text }: FieldText & {
  options: readonly { readonly value: T; readonly label: string }[];
  value: T | undefined;
  onValue: (value: T | undefined) => void;
  /** Words of the open choice; by default "Choose". `false`: something is always chosen. */
  empty?: string | false | undefined;
}) => {
  const l = useLocale();
  return (
    <Field {...text}>
      {({ id, describedBy, invalid }) => (
        <select
          class="in" id={id} aria-describedby={describedBy} aria-invalid={invalid}
          onChange={(event) => onValue((event.currentTarget.value || undefined) as T | undefined)}
        >
          {empty !== false && <option value="" selected={value === undefined}>{empty ?? say.fieldChoose(l)}</option>}
          {options.map((option) => <option key={option.value} value={option.value} selected={option.value === value}>{option.label}</option>)}
        </select>
      )}
    </Field>
  );
};

/** One yes or no. */
export const Check = ({ checked, onValue, children, hint }: {
  checked: boolean;
  onValue: (checked: boolean) => void;
  children: ComponentChildren;
  hint?: ComponentChildren;
}) => (
  <label class="tick">
    <input type="checkbox" checked={checked} onChange={(event) => onValue(event.currentTarget.checked)} />
    <span>{children}{hint && <small>{hint}</small>}</span>
  </label>
);
