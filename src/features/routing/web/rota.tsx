// The rota: who is on call in the coming week, by the reader's clock and by theirs, where it has gaps, and one tap that fills them with who is awake.

import { useState } from 'preact/hooks';
import { after, DAY_MS, HOUR_MS } from '#kernel/clock.ts';
import { newId } from '#kernel/ids.ts';
import type { Locale } from '#kernel/locale.ts';
import { api } from '#web/api.ts';
import { named, useHere, useReload } from '#web/context.tsx';
import type { PageProps } from '#web/page.ts';
import { browserRandom } from '#web/random.ts';
import { Say } from '#web/text/say.tsx';
import { Day } from '#web/text/when.tsx';
import { Button, IconButton } from '#web/ui/button.tsx';
import { Select, Seg } from '#web/ui/choice.tsx';
import { Icon } from '#web/ui/icon.tsx';
import { RefusalNote } from '#web/ui/note.tsx';
import { Section } from '#web/ui/strips.tsx';
import { tell } from '#web/ui/toast.tsx';
import { type Picked, PersonPicker, useAct } from '#features/people/web/door.tsx';
import * as say from '#words/routing.ts';
import type { RotaView, ShiftView } from '../rules/console.ts';
import { CoordinatorFrame } from './coordinator-frame.tsx';
import { localClock } from './local-clock.ts';
import './coordinator.css';

export const title = (l: Locale): string => say.rotaTitle(l);

export const View = ({ data: { rota } }: PageProps<{ rota: RotaView }>) => {
  const { l } = useHere();
  const reload = useReload();
  const { busy, refused, run } = useAct();
  const from = new Date(rota.from);
  const fill = async () => {
    const done = await run(() => api.post<{ added: number }>('/api/coordinator/rota'));
    if (done === undefined) return;
    tell(say.rotaFilled(l, { n: done.added }));
    await reload();
  };
  const open = rota.gaps.reduce((sum, gap) => sum + new Date(gap.to).getTime() - new Date(gap.from).getTime(), 0);
  return (
    <CoordinatorFrame at="/coordinator/rota" title={say.rotaTitle(l)} lead={say.rotaLead(l)}>
      <p class="strong"><Say>{say.rotaOpen(l, { n: Math.round(open / HOUR_MS) })}</Say></p>
      {rota.proposed > 0 && <Button kind="main" icon="check" onClick={() => void fill()} busy={busy ? say.rotaFilling(l) : undefined}><Say>{say.rotaFill(l, { n: rota.proposed })}</Say></Button>}
      <RefusalNote refused={refused} />
      {Array.from({ length: rota.days }, (_, day) => after(from, day * DAY_MS)).map((day) => <DayOf key={day.toISOString()} day={day} rota={rota} />)}
      <AddShift from={from} />
    </CoordinatorFrame>
  );
};

const within = (at: string, day: Date): boolean => new Date(at) >= day && new Date(at) < after(day, DAY_MS);

const DayOf = ({ day, rota }: { day: Date; rota: RotaView }) => {
  const shifts = rota.shifts.filter((shift) => within(shift.from, day) || (day.getTime() === new Date(rota.from).getTime() && new Date(shift.from) < day));
  const gaps = rota.gaps.filter((gap) => within(gap.from, day));
  const lines = [...shifts.map((shift) => ({ at: shift.from, shift, gap: null })), ...gaps.map((gap) => ({ at: gap.from, shift: null, gap }))].sort((a, b) => a.at.localeCompare(b.at));
  return (
    <Section title={<Day at={day} />}>
      <ul class="list tight">{lines.map(({ at, shift, gap }) => (shift ? <ShiftLine key={shift.id} of={shift} /> : gap && <Gap key={at} of={gap} />))}</ul>
    </Section>
  );
};

