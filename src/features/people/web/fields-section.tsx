// What one may be asked about: fields of the taxonomy with level and volume, and one's own words.
import { named, useLocale } from '#web/context.tsx';
import { Say, UserRun } from '#web/text/say.tsx';
import { Button } from '#web/ui/button.tsx';
import { TextArea } from '#web/ui/text-field.tsx';
import * as say from '#words/people.ts';
import type { Concept } from '../rules/profile-view.ts';
import { LIMITS } from '../rules/vocabulary.ts';
import { writtenIn } from '../rules/written-in.ts';
import type { ProfileDraft } from './draft.ts';
import { useLater } from './later.ts';
import { levelText } from './said.ts';

export const FieldsSection = ({ draft: { value, change }, concepts }: { draft: ProfileDraft; concepts: readonly Concept[] }) => {
  const l = useLocale();
  const form = useLater(() => import('./add-field.tsx'));
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
              <span><b><UserRun text={nameOf(e.concept)} lang={l} /></b> <span class="meta">{levelText(l, e.level)}{e.casesPerYear !== null && <> · <Say>{say.expertiseEachYear(l, { n: e.casesPerYear })}</Say></>}</span></span>
              <Button small label={say.meRemove(l, { what: nameOf(e.concept) })} onClick={() => remove(e.concept)}>{say.meRemoveShort(l)}</Button>
            </li>
          ))}
        </ul>
      )}
      {form && value.expertise.length < LIMITS.expertise && (
        <form.AddField concepts={concepts.filter(({ id }) => !value.expertise.some((e) => e.concept === id))} onAdd={(one) => change((now) => ({ expertise: [...now.expertise, one] }))} />
      )}
      <TextArea label={say.askedAboutLabel(l)} hint={say.askedAboutHint(l)} value={value.askedAbout} lang={writtenIn(value.askedAbout, l)} onValue={(askedAbout) => change({ askedAbout })} maxLength={LIMITS.text} />
    </section>
  );
};
