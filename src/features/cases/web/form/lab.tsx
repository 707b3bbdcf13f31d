import { useEffect, useState } from 'preact/hooks';
import { useLocale, usePerson } from '#web/context.tsx';
import { device } from '#web/device.ts';
import { Say } from '#web/text/say.tsx';
import { Button } from '#web/ui/button.tsx';
import { Section } from '#web/ui/strips.tsx';
import * as say from '#words/cases.ts';
import { shelfFor } from '../../rules/vocabulary.ts';
import type { CaseFields } from '../../rules/wire.ts';
import { shelfLabel } from '../labels.ts';
import { AnswerRows } from './answer-rows.tsx';
import { useForm } from './form.tsx';
import { Written } from './written.tsx';

/** Rows shown before the fold: what is asked of every case. */
const first = 7;

type Shelf = NonNullable<CaseFields['shelf']>;
type State = NonNullable<Shelf[keyof Shelf]>;

/** A lab's shelf seldom changes: what was told last is kept on this device and offered to the next case. */
const useLastShelf = (): { last: Shelf | undefined; keep: (shelf: Shelf) => void } => {
  const key = `shelf-${usePerson().id}`;
  const [last, setLast] = useState<Shelf | undefined>(undefined);
  useEffect(() => void device.get<Shelf>('kept', key).then(setLast), [key]);
  return { last, keep: (shelf) => void device.put('kept', key, { ...last, ...shelf }) };
};

export const LabSection = () => {
  const l = useLocale();
  const { value: { fields: f }, fields } = useForm();
  const { last, keep } = useLastShelf();
  const told = f.shelf ?? {};
  const items = shelfFor(f.topics ?? []);
  const open = items.filter((item) => told[item] === undefined);
  const known = open.filter((item) => last?.[item] !== undefined);
  const tell = (more: Shelf) => {
    keep({ ...told, ...more });
    fields((now) => ({ shelf: { ...now.shelf, ...more } }));
  };
  const states: readonly { value: State; label: string }[] = [{ value: 'have', label: say.stateHave(l) }, { value: 'have-not', label: say.stateHaveNot(l) }];
  const rows = (of: typeof items) => <AnswerRows rows={of.map((item) => ({ key: `shelf.${item}`, label: shelfLabel(l, item), value: told[item] }))} answers={states} onAnswer={(key, value) => tell({ [key.slice('shelf.'.length)]: value })} />;
  return (
    <Section title={say.formLab(l)}>
      <div id="f-shelf" class="stack">
        {known.length > 0 && <Button small icon="check" onClick={() => tell(Object.fromEntries(known.map((item) => [item, last?.[item]])) as Shelf)}>{say.formAsLastTime(l)}</Button>}
        {rows(items.slice(0, first))}
        {items.length > first && <details class="why"><summary><Say>{say.formShelfMore(l, { n: items.length - first })}</Say></summary>{rows(items.slice(first))}</details>}
        {open.length > 0 && open.length < items.length && <Button small onClick={() => tell(Object.fromEntries(open.map((item) => [item, 'have-not'])) as Shelf)}>{say.formHaveNotRest(l)}</Button>}
      </div>
      <You />
    </Section>
  );
};

/** What stands around the case: the centre's limits, the operator's hand, the patient's wish. */
const You = () => {
  const l = useLocale();
  return (
    <details class="why above-3">
      <summary>{say.formYou(l)}</summary>
      <div class="stack">
        <Written of="experience" label={say.fieldExperience(l)} hint={say.formExperienceHint(l)} rows={2} />
        <Written of="patientWish" label={say.fieldPatientWish(l)} hint={say.formPatientWishHint(l)} rows={2} />
        <Written of="constraints" label={say.fieldConstraints(l)} hint={say.formConstraintsHint(l)} rows={2} />
      </div>
    </details>
  );
};
