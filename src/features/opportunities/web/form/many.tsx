import { useLocale } from '#web/context.tsx';
import { Say } from '#web/text/say.tsx';
import { Button } from '#web/ui/button.tsx';
import { Select } from '#web/ui/choice.tsx';
import * as say from '#words/opportunities.ts';

/** Some of a long list: each taken one as a button that takes it out. */
export const Many = ({ label, add, value, from, text, listed = text, most, onValue }: {
  label: string; add: string; value: readonly string[]; from: readonly string[]; text: (one: string) => string; listed?: (one: string) => string; most: number; onValue: (value: string[]) => void;
}) => {
  const l = useLocale();
  return (
    <div class="stack near">
      <span class="lab">{label}</span>
      {value.length > 0 && <div class="row">{value.map((one) => <Button key={one} small icon="x" label={say.remove(l, { what: text(one) }).replaceAll(/[\u2066-\u2069]/g, '')} onClick={() => onValue(value.filter((other) => other !== one))}><Say>{text(one)}</Say></Button>)}</div>}
      {value.length < most && <Select label={add} value={undefined} onValue={(one) => one && onValue([...value, one])} options={from.filter((one) => !value.includes(one)).map((one) => ({ value: one, label: listed(one) }))} />}
    </div>
  );
};