/** The reader's own clock; the day stands above. */
const Hours = ({ from, to }: { from: string; to: string }) => {
  const { l, timeZone } = useHere();
  return <bdi class="nb" dir="ltr"><time datetime={from}>{localClock(l, new Date(from), timeZone)}</time> – <time datetime={to}>{localClock(l, new Date(to), timeZone)}</time></bdi>;
};

const Gap = ({ of }: { of: RotaView['gaps'][number] }) => {
  const { l } = useHere();
  return <li class="gap"><Icon name="warn" /> <Hours from={of.from} to={of.to} /> · {say.rotaGap(l)}</li>;
};

const ShiftLine = ({ of }: { of: ShiftView }) => {
  const { l } = useHere();
  const reload = useReload();
  const { refused, run } = useAct();
  const name = named(l, of.person);
  const out = async () => { if ((await run(() => api.del(`/api/coordinator/shifts/${of.id}`))) !== undefined) await reload(); };
  return (
    <li>
      <div class="split keep">
        <span><Hours from={of.from} to={of.to} /> · <b><bdi>{name}</bdi></b> <span class="meta"><Say>{say.rotaTheirs(l, { from: localClock(l, new Date(of.from), of.timeZone), to: localClock(l, new Date(of.to), of.timeZone) })}</Say>{of.duty === 'coordinator' && <> · {say.rotaCoordinator(l)}</>}</span></span>
        <IconButton icon="x" label={say.askTakeOut(l, { name }).replaceAll(/[\u2066-\u2069]/g, '')} onClick={() => void out()} />
      </div>
      <RefusalNote refused={refused} />
    </li>
  );
};

const HOURS = ['0', '6', '12', '18'] as const;

/** One shift of six hours by hand: who, which day, which quarter of it. */
const AddShift = ({ from }: { from: Date }) => {
  const { l, timeZone } = useHere();
  const reload = useReload();
  const { busy, refused, run } = useAct();
  const [person, setPerson] = useState<Picked>();
  const [day, setDay] = useState('0');
  const [quarter, setQuarter] = useState<(typeof HOURS)[number]>('0');
  const [duty, setDuty] = useState<'on-call' | 'coordinator'>('on-call');
  const begins = after(from, Number(day) * DAY_MS + Number(quarter) * HOUR_MS);
  const add = async () => {
    if (!person) return;
    const body = { id: newId(new Date(), browserRandom), personId: person.id, duty, from: begins.toISOString(), to: after(begins, 6.5 * HOUR_MS).toISOString() };
    if ((await run(() => api.post('/api/coordinator/shifts', body))) === undefined) return;
    setPerson(undefined);
    await reload();
  };
  const clock = (hours: number) => localClock(l, after(from, hours * HOUR_MS), timeZone);
  const days = new Intl.DateTimeFormat(l === 'fa' ? 'fa-IR-u-ca-persian' : 'en-GB', { timeZone, weekday: 'long', day: 'numeric', month: 'long' });
  return (
    <Section title={say.rotaAdd(l)}>
      <div class="stack">
        <PersonPicker label={say.rotaWho(l)} onPick={setPerson} picked={person} casesOnly />
        <Select label={say.rotaDay(l)} empty={false} options={Array.from({ length: 7 }, (_, n) => ({ value: String(n), label: days.format(after(from, n * DAY_MS)) }))} value={day} onValue={(next) => setDay(next ?? '0')} />
        <Seg label={say.rotaHours(l)} options={HOURS.map((value) => ({ value, label: <bdi class="nb">{clock(Number(value))}</bdi> }))} value={quarter} onValue={setQuarter} />
        <Seg label={say.rotaDuty(l)} options={[{ value: 'on-call', label: say.rotaOnCall(l) }, { value: 'coordinator', label: say.rotaCoordinator(l) }]} value={duty} onValue={setDuty} />
        <RefusalNote refused={refused} />
        <Button icon="check" onClick={() => void add()} busy={busy ? say.rotaAdding(l) : undefined} notYet={person ? undefined : say.rotaWhoFirst(l)}>{say.rotaAdd(l)}</Button>
      </div>
    </Section>
  );
};
