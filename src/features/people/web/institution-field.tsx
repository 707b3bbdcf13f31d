// Where one works: chosen from what is there, or added with both names.
import { useState } from 'preact/hooks';
import { useLocale } from '#web/context.tsx';
import { Say } from '#web/text/say.tsx';
import { Button } from '#web/ui/button.tsx';
import * as say from '#words/people.ts';
import { AddInstitution, type InstitutionAnswer } from './add-place.tsx';
import { Finder } from './finder.tsx';
import { countryText, placeText } from './said.ts';

const line = (l: Parameters<typeof countryText>[0], one: InstitutionAnswer): string =>
  placeText(l, { institutionEn: one.nameEn, institutionFa: one.nameFa, cityEn: one.cityEn, cityFa: one.cityFa });

export const InstitutionField = ({ chosen, onChoose }: { chosen: InstitutionAnswer | null; onChoose: (one: InstitutionAnswer) => void }) => {
  const l = useLocale();
  const [now, setNow] = useState(chosen);
  const [mode, setMode] = useState<'shown' | 'finding' | 'adding'>(chosen ? 'shown' : 'finding');
  const choose = (one: InstitutionAnswer) => {
    setNow(one);
    setMode('shown');
    onChoose(one);
  };
  if (mode === 'shown' && now) {
    return (
      <div class="stack near">
        <span class="lab">{say.institutionLabel(l)}</span>
        <div class="split"><b><Say>{line(l, now)}</Say></b><Button small onClick={() => setMode('finding')}>{say.institutionChange(l)}</Button></div>
      </div>
    );
  }
  if (mode === 'adding') return <AddInstitution onAdded={choose} onCancel={() => setMode(now ? 'shown' : 'finding')} />;
  return (
    <Finder<InstitutionAnswer>
      path="/api/institutions" label={say.institutionLabel(l)} hint={say.institutionHint(l)} lineOf={(one) => <Say>{line(l, one)}</Say>} moreOf={(one) => countryText(l, one.country)} onPick={choose}
      foot={<Button small icon="ask" onClick={() => setMode('adding')}>{say.institutionAddShort(l)}</Button>}
    />
  );
};
