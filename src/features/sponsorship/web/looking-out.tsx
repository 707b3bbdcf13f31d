// People I look out for, each with what fits now; and who looks out for me. Private to the two of each pair.

import { useState } from 'preact/hooks';
import { lineText, PersonPicker, type Picked, plainName, useAct } from '#features/people/web/door.tsx';
import type { Concept } from '#features/people/rules/profile-view.ts';
import { newId } from '#kernel/ids.ts';
import type { Locale } from '#kernel/locale.ts';
import { api } from '#web/api.ts';
import { useHere, usePerson } from '#web/context.tsx';
import { later } from '#web/later.tsx';
import { useLive } from '#web/live.ts';
import type { PageProps } from '#web/page.ts';
import { browserRandom } from '#web/random.ts';
import { dayText } from '#web/text/day.ts';
import { Say, UserRun } from '#web/text/say.tsx';
import { Button, LinkButton } from '#web/ui/button.tsx';
import { Confirm } from '#web/ui/dialog.tsx';
import { Empty, RefusalNote } from '#web/ui/note.tsx';
import { PersonLine } from '#web/ui/people.tsx';
import { Section } from '#web/ui/strips.tsx';
import { tell } from '#web/ui/toast.tsx';
import * as say from '#words/sponsorship.ts';
import { LIMITS } from '../rules/limits.ts';
import type { SponsorshipsView, SponsorshipView } from '../rules/present.ts';
import type { Brief } from '../rules/wire.ts';
import { BriefRead } from './brief-read.tsx';
import { Fits } from './fits.tsx';

// Forms come after the first sight, and the server draws none of them: its ids and those of the fields around would meet.
const BriefForm = later(async () => (await import('./brief-form.tsx')).BriefForm);
const Goals = later(async () => (await import('./goals.tsx')).Goals);
const Reminder = later(async () => (await import('./goals.tsx')).Reminder);

export const title = (l: Locale): string => say.title(l);
const kinds = ['sponsor-offered', 'sponsor-asked', 'sponsor-agreed', 'sponsor-goal', 'sponsor-nudge', 'case-thought-of'] as const;

export const View = ({ data: { sponsorships: { juniors, seniors }, concepts } }: PageProps<{ sponsorships: SponsorshipsView; concepts: Concept[] }>) => {
  const { l, acts } = useHere();
  const me = usePerson();
  useLive([...kinds], acts.reload);
  if (!me.verified) return <><h1>{say.title(l)}</h1><div class="above-4"><Empty sentence={say.unverified(l)}><LinkButton href="/me">{say.toProfile(l)}</LinkButton></Empty></div></>;
  return (
    <>
      <h1>{say.title(l)}</h1>
      <p class="above-3">{say.lead(l)}</p>
      <div class="cols above-5">
        <div>
          <Section first title={say.juniors(l)} n={juniors.length > 0 ? <Say>{say.count(l, { n: juniors.length })}</Say> : undefined}>
            {juniors.length === 0 ? <p class="meta">{say.juniorsNone(l)}</p> : <div class="stack">{juniors.map((one) => <Junior key={one.id} of={one} concepts={concepts} />)}</div>}
          </Section>
          {seniors.length > 0 && <Section title={say.seniors(l)}><div class="stack">{seniors.map((one) => <Senior key={one.id} of={one} concepts={concepts} />)}</div></Section>}
        </div>
        <aside class="aside">
          {juniors.length < LIMITS.juniors && <Offer without={juniors.map(({ person }) => person.id)} />}
          <AskSenior concepts={concepts} without={seniors.map(({ person }) => person.id)} />
        </aside>
      </div>
    </>
  );
};

const who = (l: Locale, of: SponsorshipView) => <PersonLine of={of.person} href={`/people/${of.person.id}`} detail={<Say>{lineText(l, of.person)}</Say>} />;

/** Ends, takes back or lets pass: the same act, and nobody is told. */
const Leave = ({ of, act, question }: { of: SponsorshipView; act: string; question?: string }) => {
  const { acts } = useHere();
  const [asking, setAsking] = useState(false);
  const leave = async () => { setAsking(false); await api.del(`/api/sponsorships/${of.id}`); await acts.reload(); };
  return (
    <>
      <Button small kind="bare" onClick={() => (question === undefined ? void leave() : setAsking(true))}><Say>{act}</Say></Button>
      {question !== undefined && <Confirm open={asking} question={question} act={act} onYes={() => void leave()} onNo={() => setAsking(false)} />}
    </>
  );
};

const useAgree = (of: SponsorshipView) => {
  const { l, acts } = useHere();
  const { busy, refused, run } = useAct();
  const agree = async (brief: Brief | null): Promise<boolean> => {
    const body = { written: brief && { brief, lang: l, version: of.brief?.version ?? 0 } };
    const done = of.state === 'stands' ? await run(() => api.put(`/api/sponsorships/${of.id}/brief`, body.written)) : await run(() => api.post(`/api/sponsorships/${of.id}/agree`, body));
    if (done === undefined) return false;
    tell(of.state === 'stands' ? say.briefKept(l) : say.agreed(l, { name: plainName(l, of.person) }));
    await acts.reload();
    return true;
  };
  return { busy, refused, agree };
};

