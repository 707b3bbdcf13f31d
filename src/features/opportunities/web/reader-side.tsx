// What one sees and does into whose hands it came, or to whom it is open.
import { useState } from 'preact/hooks';
import { lineText, useAct } from '#features/people/web/door.tsx';
import { api } from '#web/api.ts';
import { useLocale, useReload } from '#web/context.tsx';
import { Say, UserRun } from '#web/text/say.tsx';
import { Button, LinkButton } from '#web/ui/button.tsx';
import { Note, RefusalNote } from '#web/ui/note.tsx';
import { PersonLine } from '#web/ui/people.tsx';
import { Section } from '#web/ui/strips.tsx';
import { TextArea } from '#web/ui/text-field.tsx';
import { tell } from '#web/ui/toast.tsx';
import * as say from '#words/opportunities.ts';
import { LIMITS } from '../rules/limits.ts';
import type { GivenView, OpportunityView } from '../rules/present.ts';
import { HandOn, type Near } from './hand-on.tsx';

export const ReaderSide = ({ of: o, near }: { of: OpportunityView; near: readonly Near[] }) => {
  const l = useLocale();
  return (
    <>
      {o.from.length > 0 && (
        <Section title={say.fromTitle(l)} first>
          <ul class="list tight">
            {o.from.map((one) => (
              <li key={one.person.id} class="stack near">
                <PersonLine of={one.person} href={`/people/${one.person.id}`} detail={<Say>{lineText(l, one.person)}</Say>} />
                {one.note !== '' && <p>«<UserRun text={one.note} lang={one.lang} />»</p>}
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Interest of={o} />
      {o.may.handOn && <Section title={say.handTitle(l)}><HandOn of={o} near={near} /></Section>}
      {o.given.length > 0 && <Section title={say.givenTitle(l)}><ul class="list tight">{o.given.map((one) => <li key={one.person.id}><PersonLine of={one.person} detail={stateText(l, one.state)} /></li>)}</ul></Section>}
    </>
  );
};

const stateText = (l: 'en' | 'fa', state: GivenView['state']): string => ({ interested: say.stateInterested, nobody: say.stateNobody, seen: say.stateSeen, unopened: say.stateUnopened })[state](l);

const Interest = ({ of: o }: { of: OpportunityView }) => {
  const l = useLocale();
  const reload = useReload();
  const { busy, refused, run } = useAct();
  const [open, setOpen] = useState(false);
  const [note, setNote] = useState('');
  const path = `/api/opportunities/${o.id}`;
  const act = async (work: () => ReturnType<typeof api.post>, said: string) => {
    if ((await run(work)) === undefined) return;
    setOpen(false);
    tell(said);
    await reload();
  };
  if (o.interested) {
    return <div class="stack above-4"><Note>{say.interestDone(l)}</Note>{o.phase === 'posted' && <div class="row"><LinkButton kind="main" href={`/opportunities/${o.id}/apply`}>{say.applyLink(l)}</LinkButton><Button small onClick={() => void act(() => api.del(`${path}/interest`), say.interestBack(l))}>{say.interestBack(l)}</Button></div>}<RefusalNote refused={refused} /></div>;
  }
  if (!o.may.showInterest) return null;
  return (
    <div class="stack above-4">
      {open ? (
        <div class="sheet stack">
          <p class="meta">{say.interestWho(l)}</p>
          <TextArea label={say.interestNote(l)} lang={l} rows={2} maxLength={LIMITS.note} value={note} onValue={setNote} />
          <div class="row"><Button kind="main" busy={busy ? say.telling(l) : undefined} onClick={() => void act(() => api.put(`${path}/interest`, { note, lang: l }), say.interestDone(l))}>{say.interestSend(l)}</Button></div>
        </div>
      ) : (
        <div class="row">
          <Button kind="main" onClick={() => setOpen(true)}>{say.interestAct(l)}</Button>
          <LinkButton href={`/opportunities/${o.id}/apply`}>{say.applyLink(l)}</LinkButton>
          {o.may.answer && <Button onClick={() => void act(() => api.post(`${path}/nobody`), say.nobodyDone(l))}>{say.nobodyAct(l)}</Button>}
        </div>
      )}
      <RefusalNote refused={refused} />
    </div>
  );
};
