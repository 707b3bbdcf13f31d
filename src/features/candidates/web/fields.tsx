// Fields that rows of a CV share: a text in both scripts, a year in either calendar.
import type { ComponentChildren } from 'preact';
import { useLocale } from '#web/context.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import * as say from '#words/candidates.ts';
import { periodFrom, periodText } from '../rules/period.ts';
import { LIMITS } from '../rules/vocabulary.ts';

/** The reader's own script first. */
export const TwoScripts = ({ en, fa, labelEn, labelFa, onEn, onFa }: { en: string; fa: string; labelEn: string; labelFa: string; onEn: (text: string) => void; onFa: (text: string) => void }) => {
  const l = useLocale();
  const fields = [
    <TextField key="en" label={labelEn} value={en} lang="en" onValue={onEn} maxLength={LIMITS.line} />,
    <TextField key="fa" label={labelFa} value={fa} lang="fa" onValue={onFa} maxLength={LIMITS.line} />,
  ];
  return <div class="two">{l === 'fa' ? fields.reverse() : fields}</div>;
};

/** Kept as typed; says how it was understood, or how to write it. */
export const PeriodField = ({ label, value, onValue, hint }: { label: string; value: string; onValue: (text: string) => void; hint?: ComponentChildren }) => {
  const l = useLocale();
  const read = value.trim() === '' || periodFrom(value) !== null;
  return (
    <TextField label={label} hint={value.trim() === '' ? (hint ?? say.periodHint(l)) : read ? periodText(l, value) : undefined} value={value} onValue={onValue} lang="en" maxLength={LIMITS.period}
      error={read || value.trim().length < 4 ? undefined : say.periodWrong(l)} />
  );
};
