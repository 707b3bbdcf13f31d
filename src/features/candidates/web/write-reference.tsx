// Writing a reference: kept as typed, signed by one act. Leaving it tells nobody.
import './cv.css';
import { useState } from 'preact/hooks';
import { newId } from '#kernel/ids.ts';
import type { Locale } from '#kernel/locale.ts';
import { useAct } from '#features/people/web/door.tsx';
import { api } from '#web/api.ts';
import { useSavedAsTyped } from '#web/autosave.ts';
import { named, useHere } from '#web/context.tsx';
import type { PageProps } from '#web/page.ts';
import { browserRandom } from '#web/random.ts';
import { Say, UserText } from '#web/text/say.tsx';
import { Button } from '#web/ui/button.tsx';
import { Check, Seg } from '#web/ui/choice.tsx';
import { Confirm } from '#web/ui/dialog.tsx';
import { Dock } from '#web/ui/dock.tsx';
import { RefusalNote } from '#web/ui/note.tsx';
import { SavedLine, TwoVersions } from '#web/ui/saved-line.tsx';
import { TextArea } from '#web/ui/text-field.tsx';
import { both } from '#web/words.ts';
import * as say from '#words/candidates.ts';
import type { WritingView } from '../rules/reference-view.ts';
import type { ReferenceDraft } from '../rules/reference-wire.ts';
import { REFERENCES } from '../rules/vocabulary.ts';
import { Scopes } from './scopes.tsx';

type Data = { writing: WritingView };
export const title = (l: Locale): string => say.refWriteTitlePlain(l);

export const View = ({ data: { writing } }: PageProps<Data>) => {
  const { l, now, acts } = useHere();
  const path = `/api/reference-asks/${writing.id}`;
  const read = async () => {
    const answer = await api.get<WritingView>(path);
    return answer.ok ? { ok: true as const, value: { value: answer.value.draft, version: answer.value.version, savedAt: answer.value.savedAt ?? undefined } } : answer;
  };
  const draft = useSavedAsTyped<ReferenceDraft>(`${path}/draft`, { value: writing.draft, version: writing.version }, { what: both(say.refWriteTitlePlain), open: `/references/${writing.id}/write`, read });
  const [leaving, setLeaving] = useState(false);
  const { busy, refused, run } = useAct();
  const { value, change } = draft;
  const name = named(l, writing.person);
  const lacks = value.scopes.length === 0 ? say.refWantScope(l) : value.text.trim().length < 20 ? say.refTooShort(l) : undefined;
  const sign = async () => {
    await draft.settled();
    if (await run(() => api.post(`${path}/letter`, { id: newId(now, browserRandom), ...value }))) acts.go('/me/references');
  };
  const leave = async () => { if (await run(() => api.post(`${path}/decline`))) acts.go('/me/references'); };
  return (
    <>
      <h1><Say>{say.refWriteTitle(l, { name })}</Say></h1>
      <section class="sheet"><p class="meta"><Say>{say.refAskedFor(l, { name })}</Say></p><UserText text={writing.purpose} lang={writing.lang} /></section>
      <TwoVersions mine={value} conflict={draft.conflict} show={(one) => <UserText text={one.text} lang={one.lang} />} />
      <div class="stack above-4">
        <Seg label={say.refLang(l)} value={value.lang} onValue={(lang) => change({ lang })} options={[{ value: 'fa', label: say.inPersian(l) }, { value: 'en', label: say.inEnglish(l) }]} />
        <TextArea label={say.refWords(l)} hint={say.refWordsHint(l)} value={value.text} lang={value.lang} onValue={(text) => change({ text })} maxLength={REFERENCES.text} rows={10} />
        <SavedLine state={draft.state} />
        <Scopes value={value.scopes} onValue={(scopes) => change({ scopes })} />
        <Seg label={say.refHolds(l)} value={String(value.months)} onValue={(months) => change({ months: Number(months) as ReferenceDraft['months'] })} options={REFERENCES.months.map((n) => ({ value: String(n), label: say.refMonths(l, { n }) }))} />
        <Check checked={value.mayRead} onValue={(mayRead) => change({ mayRead })} hint={say.refMayReadHint(l)}><Say>{say.refMayRead(l, { name })}</Say></Check>
        <Check checked={value.reuse} onValue={(reuse) => change({ reuse })} hint={say.refReuseHint(l)}>{say.refReuseAsk(l)}</Check>
        <RefusalNote refused={refused} />
      </div>
      <Dock>
        <Button kind="main" onClick={() => void sign()} busy={busy ? say.refSigning(l) : undefined} notYet={lacks}>{say.refSign(l)}</Button>
        <Button kind="bare" onClick={() => setLeaving(true)}>{say.refDecline(l)}</Button>
      </Dock>
      <Confirm open={leaving} question={say.refDeclineAsk(l, { name })} act={say.refDeclineAct(l)} onYes={() => void leave()} onNo={() => setLeaving(false)} />
    </>
  );
};
