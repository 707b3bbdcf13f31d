// Where one works: chosen from what is there, or added with both names.
import { useState } from 'preact/hooks';
import { useLocale } from '#web/context.tsx';
import { Say } from '#web/text/say.tsx';
import { Button } from '#web/ui/button.tsx';
import * as say from '#words/people.ts';
import type { InstitutionAnswer } from './add-place.tsx';
import { useLater } from './later.ts';
import { placeText } from './said.ts';

export const InstitutionField = ({ chosen, onChoose }: { chosen: InstitutionAnswer | null; onChoose: (one: InstitutionAnswer) => void }) => {
  const l = useLocale();
  const [now, setNow] = useState(chosen);
  const [finding, setFinding] = useState(chosen === null);
  const choose = (one: InstitutionAnswer) => {
    setNow(one);
    setFinding(false);
    onChoose(one);
  };
  if (finding || now === null) return <Finding onChoose={choose} />;
  return (
    <div class="stack near">
      <span class="lab">{say.institutionLabel(l)}</span>
      <div class="split">
        <b><Say>{placeText(l, { institutionEn: now.nameEn, institutionFa: now.nameFa, cityEn: now.cityEn, cityFa: now.cityFa })}</Say></b>
        <Button small onClick={() => setFinding(true)}>{say.institutionChange(l)}</Button>
      </div>
    </div>
  );
};

const Finding = ({ onChoose }: { onChoose: (one: InstitutionAnswer) => void }) => {
  const part = useLater(() => import('./find-place.tsx'));
  return part ? <part.FindPlace onChoose={onChoose} /> : null;
};
