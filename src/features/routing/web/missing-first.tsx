import { useLocale } from '#web/context.tsx';
import { Say } from '#web/text/say.tsx';
import type { Lack } from '#features/cases/rules/missing.ts';
import { lackPlace, lackWords } from '#features/cases/web/missing-door.ts';
import * as say from '#words/routing.ts';

/** What must be told before the question can go; each line leads to its field. */
export const MissingFirst = ({ caseId, missing }: { caseId: string; missing: readonly Lack[] }) => {
  const l = useLocale();
  return (
    <section class="sheet miss" id="missing" aria-labelledby="missing-title">
      <h2 id="missing-title">{say.askMissingTitle(l)}</h2>
      <ul>{missing.map((one) => <li key={one.field}><a href={`/cases/${caseId}/edit#${lackPlace(one)}`}><Say>{lackWords(l, one)}</Say></a></li>)}</ul>
    </section>
  );
};
