// The form that adds a field: loaded once the page stands.
import { useState } from 'preact/hooks';
import { named, useLocale } from '#web/context.tsx';
import { Button } from '#web/ui/button.tsx';
import { Seg, Select } from '#web/ui/choice.tsx';
import { NumberField } from '#web/ui/number-field.tsx';
import * as say from '#words/people.ts';
import type { Expertise } from '../rules/colleague.ts';
import type { Concept } from '../rules/profile-view.ts';
import { LIMITS, levels } from '../rules/vocabulary.ts';
import { levelText } from './said.ts';

/** "CTO", then what lies below it set in by dashes. */
const optionsOf = (l: Parameters<typeof named>[0], concepts: readonly Concept[]) =>
  concepts.map((one) => ({ value: one.id, label: `${'– '.repeat(Math.max(0, one.id.split('.').length - 1))}${named(l, one)}` }));

export const AddField = ({ concepts, onAdd }: { concepts: readonly Concept[]; onAdd: (one: Expertise) => void }) => {
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
