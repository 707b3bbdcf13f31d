// Procedures with role and number, a line for each year.
import type { Concept } from '#features/people/rules/profile-view.ts';
import { isolateRuns } from '#kernel/text.ts';
import { named, useLocale } from '#web/context.tsx';
import { Button } from '#web/ui/button.tsx';
import { Select } from '#web/ui/choice.tsx';
import { NumberField } from '#web/ui/number-field.tsx';
import * as say from '#words/candidates.ts';
import { countIn, periodText } from '../rules/period.ts';
import { LIMITS, procedureRoles } from '../rules/vocabulary.ts';
import type { Procedure } from '../rules/wire.ts';
import type { CvDraft } from './draft.ts';
import { PeriodField } from './fields.tsx';
import { useFresh } from './fresh.ts';
import { RowList } from './row-list.tsx';
import { procedureRoleText } from './said.ts';

export const Procedures = ({ draft: { value, change }, concepts }: { draft: CvDraft; concepts: readonly Concept[] }) => {
  const l = useLocale();
  const fresh = useFresh();
  const put = (procedures: Procedure[]) => change({ procedures });
  const nameOf = (id: string) => named(l, concepts.find((one) => one.id === id) ?? { nameEn: id, nameFa: id });
  const options = concepts.map((one) => ({ value: one.id, label: `${'– '.repeat(Math.max(0, one.id.split('.').length - 1))}${named(l, one)}` }));
  return (
    <section class="stack">
      <h2>{say.partProcedures(l)}</h2>
      <p class="meta">{say.proceduresHint(l)}</p>
      <RowList<Procedure> rows={value.procedures} onRows={put}
        lineOf={(row) => ({ main: row.concept === '' ? '' : isolateRuns(nameOf(row.concept), l), under: say.procedureLine(l, { role: procedureRoleText(l, row.role), year: periodText(l, row.year) || '–', n: row.count === null ? '–' : countIn(l, row.count) }) })}
        editor={(row, patch) => (
          <>
            <div class="two">
              <Select label={say.procedure(l)} value={row.concept || undefined} onValue={(concept) => patch({ concept: concept ?? '' })} options={options} />
              <Select label={say.role(l)} empty={false} value={row.role} onValue={(role) => role && patch({ role })} options={procedureRoles.map((role) => ({ value: role, label: procedureRoleText(l, role) }))} />
            </div>
            <div class="two">
              <PeriodField label={say.year(l)} value={row.year} onValue={(year) => patch({ year })} />
              <NumberField label={say.count(l)} value={row.count ?? undefined} low={0} high={LIMITS.perYear} example="60" onValue={(n) => patch({ count: typeof n === 'number' ? Math.round(n) : null })} />
            </div>
          </>
        )}>
        {(open) => value.procedures.length < LIMITS.procedures && (
          <Button icon="ask" onClick={() => { const id = fresh(); put([...value.procedures, { id, concept: '', role: 'operator', year: '', count: null }]); open(id); }}>{say.addProcedure(l)}</Button>
        )}
      </RowList>
    </section>
  );
};
