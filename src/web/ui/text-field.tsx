import { useRef } from 'preact/hooks';
import { directionOf } from '#kernel/locale.ts';
import { Field, type FieldText } from './field.tsx';
import { type Box, retyped, shownIn } from './typed-runs.ts';

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

/** Value and keys of a text field. In a right-to-left text, figures keep their own direction while they are typed. */
const useRuns = <B extends Box>({ value, onValue, lang, maxLength }: Pick<Typed, 'value' | 'onValue' | 'lang' | 'maxLength'>) => {
  const box = useRef<B>(null);
  if (lang === undefined || directionOf(lang) === 'ltr') return { value, maxLength, onInput: (event: { currentTarget: B }) => onValue(event.currentTarget.value) };
  const type = (event: InputEvent & { currentTarget: B }) => onValue(retyped(event.currentTarget, event, value, lang, maxLength));
  return { ref: box, value: shownIn(box.current, value, lang), onInput: type, onCompositionEnd: (event: { currentTarget: B }) => onValue(retyped(event.currentTarget, new InputEvent('input'), value, lang, maxLength)) };
};

/** One line of text. */
export const TextField = ({ value, onValue, name, lang, required, maxLength, type = 'text', autocomplete, inputMode, ...text }: Typed & {
  type?: 'text' | 'email' | 'password' | 'search' | 'tel' | 'url' | 'date' | 'datetime-local' | 'time';
  autocomplete?: string | undefined;
  inputMode?: 'text' | 'numeric' | 'decimal' | 'email' | 'tel' | 'url' | undefined;
}) => {
  const runs = useRuns<HTMLInputElement>({ value, onValue, maxLength, lang: type === 'text' ? lang : undefined });
  return (
    <Field {...text}>
      {({ id, describedBy, invalid }) => (
        <input
          class="in" id={id} {...({ type } as { type: 'text' })} name={name} required={required} inputMode={inputMode}
          autocomplete={autocomplete} aria-describedby={describedBy} aria-invalid={invalid} {...directed(lang, type)} {...runs}
        />
      )}
    </Field>
  );
};

// Browsers without `field-sizing` get rows by the lines written.
const rowsFor = (value: string, least: number): number => Math.max(least, Math.min(24, value.split('\n').reduce((n, line) => n + 1 + Math.floor(line.length / 70), 0)));

/** Several lines; grows with the text. */
export const TextArea = ({ value, onValue, name, lang, required, maxLength, rows = 4, ...text }: Typed & { rows?: number }) => {
  const runs = useRuns<HTMLTextAreaElement>({ value, onValue, lang, maxLength });
  return (
    <Field {...text}>
      {({ id, describedBy, invalid }) => (
        <textarea
          class="in" id={id} name={name} required={required} rows={rowsFor(value, rows)}
          aria-describedby={describedBy} aria-invalid={invalid} {...directed(lang, 'text')} {...runs}
        />
      )}
    </Field>
  );
};
