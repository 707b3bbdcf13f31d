import { useLocale } from '#web/context.tsx';
import { Say } from '#web/text/say.tsx';
import { Button } from '#web/ui/button.tsx';
import * as say from '#words/cases.ts';
import { type Answer, comorbidities, type Comorbidity as Id } from '../../rules/vocabulary.ts';
import { answerLabel, comorbidityLabel } from '../labels.ts';
import { AnswerRows } from './answer-rows.tsx';
import { useForm } from './form.tsx';

/** Asked only where the one before it is yes; else its answer is the same "no". */
const follows: Partial<Record<Id, Id>> = { insulin: 'diabetes', dialysis: 'ckd' };
const offered = ['yes', 'no', 'unknown'] as const satisfies readonly Answer[];

/** What the patient has is tapped, the rest is one "no"; a doubt is told row by row. */
export const Comorbidity = () => {
  const l = useLocale();
  const { value: { fields: f }, fields } = useForm();
  const told = f.comorbidity ?? {};
  const shown = comorbidities.filter((id) => { const first = follows[id]; return first === undefined || told[first] === 'yes'; });
  const open = comorbidities.filter((id) => told[id] === undefined);
  const answer = (id: string, value: Answer) => fields((now) => {
    const next = { ...now.comorbidity, [id]: value };
    for (const after of comorbidities.filter((one) => follows[one] === id)) {
      if (value === 'no') next[after] = 'no';
      else delete next[after];
    }
    return { comorbidity: next };
  });
  const count = (value: Answer) => comorbidities.filter((id) => told[id] === value).length;
  const restNo = () => fields((now) => ({ comorbidity: { ...Object.fromEntries(open.map((id) => [id, 'no' as const])), ...now.comorbidity } }));
  return (
    <div id="f-comorbidity" class="stack near">
      <h3>{say.fieldComorbidity(l)}</h3>
      <div class="or" role="group" aria-label={say.formComorbidityTap(l)}>
        {shown.map((id) => <button key={id} type="button" aria-pressed={told[id] === 'yes'} onClick={() => answer(id, told[id] === 'yes' ? 'no' : 'yes')}>{comorbidityLabel(l, id)}</button>)}
      </div>
      <p class="meta" role="status"><Say>{open.length === comorbidities.length ? say.formComorbidityTap(l) : say.formComorbidityTold(l, { yes: count('yes'), no: count('no'), open: open.length })}</Say></p>
      {open.length > 0 && <Button small onClick={restNo}>{say.formNoToRest(l)}</Button>}
      <details class="why">
        <summary>{say.formOneByOne(l)}</summary>
        <AnswerRows
          rows={shown.map((id) => ({ key: id, label: comorbidityLabel(l, id), value: told[id] }))}
          answers={offered.map((value) => ({ value, label: answerLabel(l, value) }))} onAnswer={answer}
        />
      </details>
    </div>
  );
};
