import { useLocale } from '#web/context.tsx';
import { Section } from '#web/ui/strips.tsx';
import * as say from '#words/cases.ts';
import { isPrompt, promptKinds } from '../../rules/prompts.ts';
import { askedFor } from '../../rules/vocabulary.ts';
import { useForm } from './form.tsx';
import { Later } from './later.tsx';

const prompts = () => import('./more.tsx').then(({ MorePrompts }) => MorePrompts);

export const TopicSection = () => {
  const l = useLocale();
  const { value: { fields: f } } = useForm();
  const any = askedFor(f.topics ?? []).some((key) => isPrompt(key) && promptKinds[key].kind !== 'elsewhere');
  if (!any) return null;
  return <Section title={say.formMore(l)}><Later load={prompts} props={{}} /></Section>;
};
