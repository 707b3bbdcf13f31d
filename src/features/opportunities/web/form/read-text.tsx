// A draft from a pasted paragraph: read on this device, shown with what was taken from where, put in only by the poster's tap.
import { useState } from 'preact/hooks';
import { api } from '#web/api.ts';
import { useLocale } from '#web/context.tsx';
import { dayText } from '#web/text/day.ts';
import { Say, UserRun } from '#web/text/say.tsx';
import { Button } from '#web/ui/button.tsx';
import { TextArea } from '#web/ui/text-field.tsx';
import { tell } from '#web/ui/toast.tsx';
import type { Locale } from '#kernel/locale.ts';
import { instantAt } from '#features/cases/rules/decide-by.ts';
import * as say from '#words/opportunities.ts';
import { choices, type ChoiceKey, LIMITS } from '../../rules/limits.ts';
import type { Place } from '../../rules/present.ts';
import type { Taken } from '../../rules/read-text.ts';
import { choiceText, fieldText } from '../field-words.ts';
import { placeLine, typeText } from '../said.ts';
import type { Content, Writing } from './draft.ts';

type Read = { readonly text: string; readonly taken: readonly Taken[]; readonly place: { readonly of: Place; readonly from: number; readonly to: number } | undefined };

/** The rule carries the taxonomy, so it comes when it is wanted. The node is asked which of the places it knows. */
const read = async (text: string): Promise<Read> => {
  const { readText } = await import('../../rules/read-text.ts');
  const all = readText(text);
  for (const { value, from, to } of all.filter(({ key }) => key === 'place')) {
    const answer = await api.get<readonly Place[]>(`/api/institutions?${new URLSearchParams({ q: String(value) })}`);
    const [first, second] = answer.ok ? answer.value : [];
    // One alone is meant; of several nobody is.
    if (first !== undefined && second === undefined) return { text, taken: all.filter(({ key }) => key !== 'place'), place: { of: first, from, to } };
  }
  return { text, taken: all.filter(({ key }) => key !== 'place'), place: undefined };
};

export const ReadText = ({ of }: { of: Writing }) => {
  const l = useLocale();
  const [text, setText] = useState('');
  const [found, setFound] = useState<Read>();
  const [busy, setBusy] = useState(false);
  const look = async () => {
    setBusy(true);
    setFound(await read(text));
    setBusy(false);
  };
  const put = () => {
    if (found === undefined) return;
    if (found.place) of.setPlace(found.place.of);
    of.change((now) => patchOf(now, found));
    of.onPut();
    setFound(undefined);
    tell(say.readUsed(l));
  };
  const n = found === undefined ? 0 : found.taken.length + (found.place ? 1 : 0);
  return (
    <details class="why" id="read-text">
      <summary>{say.readTitle(l)}</summary>
      <div class="sheet stack above-2">
        <p class="meta">{say.readLead(l)}</p>
        <TextArea label={say.readLabel(l)} value={text} onValue={setText} maxLength={LIMITS.text} rows={5} />
        <div><Button busy={busy ? say.readAct(l) : undefined} notYet={text.trim() === '' ? say.readLabel(l) : undefined} onClick={() => void look()}>{say.readAct(l)}</Button></div>
        {found && (
          <div class="stack" role="status">
            <p class="strong"><Say>{say.readFound(l, { n })}</Say></p>
            <ul class="list tight">
              {found.taken.map((one) => <li key={one.key} class="split"><span><b>{labelOf(l, one)}</b> <span><UserRun text={valueOf(l, one)} lang={l} /></span></span><Quote of={found.text} from={one.from} to={one.to} /></li>)}
              {found.place && <li class="split"><span><b>{say.placeTitle(l)}</b> <Say>{placeLine(l, found.place.of)}</Say></span><Quote of={found.text} from={found.place.from} to={found.place.to} /></li>}
            </ul>
            {n > 0 && <div><Button kind="main" onClick={put}>{say.readUse(l)}</Button></div>}
          </div>
        )}
      </div>
    </details>
  );
};

/** The words it was taken from, a little before and after. */
const Quote = ({ of, from, to }: { of: string; from: number; to: number }) => (
  <span class="meta"><bdi>{from > 12 ? '…' : ''}{of.slice(Math.max(0, from - 12), from)}<mark class="read-mark">{of.slice(from, to)}</mark>{of.slice(to, to + 12)}{to + 12 < of.length ? '…' : ''}</bdi></span>
);

const labelOf = (l: Locale, { key }: Taken): string =>
  key === 'type' ? say.typeLabel(l) : key === 'amount' ? say.fieldPay(l) : key === 'currency' ? say.fieldCurrency(l) : key === 'per' ? say.fieldPer(l) : fieldText(l, key as Parameters<typeof fieldText>[1]);

const valueOf = (l: Locale, { key, value }: Taken): string => {
  if (key === 'type') return typeText(l, value as Parameters<typeof typeText>[1]);
  if (key === 'startsOn' || key === 'endsOn' || key === 'deadline') return dayText(l, new Date(`${String(value)}T12:00:00Z`), 'UTC', true);
  if (key in choices) return choiceText(l, key as ChoiceKey, String(value));
  return Array.isArray(value) ? value.join(', ') : String(value);
};

/** What was read goes where nothing stands yet, or over what stands: the poster saw it. A deadline ends with its day, by the draft's own clock. */
const patchOf = (now: Content, { text, taken, place }: Read): Partial<Content> => {
  const value = (key: Taken['key']) => taken.find((one) => one.key === key)?.value;
  const beside = ['type', 'topics', 'startsOn', 'endsOn', 'deadline'];
  const deadline = value('deadline');
  const [year = 0, month = 1, day = 1] = typeof deadline === 'string' ? deadline.split('-').map(Number) : [];
  const said = now.texts[now.lang] ?? { title: '', text: '' };
  return {
    ...(value('type') ? { type: value('type') as Content['type'] } : {}), ...(value('topics') ? { topics: [...(value('topics') as readonly string[])] } : {}),
    ...(value('startsOn') ? { startsOn: value('startsOn') as string } : {}), ...(value('endsOn') ? { endsOn: value('endsOn') as string } : {}),
    ...(year > 0 ? { deadline: instantAt({ year, month, day, hour: 23, minute: 59 }, now.timeZone).toISOString() } : {}),
    ...(place ? { institutionId: place.of.id as Content['institutionId'] } : {}),
    fields: { ...now.fields, ...Object.fromEntries(taken.filter(({ key }) => !beside.includes(key)).map((one) => [one.key, one.value])) },
    texts: { ...now.texts, [now.lang]: { title: said.title || (text.split(/[\n.]/)[0] ?? '').trim().slice(0, LIMITS.title), text: said.text || text } },
  };
};
