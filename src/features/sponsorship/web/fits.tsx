// What fits a junior: with the reason, and handed on in two taps from here.

import { useState } from 'preact/hooks';
import { plainName, useAct } from '#features/people/web/door.tsx';
import type { Concept } from '#features/people/rules/profile-view.ts';
import { placeLine, saidIn, typeText } from '#features/opportunities/web/door.tsx';
import { newId } from '#kernel/ids.ts';
import { api } from '#web/api.ts';
import { useHere } from '#web/context.tsx';
import { browserRandom } from '#web/random.ts';
import { dayText } from '#web/text/day.ts';
import { Say, UserRun } from '#web/text/say.tsx';
import { Button } from '#web/ui/button.tsx';
import { RefusalNote } from '#web/ui/note.tsx';
import { TextArea } from '#web/ui/text-field.tsx';
import { tell } from '#web/ui/toast.tsx';
import * as say from '#words/sponsorship.ts';
import { LIMITS } from '../rules/limits.ts';
import type { Fit, FittingCase, SponsorshipView } from '../rules/present.ts';
import { topicText, wishText } from './said.ts';

type Of = { readonly of: SponsorshipView; readonly concepts: readonly Concept[] };

/** A note with "I thought of you", already written, and the act that sends it. */
const Send = ({ act, onSend, onNo }: { act: string; onSend: (note: string) => Promise<boolean>; onNo: () => void }) => {
  const { l } = useHere();
  const [note, setNote] = useState(say.noteBegun(l));
  const [busy, setBusy] = useState(false);
  const send = async () => {
    setBusy(true);
    if (!(await onSend(note))) setBusy(false);
  };
  return (
    <div class="stack near">
      <TextArea label={say.noteLabel(l)} lang={l} rows={2} maxLength={LIMITS.note} value={note} onValue={setNote} />
      <div class="row"><Button kind="main" busy={busy ? say.sending(l) : undefined} onClick={() => void send()}><Say>{act}</Say></Button><Button kind="bare" onClick={onNo}>{say.notNow(l)}</Button></div>
    </div>
  );
};

const FitLine = ({ fit: { opportunity: o, because, handed }, of, concepts }: Of & { fit: Fit }) => {
  const { l, acts, now } = useHere();
  const [writing, setWriting] = useState(false);
  const { refused, run } = useAct();
  const said = saidIn(l, o.texts, o.lang);
  const name = plainName(l, of.person);
  const handOn = async (note: string): Promise<boolean> => {
    if ((await run(() => api.post(`/api/opportunities/${o.id}/hands`, { hands: [{ id: newId(now, browserRandom), personId: of.person.id }], note, lang: l }))) === undefined) return false;
    tell(say.handed(l, { name }));
    await acts.reload();
    return true;
  };
  const aside = async () => { if ((await run(() => api.post(`/api/sponsorships/${of.id}/passes`, { opportunityId: o.id }))) !== undefined) await acts.reload(); };
  const wants = of.brief?.body.wants ?? {};
  return (
    <li><div class="stack near">
      <div class="eyebrow">{o.type && typeText(l, o.type)}{o.place && <> · <Say>{placeLine(l, o.place)}</Say></>}{o.deadline && <> · <Say>{say.deadline(l, { day: dayText(l, new Date(o.deadline), o.timeZone, true) })}</Say></>}</div>
      <div><a class="strong" href={`/opportunities/${o.id}`}><UserRun text={said.title} lang={said.lang} /></a></div>
      <div class="meta"><Say>{say.because(l, { why: because.map((key) => wishText(l, key, wants, concepts)).join(' · ') })}</Say></div>
      {handed ? <div><span class="tag"><span><Say>{say.handedAlready(l, { name })}</Say></span></span></div>
        : writing ? <Send act={say.handOnTo(l, { name })} onSend={handOn} onNo={() => setWriting(false)} />
        : <div class="row"><Button small kind="main" onClick={() => setWriting(true)}><Say>{say.handOn(l, { name })}</Say></Button><Button small kind="bare" onClick={() => void aside()}>{say.layAside(l)}</Button></div>}
      <RefusalNote refused={refused} />
    </div></li>
  );
};

const CaseLine = ({ one, of, concepts }: Of & { one: FittingCase }) => {
  const { l, acts, now } = useHere();
  const [writing, setWriting] = useState(false);
  const { refused, run } = useAct();
  const name = plainName(l, of.person);
  const show = async (note: string): Promise<boolean> => {
    if ((await run(() => api.post(`/api/sponsorships/${of.id}/cases`, { id: newId(now, browserRandom), caseId: one.caseId, lang: l, note }))) === undefined) return false;
    tell(say.shown(l, { name }));
    await acts.reload();
    return true;
  };
  return (
    <li><div class="stack near">
      <div class="eyebrow"><Say>{say.caseUnder(l, { topic: topicText(l, concepts, one.topic) })}</Say></div>
      <div><a class="strong" href={`/cases/${one.caseId}`}><UserRun text={one.title} lang={one.lang} /></a></div>
      {writing ? <Send act={say.showTo(l, { name })} onSend={show} onNo={() => setWriting(false)} /> : <div><Button small onClick={() => setWriting(true)}><Say>{say.show(l, { name })}</Say></Button></div>}
      <RefusalNote refused={refused} />
    </div></li>
  );
};

export const Fits = ({ of, concepts }: Of) => (of.fits.length + of.fittingCases.length === 0 ? null : (
  <ul class="list">
    {of.fits.map((fit) => <FitLine key={fit.opportunity.id} fit={fit} of={of} concepts={concepts} />)}
    {of.fittingCases.map((one) => <CaseLine key={one.caseId} one={one} of={of} concepts={concepts} />)}
  </ul>
));
