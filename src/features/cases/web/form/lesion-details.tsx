import { useLocale } from '#web/context.tsx';
import { Check, Select } from '#web/ui/choice.tsx';
import { NumberField } from '#web/ui/number-field.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import * as say from '#words/cases.ts';
import { LIMITS } from '../../rules/limits.ts';
import { tortuosities } from '../../rules/vocabulary.ts';
import type { Lesion } from '../../rules/wire.ts';
import { gradeLabel } from '../labels.ts';
import { useForm } from './form.tsx';
import { type LesionProps, withFact } from './lesion-props.ts';

const indices = ['FFR', 'iFR', 'RFR', 'dPR', 'QFR', 'CFR', 'IMR', 'HMR'] as const;
/** The highest figure that an index can mean, so that an FFR of 80 is not taken for 0.80. */
const most = { FFR: 1, iFR: 1, RFR: 1, dPR: 1, QFR: 1, CFR: 10, IMR: 200, HMR: 10 } as const;
const example = { FFR: '0.80', iFR: '0.89', RFR: '0.89', dPR: '0.89', QFR: '0.80', CFR: '2.0', IMR: '25', HMR: '2.5' } as const;
const whole = (text: string | undefined): number | undefined => (text === undefined ? undefined : Number(text));
const n = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined);

/** A physiology index and its value. */
const Physiology = ({ lesion, onChange }: LesionProps) => {
  const l = useLocale();
  const told = lesion.physiology;
  return (
    <>
      <Select label={say.lesionPhysiology(l)} empty={say.rowNoIndex(l)} options={indices.map((one) => ({ value: one, label: one }))} value={told?.index} onValue={(index) => onChange(withFact(lesion, 'physiology', index && { ...told, index }))} />
      {told && <NumberField label={told.index} low={0} high={most[told.index]} example={example[told.index]} value={told.value} onValue={(value) => onChange({ ...lesion, physiology: { index: told.index, value: n(value) } })} />}
    </>
  );
};

export const LesionDetails = (props: LesionProps) => {
  const { lesion, onChange } = props;
  const l = useLocale();
  const { value: { lang } } = useForm();
  const fact = <K extends keyof Lesion>(key: K) => (value: Lesion[K] | undefined) => onChange(withFact(lesion, key, value));
  const flag = (key: 'culprit' | 'thrombus' | 'aortoOstial' | 'doubleOstium' | 'stent', label: string) => <Check checked={lesion[key] === true} onValue={(is) => fact(key)(is || undefined)}>{label}</Check>;
  // Only segments 1 and 5 leave the aorta; 6 and 11 do where the left coronary has two ostia (Sianos 2005).
  const twoOstia = lesion.segments.some((id) => id === '6' || id === '11') && !lesion.segments.includes('5');
  const ostial = lesion.segments.some((id) => id === '1' || id === '5') || (twoOstia && lesion.doubleOstium === true);
  return (
    <details class="why">
      <summary>{say.rowDetails(l)}</summary>
      <div class="stack near">
        <div class="grid3">
          <NumberField label={say.lesionLength(l)} unit="mm" low={1} high={200} example="24" value={lesion.lengthMm} onValue={(value) => fact('lengthMm')(n(value))} />
          <NumberField label={say.lesionReference(l)} unit="mm" low={0.5} high={8} example="3.0" value={lesion.referenceMm} onValue={(value) => fact('referenceMm')(n(value))} />
          <Select label={say.lesionTortuosity(l)} options={tortuosities.map((one) => ({ value: one, label: gradeLabel(l, one) }))} value={lesion.tortuosity} onValue={fact('tortuosity')} />
          <Physiology {...props} />
          <Select label={say.lesionRentrop(l)} options={['0', '1', '2', '3'].map((one) => ({ value: one, label: `Rentrop ${one}` }))} value={lesion.rentrop?.toString()} onValue={(value) => fact('rentrop')(whole(value))} />
          <Select label={say.lesionCollateralCc(l)} options={['0', '1', '2'].map((one) => ({ value: one, label: `CC ${one}` }))} value={lesion.collateralCc?.toString()} onValue={(value) => fact('collateralCc')(whole(value))} />
        </div>
        <div class="row ticks">
          {flag('culprit', say.lesionCulprit(l))}{flag('thrombus', say.lesionThrombus(l))}{twoOstia && flag('doubleOstium', say.lesionDoubleOstium(l))}{ostial && flag('aortoOstial', say.lesionAortoOstial(l))}{flag('stent', say.lesionStent(l))}
          <Check checked={lesion.totalOcclusion !== undefined} onValue={(is) => fact('totalOcclusion')(is ? {} : undefined)}>{say.lesionOcclusion(l)}</Check>
        </div>
        <TextField label={say.lesionNote(l)} hint={say.rowNoteHint(l)} lang={lang} maxLength={LIMITS.note} value={lesion.note?.[lang] ?? ''} onValue={(text) => fact('note')(text === '' && lesion.note?.[lang === 'fa' ? 'en' : 'fa'] === undefined ? undefined : { ...lesion.note, [lang]: text })} />
      </div>
    </details>
  );
};
