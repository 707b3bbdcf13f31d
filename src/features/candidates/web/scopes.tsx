// Kinds of opportunity as a list of ticks, and as one line.
import type { Locale } from '#kernel/locale.ts';
import { useLocale } from '#web/context.tsx';
import { Check } from '#web/ui/choice.tsx';
import * as say from '#words/candidates.ts';
import { type Scope, scopes } from '../rules/vocabulary.ts';

const words: Readonly<Record<Scope, (l: Locale) => string>> = {
  fellowship: say.scopeFellowship, grant: say.scopeGrant, post: say.scopePost, locum: say.scopeLocum, proctorship: say.scopeProctorship, research: say.scopeResearch, speaking: say.scopeSpeaking, reviewing: say.scopeReviewing,
};
export const scopeLine = (l: Locale, of: readonly Scope[]): string => of.map((scope) => words[scope](l)).join(l === 'fa' ? '، ' : ', ');

export const Scopes = ({ value, onValue }: { value: readonly Scope[]; onValue: (value: Scope[]) => void }) => {
  const l = useLocale();
  return (
    <fieldset class="field">
      <legend class="lab">{say.refScopes(l)}</legend>
      <div class="cv-ticks">
        {scopes.map((scope) => <Check key={scope} checked={value.includes(scope)} onValue={(on) => onValue(scopes.filter((one) => (one === scope ? on : value.includes(one))))}>{words[scope](l)}</Check>)}
      </div>
    </fieldset>
  );
};
