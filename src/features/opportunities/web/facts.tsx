// What a candidate asks, as ruled rows: only what was said, in the order in which its type asks for it.
import type { ComponentChildren } from 'preact';
import type { Locale } from '#kernel/locale.ts';
import { countryText, languageText } from '#features/people/web/place-door.ts';
import { useHere } from '#web/context.tsx';
import { clockText, dayText, otherDayText } from '#web/text/day.ts';
import { Say, UserRun, X } from '#web/text/say.tsx';
import { Facts } from '#web/ui/strips.tsx';
import * as say from '#words/opportunities.ts';
import * as frame from '#words/web.ts';
import type { FieldKey } from '../rules/fields.ts';
import { choices, type ChoiceKey, type LineKey } from '../rules/limits.ts';
import type { OpportunityView } from '../rules/present.ts';
import { choiceText, fieldText } from './field-words.ts';
import { placeLine } from './said.ts';

export const FactsOfOpportunity = ({ of }: { of: OpportunityView }) => {
  const { l, timeZone } = useHere();
  return <Facts rows={of.answered.filter((key) => key !== 'volumeOf' || of.fields.volume === undefined).map((key) => [fieldText(l, key), <Value key={key} of={of} field={key} l={l} zone={timeZone} />] as const)} />;
};

const Value = ({ of, field, l, zone }: { of: OpportunityView; field: FieldKey; l: Locale; zone: string }): ComponentChildren => {
  const { fields: f } = of;
  switch (field) {
    case 'place': return of.place && <Say>{placeLine(l, of.place)}</Say>;
    case 'topics': return of.topics.map((one, i) => <>{i > 0 && frame.comma(l)}<UserRun text={l === 'fa' ? one.fa : one.en} lang={l} /></>);
    case 'startsOn': return <Day iso={of.startsOn} l={l} />;
    case 'endsOn': return <Day iso={of.endsOn} l={l} />;
    case 'deadline': return of.deadline === null ? null : <DeadlineOf at={new Date(of.deadline)} of={of} l={l} zone={zone} />;
    case 'lengthMonths': return <Say>{say.months(l, { n: f.lengthMonths ?? 0 })}</Say>;
    case 'turnaroundDays': return <Say>{say.days(l, { n: f.turnaroundDays ?? 0 })}</Say>;
    case 'handsOnShare': return <Say>{say.share(l, { n: String(f.handsOnShare ?? 0) })}</Say>;
    case 'pay': return <Say>{payText(l, f)}</Say>;
    case 'passports': return <Say>{passportText(l, f)}</Say>;
    case 'languages': return (f.languages ?? []).map((code) => languageText(l, code)).join(frame.comma(l));
    case 'volume': return <X>{`${f.volume ?? ''}${f.volumeOf ? ` ${f.volumeOf}` : ''}`}</X>;
    case 'ageMost':
    case 'cases': return <X>{f[field] ?? 0}</X>;
    default: return field in choices ? choiceText(l, field as ChoiceKey, String(f[field as ChoiceKey])) : <UserRun text={f[field as LineKey] ?? ''} lang={of.lang} />;
  }
};

const Day = ({ iso, l }: { iso: string | null; l: Locale }) => {
  if (iso === null) return null;
  const at = new Date(`${iso}T12:00:00Z`);
  return <time datetime={iso}>{dayText(l, at, 'UTC', true)} <bdi class="meta nb" lang={l === 'fa' ? 'en' : 'fa'}>({otherDayText(l, at, 'UTC')})</bdi></time>;
};

/** By the clock of the place that set it; for a reader of another zone that zone is named. */
const DeadlineOf = ({ at, of, l, zone }: { at: Date; of: OpportunityView; l: Locale; zone: string }) => (
  <time datetime={at.toISOString()}>
    {dayText(l, at, of.timeZone, true)} <bdi class="meta nb" lang={l === 'fa' ? 'en' : 'fa'}>({otherDayText(l, at, of.timeZone)})</bdi>{frame.comma(l)}<bdi>{clockText(l, at, of.timeZone)}</bdi>
    {zone !== of.timeZone && <> <span class="meta"><Say>{say.zone(l, { zone: of.timeZone.replaceAll('_', ' ') })}</Say></span></>}
  </time>
);

export const payText = (l: Locale, { amount, amountTo, currency = '', per }: OpportunityView['fields']): string => {
  const said = (n: number): string => new Intl.NumberFormat('en-GB').format(n);
  const money = amountTo === undefined ? say.moneyOne(l, { amount: said(amount ?? 0), currency }) : say.moneyRange(l, { amount: said(amount ?? 0), to: said(amountTo), currency });
  return per === undefined ? money : say.moneyPer(l, { money: money.replaceAll(/[\u2066-\u2069]/g, ''), per: choiceText(l, 'per', per) });
};

const passportText = (l: Locale, { passports, passportCountries = [] }: OpportunityView['fields']): string => {
  const countries = passportCountries.map((code) => countryText(l, code)).join(frame.comma(l));
  return passports === 'only' ? say.passportsOnly(l, { countries }) : passports === 'not' ? say.passportsNot(l, { countries }) : choiceText(l, 'passports', 'all');
};
