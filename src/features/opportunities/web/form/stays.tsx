// Where I was, and whether colleagues near me may ask me about it.
import { useState } from 'preact/hooks';
import type { Locale } from '#kernel/locale.ts';
import { newId } from '#kernel/ids.ts';
import { InstitutionField } from '#features/people/web/place-door.ts';
import { api } from '#web/api.ts';
import { useLocale, useNow } from '#web/context.tsx';
import { browserRandom } from '#web/random.ts';
import { Say } from '#web/text/say.tsx';
import { Button } from '#web/ui/button.tsx';
import { Check, Select } from '#web/ui/choice.tsx';
import { NumberField } from '#web/ui/number-field.tsx';
import { Section } from '#web/ui/strips.tsx';
import * as say from '#words/opportunities.ts';
import { type StayType, stayTypes, type StayView } from '../../rules/looking.ts';
import { placeLine, typeText } from '../said.ts';

type Act = (work: () => ReturnType<typeof api.put>) => Promise<boolean>;
const years = (l: Locale, from: number, to: number | null): string => (to === null ? say.staySince(l, { from: String(from) }) : say.stayYears(l, { from: String(from), to: String(to) }));

export const Stays = ({ of, act }: { of: readonly StayView[]; act: Act }) => {
  const l = useLocale();
  return (
    <Section title={say.staysTitle(l)}>
      <p class="meta">{say.staysLead(l)}</p>
      <ul class="list tight">
        {of.map((stay) => (
          <li key={stay.id} class="stack near">
            <b><Say>{placeLine(l, stay.institution)}</Say></b>
            <span class="meta">{typeText(l, stay.type)} · <Say>{years(l, stay.fromYear, stay.toYear)}</Say></span>
            <Check checked={stay.willing} onValue={(willing) => void act(() => api.put(`/api/me/stays/${stay.id}`, { willing }))}>{say.stayWilling(l)}</Check>
            <div><Button small onClick={() => void act(() => api.del(`/api/me/stays/${stay.id}`))}>{say.stayEnd(l)}</Button></div>
          </li>
        ))}
      </ul>
      <details class="why"><summary>{say.stayNew(l)}</summary><div class="above-2"><NewStay act={act} /></div></details>
    </Section>
  );
};

const NewStay = ({ act }: { act: Act }) => {
  const l = useLocale();
  const thisYear = useNow().getFullYear();
  const [institutionId, setInstitution] = useState('');
  const [type, setType] = useState<StayType>('fellowship');
  const [fromYear, setFrom] = useState<number>();
  const [toYear, setTo] = useState<number>();
  const [willing, setWilling] = useState(true);
  const lacks = institutionId === '' || fromYear === undefined;
  const year = (n: unknown) => (typeof n === 'number' ? Math.round(n < 1700 ? n + 621 : n) : undefined); // a Persian year
  return (
    <div class="sheet stack">
      <InstitutionField chosen={null} onChoose={(one) => setInstitution(one.id)} />
      <Select label={say.typeLabel(l)} empty={false} value={type} onValue={(one) => one && setType(one)} options={stayTypes.map((value) => ({ value, label: typeText(l, value) }))} />
      <div class="two">
        <NumberField label={say.stayFrom(l)} value={fromYear} low={1329} high={thisYear} example={String(thisYear - 3)} onValue={(n) => setFrom(year(n))} />
        <NumberField label={say.stayTo(l)} value={toYear} low={1329} high={thisYear} example={String(thisYear - 2)} onValue={(n) => setTo(year(n))} />
      </div>
      <Check checked={willing} onValue={setWilling}>{say.stayWilling(l)}</Check>
      <div><Button kind="main" notYet={lacks ? say.stayLacks(l) : undefined} onClick={() => void act(() => api.post('/api/me/stays', { id: newId(new Date(), browserRandom), institutionId, type, fromYear, toYear: toYear ?? null, willing }))}>{say.stayKeep(l)}</Button></div>
    </div>
  );
};
