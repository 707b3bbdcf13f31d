import { LIMITS } from '../../rules/limits.ts';
import type { CaseTexts } from '../../rules/wire.ts';
import type { Locale } from '#kernel/locale.ts';
import { Say } from '#web/text/say.tsx';
import { TextArea, TextField } from '#web/ui/text-field.tsx';
import { useForm } from './form.tsx';

const most = (key: keyof CaseTexts): number => (key === 'title' ? LIMITS.title : key === 'question' ? LIMITS.question : LIMITS.text);

/** One text of the case, in the language it is written in (or `lang`). The wrapper's id is where the missing list leads. */
export const Written = ({ of, label, hint, rows = 3, lang }: { of: keyof CaseTexts; label: string; hint?: string; rows?: number; lang?: Locale }) => {
  const { value, write } = useForm();
  const at = lang ?? value.lang;
  const props = { label, hint: hint === undefined ? undefined : <Say>{hint}</Say>, lang: at, value: value.texts[at]?.[of] ?? '', maxLength: most(of), onValue: (text: string) => write(of, text, lang) };
  return <div id={lang === undefined ? `f-${of}` : undefined}>{rows === 1 ? <TextField {...props} /> : <TextArea rows={rows} {...props} />}</div>;
};
