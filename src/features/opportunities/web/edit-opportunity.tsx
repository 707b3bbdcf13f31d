// One opportunity, being written: saved as typed, told only by its own act.
import './opportunities.css';
import { useState } from 'preact/hooks';
import type { Locale } from '#kernel/locale.ts';
import type { Concept } from '#features/people/rules/profile-view.ts';
import { api } from '#web/api.ts';
import { useSavedAsTyped } from '#web/autosave.ts';
import { useGo, useLocale } from '#web/context.tsx';
import { later } from '#web/later.tsx';
import type { PageProps } from '#web/page.ts';
import type { Refused } from '#web/refusals.ts';
import { Say, UserRun } from '#web/text/say.tsx';
import { Button, LinkButton } from '#web/ui/button.tsx';
import { Select } from '#web/ui/choice.tsx';
import { Dock } from '#web/ui/dock.tsx';
import { Empty, RefusalNote } from '#web/ui/note.tsx';
import { SavedLine, TwoVersions } from '#web/ui/saved-line.tsx';
import { TextArea, TextField } from '#web/ui/text-field.tsx';
import { tell } from '#web/ui/toast.tsx';
import { both } from '#web/words.ts';
import * as say from '#words/opportunities.ts';
import { type Lack, lacks as lacksOf } from '../rules/fields.ts';
import { LIMITS, types } from '../rules/limits.ts';
import type { OpportunityView } from '../rules/present.ts';
import { type Content, contentOf, setterOf, type Writing } from './form/draft.ts';
import { saidIn, typeText } from './said.ts';

const Asked = later(async () => (await import('./form/asked.tsx')).Asked, import.meta.env.SSR ? (await import('./form/asked.tsx')).Asked : undefined);
const Whom = later(async () => (await import('./form/whom.tsx')).Whom, import.meta.env.SSR ? (await import('./form/whom.tsx')).Whom : undefined);
const ReadText = later(async () => (await import('./form/read-text.tsx')).ReadText, import.meta.env.SSR ? (await import('./form/read-text.tsx')).ReadText : undefined);

type Data = { readonly opportunity: OpportunityView; readonly concepts: readonly Concept[] };
export const title = (l: Locale): string => say.editTitle(l);

export const View = ({ data: { opportunity, concepts } }: PageProps<Data>) => {
  const l = useLocale();
  if (!opportunity.may.write || opportunity.mine === null) return <Empty sentence={say.closed(l)}><LinkButton href={`/opportunities/${opportunity.id}`}>{say.back(l)}</LinkButton></Empty>;
  return <Form is={opportunity} concepts={concepts} />;
};

const Form = ({ is, concepts }: { is: OpportunityView; concepts: readonly Concept[] }) => {
  const l = useLocale();
  const path = `/api/opportunities/${is.id}`;
  const draft = useSavedAsTyped<Content>(path, { value: contentOf(is), version: is.version, savedAt: is.editedAt ?? undefined }, {
    what: both(say.outbox), open: `/opportunities/${is.id}/edit`,
    read: async () => {
      const answer = await api.get<OpportunityView>(path);
      return answer.ok ? { ok: true, value: { value: contentOf(answer.value), version: answer.value.version, savedAt: answer.value.editedAt ?? undefined } } : answer;
    },
  });
  const lacks = lacksOf(draft.value).filter((one) => is.phase === 'draft' || one !== 'named');
  const [place, setPlace] = useState(is.place);
  const [put, setPut] = useState(0);
  const of: Writing = { value: draft.value, change: draft.change, set: setterOf(draft.change), place: draft.value.institutionId === null ? null : place, setPlace, put, onPut: () => setPut((n) => n + 1) };
  return (
    <>
      <div class="split"><h1>{is.phase === 'draft' ? say.editTitle(l) : say.editPosted(l)}</h1><SavedLine state={draft.state} /></div>
      {is.phase === 'draft' && <p class="meta above-2">{say.onlyYou(l)}</p>}
      <TwoVersions mine={draft.value} conflict={draft.conflict} show={(value) => { const said = saidIn(l, value.texts as OpportunityView['texts'], value.lang); return <p><UserRun text={said.title} lang={said.lang} /></p>; }} />
      <div class="opp-form above-4">
        {is.phase === 'draft' && <ReadText of={of} />}
        <About of={of} />
        <Asked of={of} concepts={concepts} lacks={lacks} />
        {is.phase === 'draft' && is.mine && <Whom of={of} mine={is.mine} />}
      </div>
      <Next is={is} value={draft.value} lacks={lacks} settled={draft.settled} />
    </>
  );
};

const About = ({ of: { value, change } }: { of: Writing }) => {
  const l = useLocale();
  const said = value.texts[value.lang] ?? { title: '', text: '' };
  const put = (patch: Partial<typeof said>) => change((now) => ({ texts: { ...now.texts, [now.lang]: { title: '', text: '', ...now.texts[now.lang], ...patch } } }));
  return (
    <section class="stack">
      <div id="f-type"><Select label={say.typeLabel(l)} value={value.type ?? undefined} onValue={(type) => change({ type: type ?? null })} options={types.map((one) => ({ value: one, label: typeText(l, one) }))} /></div>
      <div id="f-title"><TextField label={say.titleLabel(l)} hint={say.titleHint(l)} lang={value.lang} maxLength={LIMITS.title} value={said.title} onValue={(text) => put({ title: text })} /></div>
      <TextArea label={say.textLabel(l)} lang={value.lang} maxLength={LIMITS.text} value={said.text} onValue={(text) => put({ text })} />
    </section>
  );
};

const Next = ({ is, value, lacks, settled }: { is: OpportunityView; value: Content; lacks: readonly Lack[]; settled: () => Promise<boolean> }) => {
  const l = useLocale();
  const go = useGo();
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Refused>();
  const n = lacks.length;
  const post = async () => {
    setBusy(true);
    await settled();
    const answer = await api.post(`/api/opportunities/${is.id}/post`);
    setBusy(false);
    if (!answer.ok) return setRefused(answer);
    tell(say.told(l));
    go(`/opportunities/${is.id}`);
  };
  return (
    <>
      <RefusalNote refused={refused} />
      <Dock state={<span><Say>{say.missing(l, { n })}</Say></span>}>
        {is.phase === 'draft'
          ? <Button kind="main" busy={busy ? say.telling(l) : undefined} notYet={n > 0 ? say.notYet(l, { n }) : undefined} onClick={() => void post()}><Say>{say.tellAct(l, { n: value.plan.named.length })}</Say></Button>
          : <LinkButton kind="main" href={`/opportunities/${is.id}`}>{say.editDone(l)}</LinkButton>}
      </Dock>
    </>
  );
};
