import { useLocale } from '#web/context.tsx';
import { X } from '#web/text/say.tsx';
import { NumberField } from '#web/ui/number-field.tsx';
import { Seg, Select } from '#web/ui/choice.tsx';
import { Section } from '#web/ui/strips.tsx';
import * as say from '#words/cases.ts';
import { bandOf } from '../../rules/age-band.ts';
import { ageBands, presentations, romans, scaiStages } from '../../rules/vocabulary.ts';
import { answerLabel, bandLabel, presentationLabel, sexLabel } from '../labels.ts';
import { Comorbidity } from './comorbidity.tsx';
import { useForm } from './form.tsx';
import { type Unit, MeasureField } from './measure.tsx';
import { Written } from './written.tsx';

const creatinineUnits = [{ unit: 'mg/dL', low: 0.1, high: 25, example: '1.6' }, { unit: 'µmol/L', low: 8.84, high: 2210, example: '140' }] as const satisfies readonly Unit<string>[];
const hbUnits = [{ unit: 'g/dL', low: 3, high: 25, example: '12.4' }, { unit: 'g/L', low: 30, high: 250, example: '124' }, { unit: 'mmol/L', low: 1.87, high: 15.5, example: '7.7' }] as const satisfies readonly Unit<string>[];

const states = ['unknown', 'not-done'] as const;

/** Who: the exact age stays here, the case gets its band. */
const Who = () => {
  const l = useLocale();
  const { value: { fields: f }, fields, age, setAge } = useForm();
  const typeAge = (typed: unknown) => {
    const years = typeof typed === 'number' ? typed : undefined;
    setAge(years);
    const band = years === undefined ? undefined : bandOf(years);
    if (band !== undefined) fields({ ageBand: band });
  };
  const apart = age !== undefined && f.ageBand !== undefined && bandOf(age) !== f.ageBand;
  return (
    <>
      <div id="f-age"><NumberField label={say.fieldAge(l)} hint={apart ? say.formAgeOther(l) : say.formAgeHint(l)} low={18} high={120} example="71" value={age} onValue={typeAge} /></div>
      <div id="f-ageBand"><Select label={say.fieldAgeBand(l)} options={ageBands.map((band) => ({ value: band, label: bandLabel(l, band) }))} value={f.ageBand} onValue={(ageBand) => fields({ ageBand })} /></div>
      <div id="f-sex"><Seg label={say.fieldSex(l)} options={(['male', 'female'] as const).map((sex) => ({ value: sex, label: sexLabel(l, sex) }))} value={f.sex} onValue={(sex) => fields({ sex })} /></div>
    </>
  );
};

/** How the patient came and feels. Killip and SCAI are asked where they mean something. */
const Status = () => {
  const l = useLocale();
  const { value: { fields: f }, fields } = useForm();
  const scaled = (name: string) => [...romans.map((roman) => ({ value: roman, label: `${name} ${roman}` })), ...(['unknown', 'not-done'] as const).map((one) => ({ value: one, label: answerLabel(l, one) }))];
  const acute = f.presentation === 'stemi' || f.presentation === 'nstemi' || f.killip !== undefined;
  const shocked = f.presentation === 'shock' || f.presentation === 'arrest' || f.scai !== undefined || (f.topics ?? []).some((topic) => topic.startsWith('shock'));
  return (
    <>
      <div id="f-presentation"><Select label={say.fieldPresentation(l)} options={presentations.map((id) => ({ value: id, label: presentationLabel(l, id) }))} value={f.presentation} onValue={(presentation) => fields({ presentation })} /></div>
      <div id="f-symptoms"><Select label={say.fieldCcs(l)} options={scaled('CCS')} value={f.ccs} onValue={(ccs) => fields({ ccs })} /></div>
      <Select label={say.fieldNyha(l)} options={scaled('NYHA')} value={f.nyha} onValue={(nyha) => fields({ nyha })} />
      {acute && <Select label={say.fieldKillip(l)} options={romans.map((roman) => ({ value: roman, label: `Killip ${roman}` }))} value={f.killip} onValue={(killip) => fields({ killip })} />}
      {shocked && <div id="f-scai"><Select label={say.fieldScai(l)} options={scaiStages.map((stage) => ({ value: stage, label: `SCAI ${stage}` }))} value={f.scai} onValue={(scai) => fields({ scai })} /></div>}
    </>
  );
};

const Figures = () => {
  const l = useLocale();
  const { value: { fields: f }, fields } = useForm();
  const figure = (id: string, key: string): unknown => f.scores?.find((one) => one.id === id)?.result[key];
  const kidney = [['eGFR', figure('egfr', 'ckdepi2021')], ['CrCl', figure('cockcroft-gault', 'out')]].filter(([, value]) => value !== undefined).map((pair) => pair.join(' ')).join(' · ');
  return (
    <>
      <div id="f-lvefPct"><NumberField label={say.fieldLvef(l)} unit="%" low={5} high={90} value={f.lvefPct} states={states} onValue={(lvefPct) => fields({ lvefPct })} /></div>
      <div id="f-creatinine"><MeasureField label={say.fieldCreatinine(l)} units={creatinineUnits} value={f.creatinine} hint={kidney === '' ? undefined : <X>{kidney}</X>} onValue={(creatinine) => fields({ creatinine })} /></div>
      <div id="f-hb"><MeasureField label={say.fieldHb(l)} units={hbUnits} value={f.hb} onValue={(hb) => fields({ hb })} /></div>
      <div id="f-weightKg"><NumberField label={say.fieldWeight(l)} unit="kg" low={20} high={300} example="70" value={f.weightKg} states={['unknown']} onValue={(weightKg) => fields({ weightKg })} /></div>
    </>
  );
};

/** What few questions need: folded until it is wanted; a link of the missing list opens it. */
const Rarer = () => {
  const l = useLocale();
  const { value: { fields: f }, fields } = useForm();
  return (
    <details class="why">
      <summary>{say.formRarer(l)}</summary>
      <div class="stack">
        <div class="grid3">
          <div id="f-heightCm"><NumberField label={say.fieldHeight(l)} unit="cm" low={100} high={230} example="170" value={f.heightCm} states={['unknown']} onValue={(heightCm) => fields({ heightCm })} /></div>
          <div id="f-platelets"><NumberField label={say.fieldPlatelets(l)} unit="×10⁹/L" low={1} high={2000} example="210" value={f.platelets} states={states} onValue={(platelets) => fields({ platelets })} /></div>
        </div>
        <Written of="investigations" label={say.fieldInvestigations(l)} hint={say.formInvestigationsHint(l)} />
      </div>
    </details>
  );
};

export const PatientSection = () => {
  const l = useLocale();
  return (
    <Section title={say.formPatient(l)}>
      <div class="stack" id="f-patient">
        <div class="grid3"><Who /><Status /><Figures /></div>
        <Comorbidity />
        <Written of="background" label={say.fieldBackground(l)} hint={say.formBackgroundHint(l)} />
        <Rarer />
      </div>
    </Section>
  );
};
