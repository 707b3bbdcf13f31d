// One candidate as those who choose read them: words, CV, references, notes, the answer.
import { useState } from 'preact/hooks';
import { Evidence, Paper } from '#features/candidates/web/door.tsx';
import { useAct } from '#features/people/web/door.tsx';
import { writtenIn } from '#features/people/rules/written-in.ts';
import { newId } from '#kernel/ids.ts';
import { api } from '#web/api.ts';
import { named, useHere, useLocale } from '#web/context.tsx';
import { browserRandom } from '#web/random.ts';
import { Say, UserText } from '#web/text/say.tsx';
import { Day } from '#web/text/when.tsx';
import { Button } from '#web/ui/button.tsx';
import { Seg } from '#web/ui/choice.tsx';
import { RefusalNote } from '#web/ui/note.tsx';
import { Chip } from '#web/ui/strips.tsx';
import { TextArea } from '#web/ui/text-field.tsx';
import * as say from '#words/applications.ts';
import * as sayCv from '#words/candidates.ts';
import { LIMITS, type outcomes } from '../rules/limits.ts';
import type { CandidateView, GivenLetter } from '../rules/present.ts';

type One = { one: CandidateView };

export const Candidate = ({ one }: One) => {
  const { l, acts } = useHere();
  const { busy, refused, run } = useAct();
  const path = `/api/applications/${one.id}`;
  const turn = async () => { if (await run(() => (one.shortlisted ? api.del(`${path}/shortlist`) : api.put(`${path}/shortlist`, {})))) await acts.reload(); };
  return (
    <article class="sheet stack">
      <div class="split">
        <h2><bdi>{named(l, one.person)}</bdi></h2>
        <span class="row keep">{one.shortlisted && <Chip>{say.shortlisted(l)}</Chip>}{one.decision && <Chip>{say.answered(l)}</Chip>}</span>
      </div>
      <p class="meta">{say.came(l)} <Day at={one.at} /> · {say.keptUntil(l)} <Day at={one.expiresAt} /></p>
      {one.words !== '' && <UserText text={one.words} lang={one.lang} />}
      <details class="more">
        <summary>{say.cv(l)}</summary>
        <div class="row"><a class="btn small" href={`${path}/pdf?lang=fa`}>{say.cvPdfFa(l)}</a><a class="btn small" href={`${path}/pdf?lang=en`}>{say.cvPdfEn(l)}</a></div>
        <Paper sheet={one.sheets[l]} />
      </details>
      {one.evidence && <details class="more"><summary>{sayCv.evidenceTitle(l)}</summary><Evidence card={one.evidence} /></details>}
      {one.letters.map((letter) => <Letter key={letter.id} letter={letter} />)}
      <div><Button small onClick={() => void turn()} busy={busy ? say.shortlist(l) : undefined}>{one.shortlisted ? say.unshortlist(l) : say.shortlist(l)}</Button></div>
      <RefusalNote refused={refused} />
      <Notes one={one} />
      {one.decision
        ? <section><h3>{one.decision.outcome === 'offered' ? say.decideOffer(l) : say.decideAnother(l)}</h3><p class="meta"><Say>{say.decisionFrom(l, { name: named(l, one.decision.by) })}</Say></p><UserText text={one.decision.words} lang={one.decision.lang} /></section>
        : <details class="more"><summary>{say.decide(l)}</summary><Answer one={one} /></details>}
    </article>
  );
};

const Letter = ({ letter }: { letter: GivenLetter }) => {
  const l = useLocale();
  return (
    <details class="more">
      <summary><Say>{say.reference(l, { name: named(l, letter.writer) })}</Say></summary>
      {letter.text === null ? <p class="meta">{say.referenceGone(l)}</p> : <UserText text={letter.text} lang={letter.lang} />}
      <p class="meta"><a href={letter.check}>{say.referenceCheck(l)}</a></p>
    </details>
  );
};

const Notes = ({ one }: One) => {
  const { l, now, acts } = useHere();
  const [text, setText] = useState('');
  const { busy, refused, run } = useAct();
  const add = async () => {
    if (!(await run(() => api.post(`/api/applications/${one.id}/notes`, { id: newId(now, browserRandom), lang: writtenIn(text, l), text: text.trim() })))) return;
    setText('');
    await acts.reload();
  };
  return (
    <details class="more" open={one.notes.length > 0}>
      <summary>{say.notes(l)}</summary>
      <p class="meta">{say.notesHint(l)}</p>
      {one.notes.length > 0 && <ul class="list tight">{one.notes.map((n) => <li key={n.id}><UserText text={n.text} lang={n.lang} /><p class="meta"><bdi>{named(l, n.author)}</bdi> · <Day at={n.at} /></p></li>)}</ul>}
      <TextArea label={say.note(l)} value={text} lang={writtenIn(text, l)} onValue={setText} maxLength={LIMITS.note} rows={2} />
      <RefusalNote refused={refused} />
      <div class="above-2"><Button small onClick={() => void add()} busy={busy ? say.noteAdd(l) : undefined} notYet={text.trim() === '' ? say.note(l) : undefined}>{say.noteAdd(l)}</Button></div>
    </details>
  );
};

const Answer = ({ one }: One) => {
  const { l, acts } = useHere();
  const [outcome, setOutcome] = useState<(typeof outcomes)[number]>();
  const [words, setWords] = useState('');
  const { busy, refused, run } = useAct();
  const send = async () => {
    if (outcome === undefined) return;
    if (await run(() => api.post(`/api/applications/${one.id}/decision`, { outcome, lang: writtenIn(words, l), words: words.trim() }))) await acts.reload();
  };
  return (
    <div class="stack">
      <p class="meta">{say.decideHint(l)}</p>
      <Seg label={say.decideWhat(l)} value={outcome} onValue={setOutcome} options={[{ value: 'offered', label: say.decideOffer(l) }, { value: 'another', label: say.decideAnother(l) }]} />
      <TextArea label={say.decideWords(l)} value={words} lang={writtenIn(words, l)} onValue={setWords} maxLength={LIMITS.kindWords} rows={3} />
      <RefusalNote refused={refused} />
      <div><Button kind="main" onClick={() => void send()} busy={busy ? say.sending(l) : undefined} notYet={outcome === undefined ? say.decideChoose(l) : words.trim() === '' ? say.decideWant(l) : undefined}>{say.decideSend(l)}</Button></div>
    </div>
  );
};
