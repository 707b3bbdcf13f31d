import { useLocale } from '#web/context.tsx';
import { Say, X } from '#web/text/say.tsx';
import { Day } from '#web/text/when.tsx';
import { Scores } from '#web/ui/strips.tsx';
import * as say from '#words/cases.ts';
import type { CaseFields } from '../rules/wire.ts';
import { scoreShown } from './score-words.ts';

/** Scores with the words "calculated, not verified", the day and the version of the formula. */
export const KeptScores = ({ of }: { of: CaseFields['scores'] }) => {
  const l = useLocale();
  const shown = (of ?? []).map((one) => ({ one, rows: scoreShown(l, one.id, one.result) })).filter(({ rows }) => rows.length > 0);
  if (shown.length === 0) return null;
  return (
    <>
      <Scores of={shown.flatMap(({ rows }) => rows.map(([name, value, meaning]) => ({ name, value, meaning: meaning ? <Say>{meaning}</Say> : undefined })))} />
      <details class="why">
        <summary>{say.factsCalculated(l)}</summary>
        <ul class="plain">{shown.map(({ one, rows }) => <li key={one.id}><X>{rows[0]?.[0] ?? ''}</X> · <Day at={`${one.on}T12:00:00Z`} /> · <X>{one.version}</X></li>)}</ul>
      </details>
    </>
  );
};
