import { useLocale } from '#web/context.tsx';
import { Say } from '#web/text/say.tsx';
import * as say from '#words/cases.ts';
import { isPrompt, promptKinds } from '../../rules/prompts.ts';
import { askedFor } from '../../rules/vocabulary.ts';
import { useForm } from './form.tsx';
import { Later } from './later.tsx';

const prompts = () => import('./more.tsx').then(({ MorePrompts }) => MorePrompts);

export const TopicSection = () => {
  const l = useLocale();
  const { value: { fields: f } } = useForm();
  const asked = askedFor(f.topics ?? []).filter((key) => isPrompt(key) && promptKinds[key].kind !== 'elsewhere');
  if (asked.length === 0) return null;
  const told = asked.filter((key) => f.more?.[key] !== undefined).length;
  return (
    <details class="why above-4">
      <summary><span>{say.formMore(l)} <Say>{say.formOf(l, { told, n: asked.length })}</Say></span></summary>
      <Later load={prompts} props={{}} />
    </details>
  );
};
