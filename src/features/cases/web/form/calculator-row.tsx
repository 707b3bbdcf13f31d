import { useState } from 'preact/hooks';
import { type Calculator, type CalculatorName, statusLabel } from 'scores';
import { useHere, useLocale } from '#web/context.tsx';
import { Say, X } from '#web/text/say.tsx';
import { whenText } from '#web/text/when-words.ts';
import { Button } from '#web/ui/button.tsx';
import { Check } from '#web/ui/choice.tsx';
import { tell } from '#web/ui/toast.tsx';
import * as say from '#words/cases.ts';
import * as frame from '#words/web.ts';
import { type Calculated, isKept, keepKey } from '../../rules/calculated.ts';
import { lacksAgeOnly } from '../../rules/calculator-inputs.ts';
import type { KeptScore } from '../../rules/wire.ts';
import { scoreLine, scoreShown } from '../score-words.ts';
import { AskedByScore } from './asked-by-score.tsx';
import { asked, missingWord, notScored, toldWords, unticked } from './calculator-words.ts';
import { useForm } from './form.tsx';

type Props = { readonly calculator: Calculator; readonly one: Calculated };

const Figures = ({ name, result }: { name: CalculatorName; result: KeptScore['result'] }) => {
  const l = useLocale();
  return <>{scoreShown(l, name, result).map(([label, figure, meaning]) => <span key={label} class="figure"><bdi class="x">{label} <b>{figure}</b></bdi>{meaning && <span class="meta"> <Say>{meaning}</Say></span>}</span>)}</>;
};

/** The figure, or what is lacking by name: the first three, and how many more. */
const Head = ({ calculator, one }: Props) => {
  const { l, now, timeZone } = useHere();
  const { value: { fields: f } } = useForm();
  const { outcome, name } = one;
  if (outcome.ok) {
    return <Figures name={name} result={outcome.value as KeptScore['result']} />;
  }
  const kept = f.scores?.find(({ id, by }) => id === name && by === 'calculated');
  if (kept !== undefined && lacksAgeOnly(outcome.fields)) {
    return <><Figures name={name} result={kept.result} /><span class="meta"><Say>{say.calcKeptOf(l, { when: whenText(l, new Date(`${kept.on}T12:00:00Z`), now, timeZone, { clock: false }) })}</Say></span></>;
  }
  const names = [...new Set(outcome.fields.map((field) => missingWord(l, name, field)))];
  const list = names.slice(0, 3).join(frame.comma(l));
  return <><span class="figure"><Say>{calculator.title[l]}</Say></span><span class="meta"><Say>{names.length > 3 ? say.calcMissingMore(l, { list, n: names.length - 3 }) : say.calcMissing(l, { list })}</Say></span></>;
};

const Copy = ({ one }: { one: Calculated }) => {
  const l = useLocale();
  if (!one.outcome.ok) return null;
  const line = scoreLine(l, one.name, one.outcome.value as KeptScore['result']);
  const copy = async () => {
    await navigator.clipboard.writeText(line);
    tell(say.calcCopied(l, { line }));
  };
  return <Button small onClick={() => void copy()}>{say.calcCopy(l)}</Button>;
};

const Source = ({ calculator }: { calculator: Calculator }) => {
  const l = useLocale();
  const { source, formulaVersion, status } = calculator;
  return (
    <p class="meta">
      {statusLabel(status)[l]} · {say.calcSource(l)}: <X>{source.doi ? `${source.text}, doi:${source.doi}` : source.text}</X> · <Say>{say.calcVersion(l, { version: formulaVersion })}</Say>
    </p>
  );
};

const notes: Partial<Record<CalculatorName, typeof say.calcSurgery>> = { euroscore2: say.calcSurgery };

export const CalculatorRow = ({ calculator, one }: Props) => {
  const l = useLocale();
  const { value: { fields: f }, more } = useForm();
  // What a closed row asks is not drawn: twenty calculators have two hundred inputs.
  const [open, setOpen] = useState(false);
  const told = open ? toldWords(l, calculator, one.input) : '';
  const absent = open && one.name === 'syntax' && one.outcome.ok ? unticked(l, f.lesions ?? []) : '';
  const unused = open && one.outcome.ok ? notScored(l, one.outcome.value.notScored) : '';
  return (
    <details class="calc" onToggle={(event) => setOpen(event.currentTarget.open)} data-name={one.name}>
      <summary><span><Head calculator={calculator} one={one} /></span></summary>
      {open && (
        <div class="stack near">
          {notes[one.name] && <p class="meta">{notes[one.name]?.(l)}</p>}
          <AskedByScore calculator={calculator} of={asked(calculator, one.input, f)} />
          {told !== '' && <p class="meta"><Say>{say.calcFromCase(l, { list: told })}</Say></p>}
          {absent !== '' && <p class="meta"><Say>{say.calcTicked(l, { list: absent })}</Say></p>}
          {unused !== '' && <p class="meta"><Say>{say.calcUnused(l, { list: unused })}</Say></p>}
          <Source calculator={calculator} />
          <div class="row">
            {one.outcome.ok && <Check checked={isKept(one.name, f.more)} onValue={(is) => more(keepKey(one.name), is ? 'yes' : 'no')}>{say.calcKeep(l)}</Check>}
            <Copy one={one} />
          </div>
        </div>
      )}
    </details>
  );
};
