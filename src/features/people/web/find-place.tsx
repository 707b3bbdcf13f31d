// Finding one's institution, or adding it. Loaded when it is looked for.
import { useState } from 'preact/hooks';
import type { Locale } from '#kernel/locale.ts';
import { useLocale } from '#web/context.tsx';
import { Say } from '#web/text/say.tsx';
import { Button } from '#web/ui/button.tsx';
import * as say from '#words/people.ts';
import { AddInstitution, type InstitutionAnswer } from './add-place.tsx';
import { Finder } from './finder.tsx';
import { countryText, placeText } from './said.ts';

const institutionLine = (l: Locale, one: InstitutionAnswer): string => placeText(l, { institutionEn: one.nameEn, institutionFa: one.nameFa, cityEn: one.cityEn, cityFa: one.cityFa });

export const FindPlace = ({ onChoose }: { onChoose: (one: InstitutionAnswer) => void }) => {
  const l = useLocale();
  const [adding, setAdding] = useState(false);
  if (adding) return <AddInstitution onAdded={onChoose} onCancel={() => setAdding(false)} />;
  return (
    <Finder<InstitutionAnswer>
      path="/api/institutions" label={say.institutionLabel(l)} hint={say.institutionHint(l)} lineOf={(one) => <Say>{institutionLine(l, one)}</Say>} moreOf={(one) => countryText(l, one.country)} onPick={onChoose}
      foot={<Button small icon="ask" onClick={() => setAdding(true)}>{say.institutionAddShort(l)}</Button>}
    />
  );
};
