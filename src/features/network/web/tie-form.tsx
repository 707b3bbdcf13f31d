// Proposing a tie: on what ground, when and where. What is typed stays in this tab until it is sent.

import { plainName, type Picked, useAct } from '#features/people/web/door.tsx';
import { newId } from '#kernel/ids.ts';
import { api } from '#web/api.ts';
import { useHere } from '#web/context.tsx';
import { browserRandom } from '#web/random.ts';
import { Say } from '#web/text/say.tsx';
import { Button } from '#web/ui/button.tsx';
import { Seg, Select } from '#web/ui/choice.tsx';
import { RefusalNote } from '#web/ui/note.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import { tell } from '#web/ui/toast.tsx';
import { latinDigits } from '#kernel/digits.ts';
import * as say from '#words/network.ts';
import { LIMITS } from '../rules/limits.ts';
import { hasSenior, type TieKind, tieKinds } from '../rules/tie.ts';
import { useKeptHere } from '#web/kept-here.ts';
import { kindText, seniorText } from './said.ts';

type Typed = { kind: TieKind | ''; senior: 'me' | 'other' | ''; from: string; to: string; place: string };
const empty: Typed = { kind: '', senior: '', from: '', to: '', place: '' };
type Person = Pick<Picked, 'id' | 'nameEn' | 'nameFa'> & { readonly title?: string };

// A year of the Persian calendar begins in spring: the Gregorian year in which it begins stands for it.
const JALALI = 621;
/** Four digits of either script and calendar as a Gregorian year, null when nothing is typed; undefined: neither. */
const yearOf = (typed: string): number | null | undefined => {
  const text = latinDigits(typed).trim();
  if (text === '') return null;
  const n = Number(text) >= 1320 && Number(text) <= 1500 ? Number(text) + JALALI : Number(text);
  return /^\d{4}$/.test(text) && n >= LIMITS.firstYear && n <= 2200 ? n : undefined;
};

export const TieForm = ({ person, onDone }: { person: Person; onDone: () => void }) => {
  const { l, now } = useHere();
  const [typed, change, clear] = useKeptHere<Typed>(`tie ${person.id}`, empty);
  const { busy, refused, run } = useAct();
  const [from, to] = [yearOf(typed.from), yearOf(typed.to)];
  const kind = typed.kind === '' ? undefined : typed.kind;
  const wrongOrder = typeof from === 'number' && typeof to === 'number' && to < from;
  const notYet = kind === undefined ? say.formKindFirst(l)
    : hasSenior(kind) && typed.senior === '' ? say.formSeniorFirst(l)
    : from === undefined || to === undefined || wrongOrder ? say.formYearsFirst(l) : undefined;
  const send = async () => {
    const body = { id: newId(now, browserRandom), personId: person.id, kind, senior: kind && hasSenior(kind) ? typed.senior : null, fromYear: from, toYear: to, place: typed.place };
    const answer = await run(() => api.post<{ state: 'proposed' | 'tied' }>('/api/ties', body, { waits: { what: { en: say.outboxTie('en'), fa: say.outboxTie('fa') }, open: '/ties' } }));
    if (answer === undefined) return;
    clear();
    tell(answer.state === 'tied' ? say.formTied(l) : say.formSent(l));
    onDone();
  };
  return (
    <form class="stack near" onSubmit={(event) => { event.preventDefault(); if (notYet === undefined) void send(); }}>
      <Select label={say.formKind(l)} value={kind} onValue={(one) => change({ kind: one ?? '', senior: '' })} options={tieKinds.map((one) => ({ value: one, label: kindText(l, one) }))} />
      {kind !== undefined && hasSenior(kind) && (
        <Seg label={say.formSenior(l)} value={typed.senior === '' ? undefined : typed.senior} onValue={(senior) => change({ senior })}
          options={(['other', 'me'] as const).map((one) => ({ value: one, label: seniorText(l, kind, one) }))} />
      )}
      <TextField label={say.formFrom(l)} hint={say.formYearHint(l)} inputMode="numeric" value={typed.from} onValue={(text) => change({ from: text })} maxLength={4} error={from === undefined ? say.formYearWrong(l) : undefined} />
      <TextField label={say.formTo(l)} hint={say.formToHint(l)} inputMode="numeric" value={typed.to} onValue={(text) => change({ to: text })} maxLength={4} error={to === undefined ? say.formYearWrong(l) : wrongOrder ? say.formYearOrder(l) : undefined} />
      <TextField label={say.formPlace(l)} hint={say.formPlaceHint(l)} value={typed.place} onValue={(place) => change({ place })} maxLength={LIMITS.place} />
      <RefusalNote refused={refused} />
      <div><Button kind="main" type="submit" notYet={notYet} busy={busy ? say.formSending(l) : undefined}><Say>{say.formSend(l, { name: plainName(l, { ...person, title: person.title ?? 'none' }) })}</Say></Button></div>
    </form>
  );
};
