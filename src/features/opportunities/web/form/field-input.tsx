// One field of an opportunity, by what kind of answer it takes.
import { countryText, languageText } from '#features/people/web/place-door.ts';
import { countries, languages } from '#features/people/rules/places.ts';
import type { Concept } from '#features/people/rules/profile-view.ts';
import { named, useLocale } from '#web/context.tsx';
import { Seg, Select } from '#web/ui/choice.tsx';
import { NumberField } from '#web/ui/number-field.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import * as say from '#words/opportunities.ts';
import type { FieldKey } from '../../rules/fields.ts';
import { choices, type ChoiceKey, LIMITS, type LineKey, numbers, type NumberKey } from '../../rules/limits.ts';
import { choiceText, fieldText } from '../field-words.ts';
import { DayField, DeadlineField } from './day-field.tsx';
import type { Writing } from './draft.ts';
import { Many } from './many.tsx';

const CURRENCIES = ['EUR', 'IRR', 'USD', 'GBP', 'CAD', 'CHF', 'PLN', 'SEK', 'OMR', 'AED', 'TRY', 'AUD', 'INR', 'JPY'];

export const FieldInput = ({ field, of, concepts }: { field: FieldKey; of: Writing; concepts: readonly Concept[] }) => {
  const l = useLocale();
  const { value: { fields, ...beside }, change, set } = of;
  switch (field) {
    case 'place': return null;
    case 'startsOn': return <DayField label={say.startsOn(l)} value={beside.startsOn} onValue={(startsOn) => change({ startsOn })} />;
    case 'endsOn': return <DayField label={say.endsOn(l)} value={beside.endsOn} onValue={(endsOn) => change({ endsOn })} />;
    case 'deadline': return <DeadlineField value={beside.deadline} zone={beside.timeZone} onValue={(deadline) => change({ deadline })} />;
    case 'topics': return <Topics of={of} concepts={concepts} />;
    case 'pay': return <Pay of={of} />;
    case 'passports': return <Passports of={of} />;
    case 'languages': return <Many label={fieldText(l, 'languages')} add={say.languageAdd(l)} value={fields.languages ?? []} from={languages} text={(code) => languageText(l, code)} most={8} onValue={(spoken) => set({ languages: spoken })} />;
    default:
      if (field in choices) return <Choice of={of} field={field as ChoiceKey} />;
      if (field in numbers) return <NumberOf of={of} field={field as NumberKey} label={fieldText(l, field)} unit={field === 'lengthMonths' ? say.unitMonths(l) : field === 'turnaroundDays' ? say.unitDays(l) : field === 'handsOnShare' ? '%' : undefined} />;
      return <TextField label={fieldText(l, field)} lang={beside.lang} maxLength={LIMITS.line} value={fields[field as LineKey] ?? ''} onValue={(text) => set({ [field]: text })} />;
  }
};

const NumberOf = ({ of: { value, set }, field, label, unit }: { of: Writing; field: NumberKey; label: string; unit?: string | undefined }) => (
  <NumberField label={label} unit={unit} value={value.fields[field]} low={numbers[field][0]} high={numbers[field][1]} example="12" onValue={(n) => set({ [field]: typeof n === 'number' ? n : undefined })} />
);

const Choice = ({ of: { value, set }, field }: { of: Writing; field: ChoiceKey }) => {
  const l = useLocale();
  return <Seg label={fieldText(l, field as FieldKey)} value={value.fields[field] as string | undefined} onValue={(chosen) => set({ [field]: chosen })} options={choices[field].map((one) => ({ value: one as string, label: choiceText(l, field, one) }))} />;
};

const Pay = ({ of }: { of: Writing }) => {
  const l = useLocale();
  const { value: { fields }, set } = of;
  return (
    <div class="grid4">
      <NumberOf of={of} field="amount" label={say.fieldPayFrom(l)} />
      <NumberOf of={of} field="amountTo" label={say.fieldPayTo(l)} />
      <Select label={say.fieldCurrency(l)} value={fields.currency} onValue={(currency) => set({ currency })} options={CURRENCIES.map((value) => ({ value, label: value }))} />
      <Select label={say.fieldPer(l)} value={fields.per} onValue={(per) => set({ per })} options={choices.per.map((value) => ({ value, label: choiceText(l, 'per', value) }))} />
    </div>
  );
};

const Passports = ({ of: { value: { fields }, set } }: { of: Writing }) => {
  const l = useLocale();
  const listed = [...countries].sort((a, b) => countryText(l, a).localeCompare(countryText(l, b), l));
  return (
    <div class="stack near">
      <Seg label={fieldText(l, 'passports')} value={fields.passports} onValue={(passports) => set({ passports })} options={choices.passports.map((value) => ({ value, label: choiceText(l, 'passports', value) }))} />
      {(fields.passports === 'only' || fields.passports === 'not') && (
        <Many label={say.fieldPassportCountries(l)} add={say.countryAdd(l)} value={fields.passportCountries ?? []} from={listed} text={(code) => countryText(l, code)} most={LIMITS.countries} onValue={(passportCountries) => set({ passportCountries })} />
      )}
    </div>
  );
};

const Topics = ({ of: { value, change }, concepts }: { of: Writing; concepts: readonly Concept[] }) => {
  const l = useLocale();
  const textOf = (id: string): string => { const one = concepts.find((c) => c.id === id); return one ? named(l, one) : id; };
  return <Many label={say.topics(l)} add={say.topicAdd(l)} value={value.topics} from={concepts.map(({ id }) => id)} text={textOf} listed={(id) => `${'– '.repeat(Math.max(0, id.split('.').length - 1))}${textOf(id)}`} most={LIMITS.topics} onValue={(topics) => change({ topics })} />;
};
