import { useLocale } from '#web/context.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import * as say from '#words/people.ts';
import type { Named } from '../rules/names.ts';

export const noNames: Named = { givenEn: '', familyEn: '', givenFa: '', familyFa: '' };

/** Names in both scripts, the reader's own first. */
export const NamesFields = ({ value, onValue, error }: { value: Named; onValue: (patch: Partial<Named>) => void; error?: string | undefined }) => {
  const l = useLocale();
  const en = (
    <div class="two" key="en">
      <TextField label={say.nameGivenEn(l)} value={value.givenEn} onValue={(givenEn) => onValue({ givenEn })} lang="en" autocomplete={l === 'en' ? 'given-name' : undefined} maxLength={80} />
      <TextField label={say.nameFamilyEn(l)} value={value.familyEn} onValue={(familyEn) => onValue({ familyEn })} lang="en" autocomplete={l === 'en' ? 'family-name' : undefined} maxLength={80} error={l === 'en' ? error : undefined} />
    </div>
  );
  const fa = (
    <div class="two" key="fa">
      <TextField label={say.nameGivenFa(l)} value={value.givenFa} onValue={(givenFa) => onValue({ givenFa })} lang="fa" autocomplete={l === 'fa' ? 'given-name' : undefined} maxLength={80} />
      <TextField label={say.nameFamilyFa(l)} value={value.familyFa} onValue={(familyFa) => onValue({ familyFa })} lang="fa" autocomplete={l === 'fa' ? 'family-name' : undefined} maxLength={80} error={l === 'fa' ? error : undefined} />
    </div>
  );
  return (
    <div class="stack">
      {l === 'fa' ? [fa, en] : [en, fa]}
      <p class="meta">{say.nameHint(l)}</p>
    </div>
  );
};
