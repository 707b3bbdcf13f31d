import { useState } from 'preact/hooks';
import { type Calculator, type CalculatorName, statusLabel } from 'scores';
import { useLocale } from '#web/context.tsx';
import { Say, X } from '#web/text/say.tsx';
import { Button } from '#web/ui/button.tsx';
import { Check } from '#web/ui/choice.tsx';
import { tell } from '#web/ui/toast.tsx';
import * as say from '#words/cases.ts';
import * as frame from '#words/web.ts';
import { type Calculated, isKept, keepKey } from '../../rules/calculated.ts';
import type { KeptScore } from '../../rules/wire.ts';
import { scoreLine, scoreShown } from '../score-words.ts';
import { AskedByScore } from './asked-by-score.tsx';
import { asked, missingWord, toldWords, unticked } from './calculator-words.ts';
import { useForm } from './form.tsx';

type Props = { readonly calculator: Calculator; readonly one: Calculated };

/** The figure, or what is lacking by name: the first three, and how many more. */
const Head = ({ calculator, one }: Props) => {
  const l = useLocale();
  const { outcome, name } = one;
  if (outcome.ok) {
    return <>{scoreShown(l, name, outcome.value as KeptScore['result']).map(([label, figure, meaning]) => <span key={label} class="figure"><bdi class="x">{label} <b>{figure}</b></bdi>{meaning && <span class="meta"> <Say>{meaning}</Say></span>}</span>)}</>;
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
  return (
    <details class="calc" onToggle={(event) => setOpen(event.currentTarget.open)} data-name={one.name}>
      <summary><span><Head calculator={calculator} one={one} /></span></summary>
      {open && (
        <div class="stack near">
          {notes[one.name] && <p class="meta">{notes[one.name]?.(l)}</p>}
          <AskedByScore calculator={calculator} of={asked(calculator, one.input, f)} />
          {told !== '' && <p class="meta"><Say>{say.calcFromCase(l, { list: told })}</Say></p>}
          {absent !== '' && <p class="meta"><Say>{say.calcTicked(l, { list: absent })}</Say></p>}
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
