import { useEffect, useState } from 'preact/hooks';
import { useLocale, usePerson } from '#web/context.tsx';
import { device } from '#web/device.ts';
import { Button } from '#web/ui/button.tsx';
import { Section } from '#web/ui/strips.tsx';
import * as say from '#words/cases.ts';
import { shelfFor } from '../../rules/vocabulary.ts';
import type { CaseFields } from '../../rules/wire.ts';
import { shelfLabel } from '../labels.ts';
import { AnswerRows } from './answer-rows.tsx';
import { useForm } from './form.tsx';
import { Written } from './written.tsx';

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
  return (
    <Section title={say.formLab(l)}>
      <div id="f-shelf" class="stack">
        {known.length > 0 && <Button small icon="check" onClick={() => tell(Object.fromEntries(known.map((item) => [item, last?.[item]])) as Shelf)}>{say.formAsLastTime(l)}</Button>}
        <AnswerRows rows={items.map((item) => ({ key: `shelf.${item}`, label: shelfLabel(l, item), value: told[item] }))} answers={states} onAnswer={(key, value) => tell({ [key.slice('shelf.'.length)]: value })} />
        {open.length > 0 && open.length < items.length && <Button small onClick={() => tell(Object.fromEntries(open.map((item) => [item, 'have-not'])) as Shelf)}>{say.formHaveNotRest(l)}</Button>}
        <Written of="constraints" label={say.fieldConstraints(l)} hint={say.formConstraintsHint(l)} rows={2} />
      </div>
    </Section>
  );
};

export const YouSection = () => {
  const l = useLocale();
  return (
    <Section title={say.formYou(l)}>
      <div class="grid2">
        <Written of="experience" label={say.fieldExperience(l)} hint={say.formExperienceHint(l)} rows={2} />
        <Written of="patientWish" label={say.fieldPatientWish(l)} hint={say.formPatientWishHint(l)} rows={2} />
      </div>
    </Section>
  );
};
