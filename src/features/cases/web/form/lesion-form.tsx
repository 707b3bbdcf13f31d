import { junctions } from 'scores/syntax/junctions';
import type { Dominance } from 'scores/syntax/segments';
import { useLocale } from '#web/context.tsx';
import { Say } from '#web/text/say.tsx';
import { IconButton } from '#web/ui/button.tsx';
import { NumberField } from '#web/ui/number-field.tsx';
import { Select } from '#web/ui/choice.tsx';
import * as say from '#words/cases.ts';
import { calcifications } from '../../rules/vocabulary.ts';
import { withJunction } from '../../rules/lesion-taps.ts';
import type { Lesion } from '../../rules/wire.ts';
import { gradeLabel } from '../labels.ts';
import { segmentNames, SegmentNumbers } from '../segments.tsx';
import { useForm } from './form.tsx';
import { LesionDetails } from './lesion-details.tsx';
import { type LesionProps, withFact } from './lesion-props.ts';
import { MedinaToggles } from './medina.tsx';
import { OcclusionForm } from './occlusion-form.tsx';

/** Junctions this lesion may lie at, the ones it covers most first; those that another lesion has are taken. */
const offered = (lesion: Lesion, dominance: Dominance, others: readonly Lesion[]): string[] => {
  const taken = new Set(others.flatMap((one) => one.junction ?? []));
  const lacking = new Set(dominance === 'right' ? ['15'] : ['4', '16', '16a', '16b', '16c']);
  const covered = (parts: readonly string[]) => parts.filter((part) => lesion.segments.includes(part)).length;
  return junctions
    .filter(({ id, parts }) => covered(parts) > 0 && !taken.has(id) && !parts.some((part) => lacking.has(part)))
    .sort((a, b) => covered(b.parts) - covered(a.parts) || a.parts.length - b.parts.length)
    .map(({ id }) => id);
};

export const LesionForm = ({ lesion, index, now, dominance, others, onChange, onRemove, onSplit }: LesionProps & {
  index: number; now: boolean; others: readonly Lesion[]; onRemove: () => void; onSplit: (segment: string) => void;
}) => {
  const l = useLocale();
  const n = index + 1;
  const { value: { fields: { topics = [] } } } = useForm();
  const branching = topics.some((topic) => topic.startsWith('cor.bif') || topic.startsWith('cor.lm'));
  const at = offered(lesion, dominance, others);
  const stenosis = (value: unknown) => {
    const pct = typeof value === 'number' ? Math.round(value) : undefined;
    const next = withFact(lesion, 'stenosisPct', pct);
    // A hundred per cent is an occlusion: its questions open at once.
    onChange(pct === 100 && next.totalOcclusion === undefined ? { ...next, totalOcclusion: {}, timi: next.timi ?? 0 } : next);
  };
  return (
    <section class={now ? 'les now' : 'les'} aria-label={say.lesionN(l, { n })}>
      <div class="split keep">
        <b><span class="vh">{say.lesionN(l, { n })}: </span><SegmentNumbers of={lesion.segments} /> <span class="meta"><Say>{segmentNames(l, lesion.segments)}</Say></span></b>
        <IconButton icon="x" label={say.rowRemove(l, { n })} onClick={onRemove} />
      </div>
      <div class="grid3">
        <NumberField label={say.lesionStenosis(l)} unit="%" low={0} high={100} example="85" value={lesion.stenosisPct} onValue={stenosis} />
        <Select label={say.lesionCalcification(l)} options={calcifications.map((one) => ({ value: one, label: gradeLabel(l, one) }))} value={lesion.calcification} onValue={(value) => onChange(withFact(lesion, 'calcification', value))} />
        <Select label={say.lesionTimi(l)} options={['0', '1', '2', '3'].map((one) => ({ value: one, label: `TIMI ${one}` }))} value={lesion.timi?.toString()} onValue={(value) => onChange(withFact(lesion, 'timi', value === undefined ? undefined : Number(value)))} />
      </div>
      {at.length > 0 && (lesion.segments.length > 1 || lesion.junction !== undefined || branching) && (
        <div class="grid2">
          <Select label={say.lesionJunction(l)} empty={say.lesionNoJunction(l)} options={at.map((id) => ({ value: id, label: id }))} value={lesion.junction} onValue={(value) => onChange(withJunction(lesion, value))} />
          {lesion.junction?.split('/').length === 3 && <MedinaToggles lesion={lesion} dominance={dominance} onChange={onChange} />}
        </div>
      )}
      {lesion.totalOcclusion !== undefined && <OcclusionForm lesion={lesion} dominance={dominance} onChange={onChange} />}
      {lesion.segments.length > 1 && (
        <div class="or">{lesion.segments.slice(1).map((segment) => <button key={segment} type="button" onClick={() => onSplit(segment)}><Say>{say.rowSplit(l, { segment })}</Say></button>)}</div>
      )}
      <LesionDetails lesion={lesion} dominance={dominance} onChange={onChange} />
    </section>
  );
};

