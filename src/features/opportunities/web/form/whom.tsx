// Whom to tell first, how far it may go, and from whom it is kept.
import { useState } from 'preact/hooks';
import { lineText, PersonPicker, type Picked } from '#features/people/web/door.tsx';
import { Finder } from '#features/people/web/place-door.ts';
import type { PersonLine as Line } from '#features/people/rules/present.ts';
import { named, useLocale } from '#web/context.tsx';
import { Say } from '#web/text/say.tsx';
import { IconButton } from '#web/ui/button.tsx';
import { Seg } from '#web/ui/choice.tsx';
import { PersonLine } from '#web/ui/people.tsx';
import { Section } from '#web/ui/strips.tsx';
import { TextArea } from '#web/ui/text-field.tsx';
import * as say from '#words/opportunities.ts';
import { LIMITS } from '../../rules/limits.ts';
import type { Place, PosterView } from '../../rules/present.ts';
import { placeLine } from '../said.ts';
import type { Content, Writing } from './draft.ts';

type Known = Pick<Picked | Line, 'id' | 'nameEn' | 'nameFa' | 'initialsEn' | 'initialsFa' | 'stage' | 'institutionEn' | 'institutionFa' | 'cityEn' | 'cityFa'>;
type Plan = Content['plan'];

export const Whom = ({ of: { value, change }, mine }: { of: Writing; mine: PosterView }) => {
  const l = useLocale();
  const { plan } = value;
  // Lines of those taken in this page; the others came with it.
  const [people, setPeople] = useState<readonly Known[]>([...mine.named, ...mine.barred.people]);
  const [places, setPlaces] = useState<readonly Place[]>(mine.barred.institutions);
  const put = (patch: Partial<Plan>) => change((now) => ({ plan: { ...now.plan, ...patch } }));
  const know = (one: Known) => setPeople((was) => [...was, one]);
  const lines = (ids: readonly string[]) => ids.flatMap((id) => people.find((one) => one.id === id) ?? []);
  const taken = [...plan.named, ...plan.barredPeople];
  return (
    <>
      <Section title={say.whoTitle(l)} n={<Say>{String(plan.named.length)}</Say>}>
        <p class="meta">{say.whoLead(l)}</p>
        <div class="stack above-3" id="f-named">
          <People of={lines(plan.named)} onOut={(id) => put({ named: plan.named.filter((one) => one !== id) })} />
          {plan.named.length < LIMITS.named && <PersonPicker label={say.whoAdd(l)} without={taken} onPick={(one) => { know(one); put({ named: [...plan.named, one.id as never] }); }} />}
          <TextArea label={say.noteLabel(l)} hint={say.noteHint(l)} lang={value.lang} rows={2} maxLength={LIMITS.note} value={plan.note} onValue={(note) => put({ note })} />
          <Seg label={say.handsLabel(l)} hint={say.handsHint(l)} value={String(plan.hands)} onValue={(hands) => put({ hands: Number(hands) })}
            options={[{ value: '1', label: say.handsOne(l) }, { value: '2', label: say.handsTwo(l) }, { value: '3', label: say.handsThree(l) }]} />
          {plan.hands > 1 && <Seg label={say.viaLabel(l)} value={plan.via} onValue={(via) => put({ via })} options={[{ value: 'any', label: say.viaAny(l) }, { value: 'tied', label: say.viaTied(l) }, { value: 'worked', label: say.viaWorked(l) }]} />}
        </div>
      </Section>
      <Section title={say.barTitle(l)}>
        <p class="meta">{say.barLead(l)}</p>
        <div class="stack above-3">
          <People of={lines(plan.barredPeople)} onOut={(id) => put({ barredPeople: plan.barredPeople.filter((one) => one !== id) })} />
          {plan.barredInstitutions.flatMap((id) => places.find((one) => one.id === id) ?? []).map((one) => (
            <div key={one.id} class="taken"><b><Say>{placeLine(l, one)}</Say></b><Out name={named(l, one)} onClick={() => put({ barredInstitutions: plan.barredInstitutions.filter((id) => id !== one.id) })} /></div>
          ))}
          <div class="two">
            <PersonPicker label={say.barPerson(l)} hint="" without={taken} onPick={(one) => { know(one); put({ barredPeople: [...plan.barredPeople, one.id as never] }); }} />
            <Finder<Place> path="/api/institutions" label={say.barPlace(l)} without={plan.barredInstitutions} lineOf={(one) => <Say>{placeLine(l, one)}</Say>}
              onPick={(one) => { setPlaces((was) => [...was, one]); put({ barredInstitutions: [...plan.barredInstitutions, one.id as never] }); }} />
          </div>
        </div>
      </Section>
    </>
  );
};

const Out = ({ name, onClick }: { name: string; onClick: () => void }) => <IconButton icon="x" label={say.remove(useLocale(), { what: name }).replaceAll(/[\u2066-\u2069]/g, '')} onClick={onClick} />;

const People = ({ of, onOut }: { of: readonly Known[]; onOut: (id: string) => void }) => {
  const l = useLocale();
  return <>{of.map((one) => <div key={one.id} class="taken"><PersonLine of={one} detail={<Say>{lineText(l, one)}</Say>} /><Out name={named(l, one)} onClick={() => onOut(one.id)} /></div>)}</>;
};
