// All components in the three lights, for looking at and for the checks of contrast and access.
import { useState } from 'preact/hooks';
import { useHere } from '#web/context.tsx';
import type { Theme } from '#web/context.tsx';
import { refusedAs } from '#web/refusals.ts';
import { bytesText } from '#web/text/when-words.ts';
import { Button } from '#web/ui/button.tsx';
import { CalendarMonth, MonthHead } from '#web/ui/calendar-month.tsx';
import { Check, Seg, Select } from '#web/ui/choice.tsx';
import { TwoClocks } from '#web/ui/clocks.tsx';
import { Confirm } from '#web/ui/dialog.tsx';
import { Mark } from '#web/ui/mark.tsx';
import { Empty, Note, RefusalNote } from '#web/ui/note.tsx';
import { type Measured, NumberField } from '#web/ui/number-field.tsx';
import { Chip, EmergencyLine, HiddenStrip, Sealed } from '#web/ui/strips.tsx';
import { StoryLine } from '#web/ui/story-line.tsx';
import { TextArea } from '#web/ui/text-field.tsx';
import { tell } from '#web/ui/toast.tsx';
import * as own from '#words/kit.ts';
import * as say from '#words/web.ts';
import type { Locale } from '#kernel/locale.ts';

export const title = (l: Locale): string => own.title(l);

export const View = () => {
  const { l, now } = useHere();
  const names: Record<Theme, string> = { day: own.day(l), dark: own.dark(l), lab: own.lab(l) };
  return (
    <>
      <h1>{own.title(l)}</h1>
      <div class="kit">
        {(['day', 'dark', 'lab'] as const).map((theme) => (
          <section key={theme} data-theme={theme} aria-label={names[theme]}><h2>{names[theme]}</h2><Parts /></section>
        ))}
      </div>
      <div class="kit-more sect">
        <section>
          <h2>{own.mark(l)}</h2>
          <div class="kit-marks"><Mark /><Mark /><Mark /></div>
        </section>
        <section>
          <h2>{own.empty(l)}</h2>
          <Empty sentence={own.nothing(l)}><Button kind="main" icon="ask">{own.ask(l)}</Button></Empty>
        </section>
        <section>
          <MonthHead />
          <CalendarMonth marks={[{ at: new Date(now.getTime() + 4 * 86_400_000), say: say.lineDecision(l), href: '#d' }]} />
        </section>
      </div>
    </>
  );
};

const Parts = () => {
  const { l, now } = useHere();
  const [again, setAgain] = useState<'yes' | 'not-now' | 'unsure'>('yes');
  const [lvef, setLvef] = useState<Measured | undefined>('unknown');
  const [text, setText] = useState('');
  const [group, setGroup] = useState<'asked' | 'group' | undefined>('asked');
  const [hide, setHide] = useState(true);
  const [asked, setAsked] = useState(false);
  const at = (minutes: number) => new Date(now.getTime() + minutes * 60_000).toISOString();
  return (
    <div class="stack">
      <div class="row">
        <Button kind="main">{own.give(l)}</Button>
        <Button icon="hand">{own.notMe(l)}</Button>
        <Button kind="bare">{own.decline(l)}</Button>
      </div>
      <div class="row">
        <Button notYet={own.notYetWhy(l)}>{own.notYet(l)}</Button>
        <Button busy={own.busy(l, { size: bytesText(l, 12_000) })}>{own.give(l)}</Button>
        <Button kind="stop" onClick={() => setAsked(true)}>{own.withdraw(l)}</Button>
        <Button small onClick={() => tell(own.copied(l))}>{own.toast(l)}</Button>
      </div>
      <Seg label={own.try(l)} value={again} onValue={setAgain} options={[
        { value: 'yes', label: own.yes(l) }, { value: 'not-now', label: own.notNow(l) }, { value: 'unsure', label: own.unsure(l) },
      ]} />
      <NumberField label="LVEF" unit="%" value={lvef} onValue={setLvef} low={5} high={90} states={['unknown', 'not-done']} error={lvef === undefined ? own.lvefBad(l) : undefined} />
      <TextArea label={own.rationale(l)} hint={own.rationaleHint(l)} value={text} onValue={setText} lang={l} rows={2} />
      <Select label={own.audience(l)} value={group} onValue={setGroup} options={[{ value: 'asked', label: own.onlyAsked(l) }, { value: 'group', label: own.group(l) }]} />
      <Check checked={hide} onValue={setHide} hint={own.hideHint(l)}>{own.hide(l)}</Check>
      <TwoClocks spans={[
        { label: own.clock(l), from: at(-60), until: at(60), done: own.accepted(l) },
        { label: own.opinion(l), from: at(-60), until: at(22) },
      ]} />
      <StoryLine label={say.landingLine(l)} steps={[
        { state: 'done', label: say.lineAsked(l) }, { state: 'done', label: say.lineOpinions(l) },
        { state: 'now', label: say.lineDecision(l) }, { state: 'todo', label: say.lineOutcome(l) },
      ]} />
      <Sealed title={own.sealed(l)} opens={own.sealedWhen(l)} />
      <HiddenStrip />
      <div class="row"><Chip>IVUS</Chip><Chip no>IABP</Chip></div>
      <Note>{own.told(l)}</Note>
      <Note kind="wait">{own.soon(l)}</Note>
      <RefusalNote refused={{ ...refusedAs('fault', 'web.fault'), fault: '7F3K' }} />
      <EmergencyLine />
      <Confirm open={asked} question={say.unsentWithdrawAsk(l)} act={own.withdraw(l)} onYes={() => setAsked(false)} onNo={() => setAsked(false)} />
    </div>
  );
};
