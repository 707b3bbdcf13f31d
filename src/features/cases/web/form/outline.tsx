// Shown only where two versions of a draft met.
import { useLocale } from '#web/context.tsx';
import { Say, UserText } from '#web/text/say.tsx';
import * as say from '#words/cases.ts';
import type { Content } from './draft.ts';

/** Enough of one version to choose by. */
export const Outline = ({ of }: { of: Content }) => {
  const l = useLocale();
  const text = of.texts[of.lang];
  return (
    <div class="stack near">
      {text?.title && <UserText text={text.title} lang={of.lang} />}
      {text?.question && <UserText text={text.question} lang={of.lang} />}
      <p class="meta"><Say>{say.twoFacts(l, { n: Object.keys(of.fields).length })}</Say></p>
    </div>
  );
};
