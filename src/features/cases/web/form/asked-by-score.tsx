import { type Calculator, choiceLabel, fieldLabel, type FieldSpec } from 'scores';
import { useLocale } from '#web/context.tsx';
import { Select } from '#web/ui/choice.tsx';
import { NumberField } from '#web/ui/number-field.tsx';
import * as say from '#words/cases.ts';
import { calcKey } from '../../rules/calculator-inputs.ts';
import { answerLabel } from '../labels.ts';
import { clinical } from './clinical.tsx';
import { AnswerRows } from './answer-rows.tsx';
import { useForm } from './form.tsx';

type Props = { readonly calculator: Calculator; readonly of: readonly FieldSpec[] };

const units = (unit: string | undefined): string | undefined => (unit === undefined || unit === 'years' ? undefined : unit);

const Box = ({ calculator, spec }: { calculator: Calculator; spec: FieldSpec }) => {
  const l = useLocale();
  const { value: { fields: f }, more } = useForm();
  const key = calcKey(spec.name, calculator.name);
  const told = f.more?.[key];
  const label = clinical(l, fieldLabel(calculator.name, spec.name)[l]);
  if (spec.kind === 'choice') {
    return <Select label={label} options={(spec.choices ?? []).map((one) => ({ value: String(one), label: choiceLabel(one)[l] }))} value={told === undefined ? undefined : String(told)} onValue={(next) => more(key, next)} />;
  }
  const word = spec.orWord !== undefined;
  return (
    <div class="stack near">
      <NumberField label={label} unit={units(spec.unit)} low={spec.min} high={spec.max} example={String(spec.min ?? 1)} hint={spec.name === 'paspMmHg' ? say.calcPasp(l) : undefined}
        value={typeof told === 'number' ? told : undefined} onValue={(next) => more(key, typeof next === 'number' ? next : undefined)} />
      {word && <span class="or"><button type="button" aria-pressed={told === spec.orWord} onClick={() => more(key, told === spec.orWord ? undefined : spec.orWord)}>{say.calcNotMeasured(l)}</button></span>}
    </div>
  );
};

/** The questions only this score has. Yes and no are both said; "unknown" only where the score knows it. */
export const AskedByScore = ({ calculator, of }: Props) => {
  const l = useLocale();
  const { value: { fields: f }, more } = useForm();
  const bools = of.filter(({ kind }) => kind === 'bool');
  const boxes = of.filter(({ kind }) => kind !== 'bool');
  const valueOf = (name: string) => f.more?.[calcKey(name, calculator.name)];
  const offered = bools.some(({ orUnknown }) => orUnknown) ? (['yes', 'no', 'unknown'] as const) : (['yes', 'no'] as const);
  return (
    <>
      {boxes.length > 0 && <div class="grid3">{boxes.map((spec) => <Box key={spec.name} calculator={calculator} spec={spec} />)}</div>}
      {bools.length > 0 && (
        <AnswerRows
          rows={bools.map(({ name }) => { const told = valueOf(name); return { key: `${calculator.name}.${name}`, label: clinical(l, fieldLabel(calculator.name, name)[l]), value: offered.find((one) => one === told) }; })}
          answers={offered.map((value) => ({ value, label: answerLabel(l, value) }))}
          onAnswer={(key, value) => more(calcKey(key.slice(calculator.name.length + 1), calculator.name), value)}
        />
      )}
    </>
  );
};
