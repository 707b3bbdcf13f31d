import { useLocale } from '#web/context.tsx';
import * as say from '#words/cases.ts';
import { useForm } from './form.tsx';
import { Written } from './written.tsx';

/** The same texts in the other language, for readers of it. Numbers and choices need no second writing. */
export const OtherLanguage = () => {
  const l = useLocale();
  const { value } = useForm();
  const lang = value.lang === 'fa' ? 'en' : 'fa';
  return (
    <details class="why sect">
      <summary>{lang === 'fa' ? say.formOtherFa(l) : say.formOtherEn(l)}</summary>
      <div class="stack">
        <p class="meta">{say.formOtherHint(l)}</p>
        <Written lang={lang} of="question" label={say.fieldQuestion(l)} />
        <Written lang={lang} of="title" label={say.fieldTitle(l)} rows={1} />
        <Written lang={lang} of="background" label={say.fieldBackground(l)} />
        <Written lang={lang} of="investigations" label={say.fieldInvestigations(l)} />
        <Written lang={lang} of="findings" label={say.fieldFindings(l)} />
        <Written lang={lang} of="constraints" label={say.fieldConstraints(l)} rows={2} />
        <Written lang={lang} of="experience" label={say.fieldExperience(l)} rows={2} />
        <Written lang={lang} of="patientWish" label={say.fieldPatientWish(l)} rows={2} />
      </div>
    </details>
  );
};
