import { directionOf } from '#kernel/locale.ts';
import { Field, type FieldText } from './field.tsx';

type Typed = FieldText & {
  value: string;
  onValue: (value: string) => void;
  name?: string | undefined;
  /** Language of what is typed, when it is not the page's: sets the direction. */
  lang?: string | undefined;
  required?: boolean | undefined;
  maxLength?: number | undefined;
};

// An address or a number is Latin; of a text whose language nobody said, the browser follows what is typed.
const latin = ['email', 'password', 'tel', 'url', 'date', 'datetime-local', 'time'];
const directed = (lang: string | undefined, type: string) => ({ lang, dir: latin.includes(type) ? ('ltr' as const) : lang === undefined ? ('auto' as const) : directionOf(lang) });

/** One line of text. */
export const TextField = ({ value, onValue, name, lang, required, maxLength, type = 'text', autocomplete, inputMode, ...text }: Typed & {
  type?: 'text' | 'email' | 'password' | 'search' | 'tel' | 'url' | 'date' | 'datetime-local' | 'time';
  autocomplete?: string | undefined;
  inputMode?: 'text' | 'numeric' | 'decimal' | 'email' | 'tel' | 'url' | undefined;
}) => (
  <Field {...text}>
      {({ id, describedBy, invalid }) => (
        <input
          class="in" id={id} {...({ type } as { type: 'text' })} name={name} value={value} required={required} maxLength={maxLength} inputMode={inputMode}
          autocomplete={autocomplete} aria-describedby={describedBy} aria-invalid={invalid} {...directed(lang, type)}
          onInput={(event) => onValue(event.currentTarget.value)}
        />
      )}
    </Field>
);

// Browsers without `field-sizing` get rows by the lines written.
const rowsFor = (value: string, least: number): number => Math.max(least, Math.min(24, value.split('\n').reduce((n, line) => n + 1 + Math.floor(line.length / 70), 0)));

/** Several lines; grows with the text. */
export const TextArea = ({ value, onValue, name, lang, required, maxLength, rows = 4, ...text }: Typed & { rows?: number }) => (
  <Field {...text}>
      {({ id, describedBy, invalid }) => (
        <textarea
          class="in" id={id} name={name} value={value} required={required} maxLength={maxLength} rows={rowsFor(value, rows)}
          aria-describedby={describedBy} aria-invalid={invalid} {...directed(lang, 'text')}
          onInput={(event) => onValue(event.currentTarget.value)}
        />
      )}
    </Field>
);
