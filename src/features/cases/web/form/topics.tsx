import { useState } from 'preact/hooks';
import type { Both } from '#kernel/locale.ts';
import { useLocale } from '#web/context.tsx';
import { Icon } from '#web/ui/icon.tsx';
import { Say } from '#web/text/say.tsx';
import { Section } from '#web/ui/strips.tsx';
import * as say from '#words/cases.ts';
import { LIMITS } from '../../rules/limits.ts';
import { useForm } from './form.tsx';
import { Later } from './later.tsx';

const picker = () => import('./topic-picker.tsx').then(({ TopicPicker }) => TopicPicker);

/** The topics decide what else is asked, what of the shelf matters, and whom to ask. */
export const TopicsSection = () => {
  const l = useLocale();
  const { is, value, fields } = useForm();
  const [names, setNames] = useState<Readonly<Record<string, Both>>>(Object.fromEntries(is.topics.map((topic) => [topic.id, topic])));
  const learn = (term: Both & { id: string }) => setNames((now) => ({ ...now, [term.id]: term }));
  const chosen = value.fields.topics ?? [];
  const texts = value.texts[value.lang];
  return (
    <Section title={say.fieldTopics(l)}>
      <div id="f-topics" class="stack near">
        {chosen.length > 0 && (
          <ul class="row">
            {chosen.map((id) => {
              const name = names[id]?.[l] ?? id;
              return (
                <li key={id} class="chip taken">
                  <span>{name}</span>
                  <button type="button" class="ib" aria-label={say.topicRemove(l, { topic: name }).replaceAll(/[\u2066-\u2069]/g, '')} onClick={() => fields({ topics: chosen.filter((one) => one !== id) })}><Icon name="x" /></button>
                </li>
              );
            })}
          </ul>
        )}
        <Later load={picker} props={{
          unnamed: chosen.filter((id) => names[id] === undefined), onName: learn, chosen, full: chosen.length >= LIMITS.topics, text: `${texts?.title ?? ''} ${texts?.question ?? ''}`,
          onAdd: (term: Both & { id: string }) => { learn(term); fields((now) => ({ topics: [...(now.topics ?? []), term.id] })); },
        }}>
          <p class="meta"><Say>{say.topicLoading(l)}</Say></p>
        </Later>
      </div>
    </Section>
  );
};