const Junior = ({ of, concepts }: { of: SponsorshipView; concepts: readonly Concept[] }) => {
  const { l } = useHere();
  const { busy, refused, agree } = useAgree(of);
  const name = plainName(l, of.person);
  return (
    <article class="sheet stack" id={of.id}>
      {who(l, of)}
      {of.state === 'proposed' && <p class="split"><span class="meta"><Say>{say.waitsForYes(l, { day: dayText(l, new Date(`${of.until}T12:00:00Z`), 'UTC', true) })}</Say></span><Leave of={of} act={say.takeBack(l)} /></p>}
      {of.state === 'to-answer' && (
        <>
          <p><Say>{say.askedOfMe(l, { name })}</Say></p>
          {of.brief && <BriefRead of={of.brief.body} lang={of.brief.lang} concepts={concepts} />}
          <RefusalNote refused={refused} />
          <div class="row"><Button kind="main" busy={busy ? say.sending(l) : undefined} onClick={() => void agree(null)}><Say>{say.yesLookOut(l, { name })}</Say></Button><Leave of={of} act={say.notNow(l)} /></div>
        </>
      )}
      {of.state === 'stands' && (
        <>
          {of.fits.length + of.fittingCases.length > 0 ? <Fits of={of} concepts={concepts} /> : <p class="meta">{say.nothingFits(l)}</p>}
          <details>
            <summary class="btn small">{say.briefAndGoals(l)}</summary>
            <div class="stack above-3">
              {of.brief && <BriefRead of={of.brief.body} lang={of.brief.lang} concepts={concepts} />}
              <h3>{say.goals(l)}</h3>
              <Goals of={of} />
              <Reminder of={of} />
              <div><Leave of={of} act={say.endLookingOut(l)} question={say.endQuestion(l, { name })} /></div>
            </div>
          </details>
        </>
      )}
    </article>
  );
};

const Senior = ({ of, concepts }: { of: SponsorshipView; concepts: readonly Concept[] }) => {
  const { l } = useHere();
  const { busy, refused, agree } = useAgree(of);
  const name = plainName(l, of.person);
  const form = (act: string) => <BriefForm name={`brief ${of.id} ${of.brief?.version ?? 0}`} from={of.brief?.body ?? null} concepts={concepts} act={act} onSend={agree} busy={busy} refused={refused} />;
  return (
    <article class="sheet stack" id={of.id}>
      {who(l, of)}
      {of.state === 'proposed' && <p class="split"><span class="meta"><Say>{say.askedWaits(l, { day: dayText(l, new Date(`${of.until}T12:00:00Z`), 'UTC', true) })}</Say></span><Leave of={of} act={say.takeBack(l)} /></p>}
      {of.state === 'to-answer' && (
        <>
          <p><Say>{say.offeredToMe(l, { name })}</Say></p>
          {form(say.agreeWithBrief(l, { name }))}
          <div><Leave of={of} act={say.notNow(l)} /></div>
        </>
      )}
      {of.state === 'stands' && (
        <>
          {of.cases.length > 0 && (
            <ul class="list tight">{of.cases.map((one) => (
              <li key={one.caseId}><div class="stack near"><div class="eyebrow"><Say>{say.thoughtOfYou(l, { name })}</Say></div><div><a href={`/cases/${one.caseId}`}><UserRun text={one.title} lang={one.lang} /></a></div>{one.note !== '' && <div class="meta"><UserRun text={one.note} lang={one.noteLang} /></div>}</div></li>
            ))}</ul>
          )}
          {of.brief && <BriefRead of={of.brief.body} lang={of.brief.lang} concepts={concepts} />}
          <details>
            <summary class="btn small">{say.changeBrief(l)}</summary>
            {form(say.keepBrief(l))}
          </details>
          <details>
            <summary class="btn small">{say.goals(l)}</summary>
            <div class="stack above-3"><Goals of={of} /><Reminder of={of} /></div>
          </details>
          <div><Leave of={of} act={say.endBeingLooked(l)} question={say.endQuestion(l, { name })} /></div>
        </>
      )}
    </article>
  );
};

/** One tap a colleague, so that five juniors are a minute's work. */
const Offer = ({ without }: { without: readonly string[] }) => {
  const { l, acts, now } = useHere();
  const { refused, run } = useAct();
  const offer = async (one: Picked) => {
    if ((await run(() => api.post('/api/sponsorships', { id: newId(now, browserRandom), personId: one.id, side: 'senior' }))) === undefined) return;
    tell(say.offered(l, { name: plainName(l, one) }));
    await acts.reload();
  };
  return (
    <section class="stack">
      <h2>{say.offerTitle(l)}</h2>
      <p class="meta">{say.offerLead(l)}</p>
      <PersonPicker label={say.offerWho(l)} without={without} onPick={(one) => void offer(one)} />
      <RefusalNote refused={refused} />
    </section>
  );
};

const AskSenior = ({ concepts, without }: { concepts: readonly Concept[]; without: readonly string[] }) => {
  const { l, acts, now } = useHere();
  const [person, setPerson] = useState<Picked>();
  const { busy, refused, run } = useAct();
  const send = async (brief: Brief): Promise<boolean> => {
    if (person === undefined) return false;
    const body = { id: newId(now, browserRandom), personId: person.id, side: 'junior', written: { brief, lang: l } };
    if ((await run(() => api.post('/api/sponsorships', body))) === undefined) return false;
    tell(say.askedSent(l, { name: plainName(l, person) }));
    setPerson(undefined);
    await acts.reload();
    return true;
  };
  return (
    <section class="stack">
      <h2>{say.askTitle(l)}</h2>
      <p class="meta">{say.askLead(l)}</p>
      {person === undefined ? <PersonPicker label={say.askWho(l)} without={without} onPick={setPerson} /> : (
        <>
          <PersonLine of={person} detail={<Say>{lineText(l, person)}</Say>} />
          <BriefForm name="brief asked" from={null} concepts={concepts} act={say.askSend(l, { name: plainName(l, person) })} onSend={send} busy={busy} refused={refused} />
        </>
      )}
    </section>
  );
};
