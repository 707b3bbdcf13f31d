// Applying: who reads it, what goes along, until when it is kept; afterwards what became of it.
import './applications.css';
import { useEffect, useState } from 'preact/hooks';
import type { Part } from '#features/candidates/rules/vocabulary.ts';
import { useAct } from '#features/people/web/door.tsx';
import { writtenIn } from '#features/people/rules/written-in.ts';
import { newId } from '#kernel/ids.ts';
import type { Locale } from '#kernel/locale.ts';
import { api } from '#web/api.ts';
import { named, useHere, useLocale } from '#web/context.tsx';
import type { PageProps } from '#web/page.ts';
import { browserRandom } from '#web/random.ts';
import { Say, UserRun, UserText } from '#web/text/say.tsx';
import { Day } from '#web/text/when.tsx';
import { Button } from '#web/ui/button.tsx';
import { Check } from '#web/ui/choice.tsx';
import { Confirm } from '#web/ui/dialog.tsx';
import { Dock } from '#web/ui/dock.tsx';
import { Note, RefusalNote } from '#web/ui/note.tsx';
import { TextArea } from '#web/ui/text-field.tsx';
import * as say from '#words/applications.ts';
import * as sayCv from '#words/candidates.ts';
import { LIMITS } from '../rules/limits.ts';
import type { ApplyView, MineView } from '../rules/present.ts';
import { stateText } from './state.ts';

export const title = (l: Locale): string => say.applyTitle(l);

const partWords: Readonly<Record<Part, (l: Locale) => string>> = {
  summary: sayCv.partSummary, training: sayCv.partTraining, posts: sayCv.partPosts, procedures: sayCv.partProcedures, publications: sayCv.partPublications, languages: sayCv.partLanguages, certificates: sayCv.partCertificates,
};
const order = Object.keys(partWords) as Part[];

export const View = ({ data: { view } }: PageProps<{ view: ApplyView }>) => {
  const l = useLocale();
  const what = named(l, { nameEn: view.offer.titleEn, nameFa: view.offer.titleFa }) || say.untitled(l);
  return (
    <>
      <p class="eyebrow"><a href={`/opportunities/${view.offer.id}`}><UserRun text={what} lang={writtenIn(what, l)} /></a></p>
      <h1>{say.applyTitle(l)}</h1>
      {view.mine ? <Given mine={view.mine} /> : view.offer.open ? <Form view={view} /> : <Note kind="wait">{say.closed(l)}</Note>}
    </>
  );
};

/** Words typed and not sent stay on this device until they are. */
const useKept = (key: string) => {
  const [words, setWords] = useState('');
  useEffect(() => {
    try { setWords((typed) => typed || (localStorage.getItem(key) ?? '')); } catch { /* forbidden */ }
  }, []);
  const put = (text: string) => {
    setWords(text);
    try { localStorage.setItem(key, text); } catch { /* full or forbidden */ }
  };
  const forget = () => { try { localStorage.removeItem(key); } catch { /* forbidden */ } };
  return { words, put, forget };
};

