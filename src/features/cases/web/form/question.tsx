import { useLocale } from '#web/context.tsx';
import { Seg } from '#web/ui/choice.tsx';
import { Section } from '#web/ui/strips.tsx';
import * as say from '#words/cases.ts';
import type { Locale } from '#kernel/locale.ts';
import { useForm } from './form.tsx';
import { Written } from './written.tsx';

/** The one question first and largest, then the line by which the case is known. */
export const QuestionSection = () => {
  const l = useLocale();
  const { value, set } = useForm();
  const writeIn = (lang: Locale) => {
    const from = value.texts[value.lang];
    // Begun in the wrong language: what was typed moves along, unless something stands there already.
    const move = value.texts[lang] === undefined && from !== undefined;
    set({ lang, ...(move ? { texts: { [lang]: from } } : {}) });
  };
  return (
    <Section title={say.formQuestion(l)}>
      <div class="stack ask-hero">
        <Written of="question" label={say.fieldQuestion(l)} hint={say.formQuestionHint(l)} />
        <Written of="title" label={say.fieldTitle(l)} hint={say.formTitleHint(l)} rows={1} />
        <Seg label={say.formWritten(l)} options={[{ value: 'fa', label: say.formInFa(l) }, { value: 'en', label: say.formInEn(l) }]} value={value.lang} onValue={writeIn} />
      </div>
    </Section>
  );
};
