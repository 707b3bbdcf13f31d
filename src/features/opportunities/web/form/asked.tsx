// What its type asks for: needed, and what may help.
import { InstitutionField } from '#features/people/web/place-door.ts';
import type { Concept } from '#features/people/rules/profile-view.ts';
import { useLocale } from '#web/context.tsx';
import { Say } from '#web/text/say.tsx';
import { Section } from '#web/ui/strips.tsx';
import * as say from '#words/opportunities.ts';
import { type FieldKey, fieldsOf, type Lack } from '../../rules/fields.ts';
import type { OpportunityType } from '../../rules/limits.ts';
import { lackText } from '../field-words.ts';
import type { Content, Writing } from './draft.ts';
import { FieldInput } from './field-input.tsx';

export const Asked = ({ of, concepts, lacks }: { of: Writing; concepts: readonly Concept[]; lacks: readonly Lack[] }) => (
  <>
    <PlaceOf of={of} />
    {of.value.type !== null && <OfType of={of} type={of.value.type} concepts={concepts} />}
    <Lacks lacks={lacks} />
  </>
);

const PlaceOf = ({ of }: { of: Writing }) => {
  const l = useLocale();
  const { change, place, setPlace } = of;
  return (
    <Section title={say.placeTitle(l)}>
      <div id="f-place">
        <InstitutionField key={place?.id ?? ''} chosen={place && { ...place, cityId: '' }} onChoose={(one) => { setPlace(one); change({ institutionId: one.id as Content['institutionId'] }); }} />
      </div>
    </Section>
  );
};

const Lacks = ({ lacks }: { lacks: readonly Lack[] }) => {
  const l = useLocale();
  if (lacks.length === 0) return null;
  return <p class="meta above-4"><Say>{say.notYet(l, { n: lacks.length })}</Say>: {lacks.map((one, i) => <span key={one}>{i > 0 && ' · '}<a href={`#f-${one}`}>{lackText(l, one)}</a></span>)}</p>;
};

const OfType = ({ of, type, concepts }: { of: Writing; type: OpportunityType; concepts: readonly Concept[] }) => {
  const l = useLocale();
  const { must, may } = fieldsOf[type];
  const inputs = (keys: readonly FieldKey[]) => keys.filter((key) => key !== 'place').map((key) => <div key={`${key} ${of.put}`} id={`f-${key}`}><FieldInput field={key} of={of} concepts={concepts} /></div>);
  return (
    <>
      <Section title={say.whatTitle(l)}><div class="stack">{inputs(must)}</div></Section>
      <Section title={say.optionalTitle(l)}><div class="stack">{inputs(may)}</div></Section>
    </>
  );
};
