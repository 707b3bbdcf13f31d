// The discussion below the opinions: the asker and those who have answered.

import { useState } from 'preact/hooks';
import { newId } from '#kernel/ids.ts';
import { api } from '#web/api.ts';
import { useHere, useReload } from '#web/context.tsx';
import { browserRandom } from '#web/random.ts';
import type { Refused } from '#web/refusals.ts';
import { Say, UserText } from '#web/text/say.tsx';
import { When } from '#web/text/when.tsx';
import { Button } from '#web/ui/button.tsx';
import { RefusalNote } from '#web/ui/note.tsx';
import { HiddenPerson, PersonLine } from '#web/ui/people.tsx';
import { Section } from '#web/ui/strips.tsx';
import { TextArea } from '#web/ui/text-field.tsx';
import * as say from '#words/story.ts';
import type { CaseView, RemarkView } from '../rules/present.ts';
import { referIn } from './film/links.ts';
import { cityOf, inLanguage } from './said.ts';

export const Talk = ({ of: c }: { of: CaseView }) => {
  const { l } = useHere();
  if (!c.may.remark && c.remarks.length === 0) return null;
  if (c.phase === 'draft' || (c.isMine && c.opinionsGiven === 0 && c.remarks.length === 0)) return null;
  return (
    <section id="talk"><Section title={say.pageTalk(l)}>
      {c.remarks.length > 0 && <ul class="list">{c.remarks.map((r) => <OneRemark key={r.id} of={r} page={c} />)}</ul>}
      {c.may.remark && <Write of={c} />}
    </Section></section>
  );
};

const OneRemark = ({ of: r, page }: { of: RemarkView; page: CaseView }) => {
  const { l } = useHere();
  const text = inLanguage(l, r.texts, r.lang);
  const run = r.pointer ? page.runs.findIndex((x) => x.id === r.pointer?.runId) + 1 : 0;
  return (
    <li class="stack near">
      {r.author ? <PersonLine of={r.author} detail={<>{r.byAsker ? say.pageAsker(l) : cityOf(l, r.author)} · <When at={r.at} coarse={page.hidden && r.byAsker} /></>} /> : <HiddenPerson detail={<When at={r.at} coarse />} />}
      {text && <UserText {...text} />}
      {r.pointer && run > 0 && <a href={`/cases/${page.id}/film?run=${run}&frame=${r.pointer.frame + 1}`}>{say.pageAt(l, { run, frame: r.pointer.frame + 1 })}</a>}
    </li>
  );
};

const Write = ({ of: c }: { of: CaseView }) => {
  const { l, query } = useHere();
  const [pointer, setPointer] = useState(referIn(query, c.runs) ?? null);
  const reload = useReload();
  const [text, setText] = useState('');
  const [id, setId] = useState(() => newId(new Date(), browserRandom));
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Refused>();
  const send = async () => {
    if (!text.trim()) return;
    setBusy(true);
    const done = await api.post(`/api/cases/${c.id}/remarks`, { id, lang: l, text: text.trim(), pointer });
    setBusy(false);
    if (!done.ok) return setRefused(done);
    setText('');
    setPointer(null);
    setRefused(undefined);
    setId(newId(new Date(), browserRandom));
    await reload();
  };
  return (
    <div class="stack">
      <TextArea label={say.pageWrite(l)} value={text} onValue={setText} lang={l} rows={2} maxLength={4000} />
      {pointer && <p class="row"><span class="meta"><Say>{say.pageRefers(l, { run: c.runs.findIndex((r) => r.id === pointer.runId) + 1, frame: pointer.frame + 1 })}</Say></span><Button kind="bare" small onClick={() => setPointer(null)}>{say.pageReferNot(l)}</Button></p>}
      <RefusalNote refused={refused} />
      <div class="row"><Button onClick={send} busy={busy ? say.pageSending(l) : undefined}>{say.pageSend(l)}</Button></div>
    </div>
  );
};
