// Questions without a name, answered once for all who may see it.
import { useState } from 'preact/hooks';
import { newId } from '#kernel/ids.ts';
import { useAct } from '#features/people/web/door.tsx';
import { api } from '#web/api.ts';
import { useLocale, useReload } from '#web/context.tsx';
import { browserRandom } from '#web/random.ts';
import { UserText } from '#web/text/say.tsx';
import { Button } from '#web/ui/button.tsx';
import { RefusalNote } from '#web/ui/note.tsx';
import { TextArea } from '#web/ui/text-field.tsx';
import { tell } from '#web/ui/toast.tsx';
import * as say from '#words/opportunities.ts';
import { LIMITS } from '../rules/limits.ts';
import type { OpportunityView, QuestionView } from '../rules/present.ts';

export const Questions = ({ of: o }: { of: OpportunityView }) => {
  const l = useLocale();
  return (
    <div class="stack">
      {o.questions.length === 0 && <p class="meta">{say.questionsNone(l)}</p>}
      <ul class="list tight">{o.questions.map((one) => <One key={one.id} of={one} mayReply={o.may.reply} />)}</ul>
      {o.may.ask && <AskPoster id={o.id} />}
    </div>
  );
};

const One = ({ of: q, mayReply }: { of: QuestionView; mayReply: boolean }) => {
  const l = useLocale();
  return (
    <li class="stack near">
      <UserText text={q.text} lang={q.lang} />
      {(q.mine || q.answer === null) && <p class="meta">{[q.mine && say.questionMine(l), q.answer === null && say.questionWaits(l)].filter(Boolean).join(' · ')}</p>}
      {q.answer && <div class="answer-box"><UserText text={q.answer.text} lang={q.answer.lang} /></div>}
      {q.answer === null && mayReply && <Reply id={q.id} />}
    </li>
  );
};

const Reply = ({ id }: { id: string }) => {
  const l = useLocale();
  const reload = useReload();
  const { busy, refused, run } = useAct();
  const [text, setText] = useState('');
  const send = async () => { if ((await run(() => api.post(`/api/opportunity-questions/${id}/answer`, { text, lang: l }))) !== undefined) await reload(); };
  return (
    <div class="stack near">
      <TextArea label={say.answerLabel(l)} lang={l} rows={2} maxLength={LIMITS.text} value={text} onValue={setText} />
      <RefusalNote refused={refused} />
      <div><Button small busy={busy ? say.answerSend(l) : undefined} onClick={() => void send()}>{say.answerSend(l)}</Button></div>
    </div>
  );
};

const AskPoster = ({ id }: { id: string }) => {
  const l = useLocale();
  const reload = useReload();
  const { busy, refused, run } = useAct();
  const [text, setText] = useState('');
  const send = async () => {
    if ((await run(() => api.post(`/api/opportunities/${id}/questions`, { id: newId(new Date(), browserRandom), text, lang: l }))) === undefined) return;
    setText('');
    tell(say.questionSent(l));
    await reload();
  };
  return (
    <details class="why">
      <summary>{say.questionAsk(l)}</summary>
      <div class="stack above-2">
        <TextArea label={say.questionLabel(l)} hint={say.questionHint(l)} lang={l} rows={2} maxLength={LIMITS.question} value={text} onValue={setText} />
        <RefusalNote refused={refused} />
        <div><Button busy={busy ? say.questionSend(l) : undefined} onClick={() => void send()}>{say.questionSend(l)}</Button></div>
      </div>
    </details>
  );
};