const Form = ({ view }: { view: ApplyView }) => {
  const { l, now, acts } = useHere();
  const kept = useKept(`application ${view.offer.id}`);
  const [parts, setParts] = useState<readonly Part[]>(view.filled);
  const [letters, setLetters] = useState<readonly string[]>(view.letters.filter(({ once }) => !once).map(({ id }) => id));
  const [evidence, setEvidence] = useState(true);
  const { busy, refused, run } = useAct();
  const send = async () => {
    const body = { id: newId(now, browserRandom), lang: writtenIn(kept.words, l), words: kept.words, parts, evidence, letters };
    if (!(await run(() => api.post(`/api/opportunities/${view.offer.id}/application`, body)))) return;
    kept.forget();
    await acts.reload();
  };
  return (
    <>
      <p>{say.applyLead(l)}</p>
      <div class="stack far">
        <section class="sheet">
          <h2>{say.readers(l)}</h2>
          <ul class="list tight">{view.readers.map((one) => <li key={one.id}><bdi>{named(l, one)}</bdi></li>)}</ul>
          <p class="meta">{say.readersHint(l)}</p>
        </section>
        <TextArea label={say.words(l)} hint={say.wordsHint(l)} value={kept.words} lang={writtenIn(kept.words, l)} onValue={kept.put} maxLength={LIMITS.words} rows={6} />
        <fieldset class="field">
          <legend class="lab">{say.parts(l)}</legend>
          {order.map((part) => <Check key={part} checked={parts.includes(part)} onValue={(on) => setParts(order.filter((one) => (one === part ? on : parts.includes(one))))} hint={view.filled.includes(part) ? undefined : say.partEmpty(l)}>{partWords[part](l)}</Check>)}
          <Check checked={evidence} onValue={setEvidence}>{say.withEvidence(l)}</Check>
        </fieldset>
        <fieldset class="field">
          <legend class="lab">{say.letters(l)}</legend>
          {view.letters.length === 0 && <p class="meta">{say.lettersNone(l)}</p>}
          {view.letters.map((one) => <Check key={one.id} checked={letters.includes(one.id)} onValue={(on) => setLetters(on ? [...letters, one.id] : letters.filter((id) => id !== one.id))} hint={one.once ? say.letterOnce(l) : undefined}><bdi>{named(l, one.writer)}</bdi></Check>)}
          {view.letters.length > 0 && <p class="meta">{say.lettersHint(l)}</p>}
        </fieldset>
        <p class="meta">{say.keptUntil(l)} <Day at={view.keepUntil} />. {say.keptHint(l)}</p>
        <RefusalNote refused={refused} />
      </div>
      <Dock><Button kind="main" onClick={() => void send()} busy={busy ? say.sending(l) : undefined} notYet={parts.length === 0 ? say.wantPart(l) : undefined}>{say.send(l)}</Button></Dock>
    </>
  );
};

const Given = ({ mine }: { mine: MineView }) => {
  const { l, acts } = useHere();
  const [sure, setSure] = useState(false);
  const { busy, refused, run } = useAct();
  const withdraw = async () => {
    setSure(false);
    if (await run(() => api.del(`/api/applications/${mine.id}`))) await acts.reload();
  };
  return (
    <div class="stack far">
      <Note kind="plain">{mine.withdrawnAt === null && mine.decision === null ? say.sent(l) : stateText(l, mine)}</Note>
      {mine.decision && (
        <section class="sheet stack">
          <p class="meta"><Say>{say.decisionFrom(l, { name: named(l, mine.decision.by) })}</Say></p>
          <UserText text={mine.decision.words} lang={mine.decision.lang} />
        </section>
      )}
      {mine.words !== '' && <section class="sheet"><h2>{say.words(l)}</h2><UserText text={mine.words} lang={mine.lang} /></section>}
      <section><h2>{say.parts(l)}</h2><p>{mine.parts.map((part) => partWords[part](l)).join(l === 'fa' ? '، ' : ', ')}</p></section>
      {mine.letters.length > 0 && <section><h2>{say.letters(l)}</h2><ul class="list tight">{mine.letters.map((one) => <li key={one.id}><a href={one.check}><bdi>{named(l, one.writer)}</bdi></a></li>)}</ul></section>}
      <p class="meta">{say.sentAt(l)} <Day at={mine.at} /> · {say.keptUntil(l)} <Day at={mine.expiresAt} />. {say.keptHint(l)}</p>
      <RefusalNote refused={refused} />
      {mine.withdrawnAt === null && mine.decision === null && <div><Button kind="stop" onClick={() => setSure(true)} busy={busy ? say.withdrawing(l) : undefined}>{say.withdraw(l)}</Button></div>}
      <Confirm open={sure} question={say.withdrawAsk(l)} act={say.withdraw(l)} onYes={() => void withdraw()} onNo={() => setSure(false)} />
    </div>
  );
};
