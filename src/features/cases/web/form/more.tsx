import { useLocale } from '#web/context.tsx';
import { Select } from '#web/ui/choice.tsx';
import { NumberField } from '#web/ui/number-field.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import { LIMITS } from '../../rules/limits.ts';
import { isPrompt, type PromptKey, promptKinds } from '../../rules/prompts.ts';
import { answers, askedFor } from '../../rules/vocabulary.ts';
import { answerLabel } from '../labels.ts';
import { choiceLabel, promptLabel } from '../prompt-labels.ts';
import { useForm } from './form.tsx';

const states = ['unknown', 'not-done'] as const;

/** One fact that experts in a topic ask for, in the shape its answer has. "Unknown" and "not done" are answers of each. */
const Prompt = ({ of }: { of: PromptKey }) => {
  const l = useLocale();
  const { value: { fields: f, lang }, more } = useForm();
  const kind = promptKinds[of];
  const told = f.more?.[of];
  const label = promptLabel(l, of);
  if (kind.kind === 'number') {
    const value = typeof told === 'number' ? told : told === 'unknown' || told === 'not-done' ? told : undefined;
    return <NumberField label={label} unit={kind.unit || undefined} low={kind.low} high={kind.high} example={String(kind.low)} value={value} states={states} onValue={(next) => more(of, next)} />;
  }
  if (kind.kind === 'text') return <TextField label={label} lang={lang} maxLength={LIMITS.note} value={typeof told === 'string' ? told : ''} onValue={(next) => more(of, next || undefined)} />;
  const words = kind.kind === 'choice' ? kind.of.map((id) => ({ value: id, label: choiceLabel(l, id) })) : answers.slice(0, 2).map((id) => ({ value: id as string, label: answerLabel(l, id) }));
  const options = [...words, ...states.map((id) => ({ value: id as string, label: answerLabel(l, id) }))];
  return <Select label={label} options={options} value={typeof told === 'string' ? told : undefined} onValue={(next) => more(of, next)} />;
};

/** What the chosen topics ask for, apart from what other sections hold. */
export const MorePrompts = () => {
  const { value: { fields: f } } = useForm();
  const asked = askedFor(f.topics ?? []).filter(isPrompt).filter((key) => promptKinds[key].kind !== 'elsewhere');
  return <div class="grid2">{asked.map((key) => <div key={key} id={`f-more.${key}`}><Prompt of={key} /></div>)}</div>;
};
