import { useState } from 'preact/hooks';
import { useLocale } from '#web/context.tsx';
import { Button } from '#web/ui/button.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import * as say from '#words/cases.ts';
import { useForm } from './form.tsx';

/** Letters, digits, spaces and hyphens, as the wire takes a graft's name. */
const tidy = (typed: string): string => typed.replace(/[^\w -]/g, '').trim().slice(0, 40);

/** Grafts are not on the tree: a lesion in one is named. Asked only where there are grafts. */
export const GraftLesion = ({ onAdd, full }: { onAdd: (segment: string) => void; full: boolean }) => {
  const l = useLocale();
  const { value: { fields: f } } = useForm();
  const [name, setName] = useState('');
  const grafted = f.comorbidity?.previousCabg === 'yes' || (f.topics ?? []).some((topic) => topic.startsWith('cor.svg'));
  if (!grafted || full) return null;
  const add = () => {
    if (tidy(name) === '') return;
    onAdd(`graft:${tidy(name)}`);
    setName('');
  };
  return (
    <div class="row">
      <TextField label={say.treeGraftName(l)} hint={say.treeGraftHint(l)} lang="en" value={name} onValue={setName} />
      <Button small onClick={add}>{say.treeGraftAdd(l)}</Button>
    </div>
  );
};
