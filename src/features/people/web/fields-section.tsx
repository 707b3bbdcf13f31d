// What one may be asked about: fields of the taxonomy with level and volume, and one's own words.
import { useState } from 'preact/hooks';
import { named, useLocale } from '#web/context.tsx';
import { UserRun, X } from '#web/text/say.tsx';
import { Button } from '#web/ui/button.tsx';
import { Seg, Select } from '#web/ui/choice.tsx';
import { NumberField } from '#web/ui/number-field.tsx';
import { TextArea } from '#web/ui/text-field.tsx';
import * as say from '#words/people.ts';
import type { Expertise } from '../rules/colleague.ts';
import type { Concept } from '../rules/profile-view.ts';
import { LIMITS, levels } from '../rules/vocabulary.ts';
import { writtenIn } from '../rules/written-in.ts';
import type { ProfileDraft } from './draft.ts';
import { levelText } from './said.ts';

export const FieldsSection = ({ draft: { value, change }, concepts }: { draft: ProfileDraft; concepts: readonly Concept[] }) => {
  const l = useLocale();
  const nameOf = (id: string) => named(l, concepts.find((one) => one.id === id) ?? { nameEn: id, nameFa: id });
  const remove = (concept: string) => change((now) => ({ expertise: now.expertise.filter((e) => e.concept !== concept) }));
  return (
    <section class="stack">
      <h2>{say.meAskTitle(l)}</h2>
      {value.expertise.length === 0 && <p class="meta">{say.expertiseNone(l)}</p>}
      {value.expertise.length > 0 && (
        <ul class="list tight">
          {value.expertise.map((e) => (
            <li key={e.concept} class="split">
              <span><b><UserRun text={nameOf(e.concept)} lang={l} /></b> <span class="meta">{levelText(l, e.level)}{e.casesPerYear !== null && <> · <X>{e.casesPerYear}</X> {say.expertisePerYearShort(l)}</>}</span></span>
              <Button small label={say.meRemove(l, { what: nameOf(e.concept) })} onClick={() => remove(e.concept)}>{say.meRemoveShort(l)}</Button>
            </li>
          ))}
        </ul>
      )}
      {value.expertise.length < LIMITS.expertise && (
        <AddField concepts={concepts.filter(({ id }) => !value.expertise.some((e) => e.concept === id))} onAdd={(one) => change((now) => ({ expertise: [...now.expertise, one] }))} />
      )}
      <TextArea label={say.askedAboutLabel(l)} hint={say.askedAboutHint(l)} value={value.askedAbout} lang={writtenIn(value.askedAbout, l)} onValue={(askedAbout) => change({ askedAbout })} maxLength={LIMITS.text} />
    </section>
  );
};

/** "CTO", then what lies below it set in by dashes. */
const optionsOf = (l: Parameters<typeof named>[0], concepts: readonly Concept[]) =>
  concepts.map((one) => ({ value: one.id, label: `${'– '.repeat(Math.max(0, one.id.split('.').length - 1))}${named(l, one)}` }));

const AddField = ({ concepts, onAdd }: { concepts: readonly Concept[]; onAdd: (one: Expertise) => void }) => {
  const l = useLocale();
  const [concept, setConcept] = useState<string>();
  const [level, setLevel] = useState<Expertise['level']>('independent');
  const [perYear, setPerYear] = useState<number>();
  const add = () => {
    if (concept === undefined) return;
    onAdd({ concept, level, casesPerYear: perYear === undefined ? null : Math.round(perYear) });
    setConcept(undefined);
    setPerYear(undefined);
  };
  return (
    <div class="sheet stack">
      <Select label={say.expertiseAdd(l)} value={concept} onValue={setConcept} options={optionsOf(l, concepts)} />
      {concept !== undefined && (
        <>
          <Seg label={say.levelLabel(l)} value={level} onValue={setLevel} options={levels.map((one) => ({ value: one, label: levelText(l, one) }))} />
          <NumberField label={say.expertisePerYear(l)} value={perYear} low={0} high={LIMITS.casesPerYear} example="60" onValue={(n) => setPerYear(typeof n === 'number' ? n : undefined)} />
          <div><Button kind="main" onClick={add}>{say.expertiseAddAct(l)}</Button></div>
        </>
      )}
    </div>
  );
};
