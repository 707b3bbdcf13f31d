import { firstVisibleChoices } from 'scores/syntax/occlusion';
import { useLocale } from '#web/context.tsx';
import { Say } from '#web/text/say.tsx';
import { Select } from '#web/ui/choice.tsx';
import * as say from '#words/cases.ts';
import type { Lesion } from '../../rules/wire.ts';
import { answerLabel } from '../labels.ts';
import { segmentLabel } from '../segments.tsx';
import { AnswerRows } from './answer-rows.tsx';
import type { LesionProps } from './lesion-props.ts';

type Occlusion = NonNullable<Lesion['totalOcclusion']>;
type Flag = 'ageOver3MonthsOrUnknown' | 'bluntStump' | 'bridging' | 'bendGt45' | 'retry' | 'capAmbiguity';

/** The questions of the SYNTAX tutorial and of J-CTO about one total occlusion: yes or no, never a tick that could mean "not asked". */
export const OcclusionForm = ({ lesion, dominance, onChange }: LesionProps) => {
  const l = useLocale();
  const o = lesion.totalOcclusion ?? {};
  const set = (patch: Partial<Occlusion>) => onChange({ ...lesion, totalOcclusion: { ...o, ...patch } });
  const flags: readonly (readonly [Flag, string])[] = [
    ['ageOver3MonthsOrUnknown', say.lesionOldOcclusion(l)], ['bluntStump', say.lesionBluntStump(l)], ['bridging', say.lesionBridging(l)],
    ['bendGt45', say.lesionBend(l)], ['retry', say.lesionRetry(l)], ['capAmbiguity', say.lesionCapAmbiguous(l)],
  ];
  const native = lesion.segments.filter((id) => !id.startsWith('graft:'));
  const starts = o.firstSegments ?? native.slice(0, 1);
  const seen = [...firstVisibleChoices(starts, dominance).keys()];
  const sides = [['none', say.lesionSideNone(l)], ['lt1.5', say.lesionSideSmall(l)], ['gte1.5', say.lesionSideLarge(l)], ['both', say.lesionSideBoth(l)]] as const;
  return (
    <fieldset class="stack near occlusion">
      <legend class="lab">{say.rowOcclusionAsk(l)}</legend>
      {native.length > 1 && (
        <Select label={say.lesionStarts(l)} options={native.map((id) => ({ value: id, label: `${id} ${segmentLabel(l, id)}` }))} value={o.firstSegments?.[0]} onValue={(id) => set({ firstSegments: id === undefined ? undefined : [id], firstVisible: undefined })} />
      )}
      <AnswerRows
        rows={flags.map(([key, label]) => ({ key: `occlusion-${key}`, label: <Say>{label}</Say>, value: o[key] === undefined ? undefined : o[key] ? 'yes' : 'no' }))}
        answers={(['yes', 'no'] as const).map((value) => ({ value, label: answerLabel(l, value) }))}
        onAnswer={(key, value) => set({ [key.slice('occlusion-'.length)]: value === 'yes' })}
      />
      <div class="grid2">
        <Select label={say.lesionFirstVisible(l)} options={seen.map((id) => ({ value: id, label: id === 'none' ? say.lesionNoneVisible(l) : `${id} ${segmentLabel(l, id)}` }))} value={o.firstVisible} onValue={(firstVisible) => set({ firstVisible })} />
        <Select label={say.lesionSideBranch(l)} options={sides.map(([value, label]) => ({ value, label }))} value={o.sideBranch} onValue={(sideBranch) => set({ sideBranch })} />
      </div>
    </fieldset>
  );
};
