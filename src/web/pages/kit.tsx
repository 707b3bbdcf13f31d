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
import * as say from '#words/web.ts';

export const View = () => {
  const { l, now } = useHere();
  const names: Record<Theme, string> = { day: say.kitDay(l), dark: say.kitDark(l), lab: say.kitLab(l) };
  return (
    <>
      <h1>{say.kitTitle(l)}</h1>
      <div class="kit">
        {(['day', 'dark', 'lab'] as const).map((theme) => (
          <section key={theme} data-theme={theme} aria-label={names[theme]}><h2>{names[theme]}</h2><Parts /></section>
        ))}
      </div>
      <div class="three sect">
        <section>
          <h2>{say.kitMark(l)}</h2>
          <div class="kit-marks"><Mark /><Mark /><Mark /></div>
        </section>
        <section>
          <h2>{say.kitEmpty(l)}</h2>
          <Empty sentence={say.kitNothing(l)}><Button kind="main" icon="ask">{say.kitAsk(l)}</Button></Empty>
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
        <Button kind="main">{say.kitGive(l)}</Button>
        <Button icon="hand">{say.kitNotMe(l)}</Button>
        <Button kind="bare">{say.kitDecline(l)}</Button>
      </div>
      <div class="row">
        <Button notYet={say.kitNotYetWhy(l)}>{say.kitNotYet(l)}</Button>
        <Button busy={say.kitBusy(l, { size: bytesText(l, 12_000) })}>{say.kitGive(l)}</Button>
        <Button kind="stop" onClick={() => setAsked(true)}>{say.kitWithdraw(l)}</Button>
        <Button small onClick={() => tell(say.kitCopied(l))}>{say.kitToast(l)}</Button>
      </div>
      <Seg label={say.kitTry(l)} value={again} onValue={setAgain} options={[
        { value: 'yes', label: say.kitYes(l) }, { value: 'not-now', label: say.kitNotNow(l) }, { value: 'unsure', label: say.kitUnsure(l) },
      ]} />
      <NumberField label="LVEF" unit="%" value={lvef} onValue={setLvef} low={5} high={90} states={['unknown', 'not-done']} error={lvef === undefined ? say.kitLvefBad(l) : undefined} />
      <TextArea label={say.kitRationale(l)} hint={say.kitRationaleHint(l)} value={text} onValue={setText} lang={l} rows={2} />
      <Select label={say.kitAudience(l)} value={group} onValue={setGroup} options={[{ value: 'asked', label: say.kitOnlyAsked(l) }, { value: 'group', label: say.kitGroup(l) }]} />
      <Check checked={hide} onValue={setHide} hint={say.kitHideHint(l)}>{say.kitHide(l)}</Check>
      <TwoClocks spans={[
        { label: say.kitClock(l), from: at(-60), until: at(60), done: say.kitAccepted(l) },
        { label: say.kitOpinion(l), from: at(-60), until: at(22) },
      ]} />
      <StoryLine label={say.landingLine(l)} steps={[
        { state: 'done', label: say.lineAsked(l) }, { state: 'done', label: say.lineOpinions(l) },
        { state: 'now', label: say.lineDecision(l) }, { state: 'todo', label: say.lineOutcome(l) },
      ]} />
      <Sealed title={say.kitSealed(l)} opens={say.kitSealedWhen(l)} />
      <HiddenStrip />
      <div class="row"><Chip>IVUS</Chip><Chip no>IABP</Chip></div>
      <Note>{say.kitTold(l)}</Note>
      <Note kind="wait">{say.kitSoon(l)}</Note>
      <RefusalNote refused={{ ...refusedAs('fault', 'web.fault'), fault: '7F3K' }} />
      <EmergencyLine />
      <Confirm open={asked} question={say.unsentWithdrawAsk(l)} act={say.kitWithdraw(l)} onYes={() => setAsked(false)} onNo={() => setAsked(false)} />
    </div>
  );
};
