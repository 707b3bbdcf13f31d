import { useLocale } from '#web/context.tsx';
import { Say, X } from '#web/text/say.tsx';
import * as say from '#words/cases.ts';
import { withSegments } from '../../rules/lesion-taps.ts';
import { answerLabel } from '../labels.ts';
import { AnswerRows } from './answer-rows.tsx';
import type { LesionProps } from './lesion-props.ts';

/** Medina by three toggles: proximal main, distal main, side branch (10.1157/13084649). They are the lesion's segments, so both always agree. */
export const MedinaToggles = ({ lesion, onChange }: LesionProps) => {
  const l = useLocale();
  const parts = lesion.junction?.split('/') ?? [];
  const names = [say.rowProximal, say.rowDistal, say.rowSide];
  const turn = (part: string) => {
    const segments = lesion.segments.includes(part) ? lesion.segments.filter((one) => one !== part) : [...lesion.segments, part];
    // The last one stays: 0,0,0 is no bifurcation lesion.
    if (segments.some((one) => parts.includes(one))) onChange(withSegments(lesion, segments));
  };
  return (
    <fieldset class="field">
      <legend class="lab"><X>{`Medina ${lesion.medina ?? ''}`}</X></legend>
      <div class="or medina">
        {parts.map((part, i) => (
          <button key={part} type="button" dir={l === 'fa' ? 'rtl' : 'ltr'} aria-pressed={lesion.segments.includes(part)} onClick={() => turn(part)}><Say>{names[i]?.(l, { segment: part }) ?? part}</Say></button>
        ))}
      </div>
      <AnswerRows
        rows={[{ key: 'angle', label: <Say>{say.lesionAngle(l)}</Say>, value: lesion.angleLt70 === undefined ? undefined : lesion.angleLt70 ? 'yes' : 'no' }]}
        answers={(['yes', 'no'] as const).map((value) => ({ value, label: answerLabel(l, value) }))} onAnswer={(_, value) => onChange({ ...lesion, angleLt70: value === 'yes' })}
      />
    </fieldset>
  );
};
