// One question, being written: saved as typed, left and resumed at any field.

import { useEffect, useRef, useState } from 'preact/hooks';
import { useSavedAsTyped } from '#web/autosave.ts';
import { api } from '#web/api.ts';
import { useGo, useHere, useLocale, usePerson } from '#web/context.tsx';
import { device } from '#web/device.ts';
import { onOutbox, waitingDraft, waitingNow } from '#web/outbox.ts';
import { later } from '#web/later.tsx';
import type { PageProps } from '#web/page.ts';
import { Button, LinkButton } from '#web/ui/button.tsx';
import { Dock } from '#web/ui/dock.tsx';
import { Empty } from '#web/ui/note.tsx';
import { SavedLine, TwoVersions } from '#web/ui/saved-line.tsx';
import { both } from '#web/words.ts';
import type { Locale } from '#kernel/locale.ts';
import * as say from '#words/cases.ts';
import { type Lack, lacks as lacksOf } from '../rules/missing.ts';
import { ageKey, blankKey, type CaseForEdit, type Content, contentOf, freshCase, MISSING, startOf } from './form/draft.ts';
import { FormProvider, formOver } from './form/form.tsx';
import { MissingAside, Sections } from './form/sections.tsx';
import './case-form.css';

const Outline = later(async () => (await import('./form/outline.tsx')).Outline);

type Data = { readonly case?: CaseForEdit };
export const title = (l: Locale): string => say.formDraftTitle(l);

/** A draft begun without network stands on this device only: then it is known by what waits. */
export const View = ({ data, params }: PageProps<Data>) => {
  const { l, now } = useHere();
  const id = params.id ?? '';
  const [here, setHere] = useState(data.case !== undefined);
  useEffect(() => {
    if (here) return undefined;
    const look = () => setHere((was) => was || waitingNow().some((one) => one.id === startOf(id)) || waitingDraft(`/api/cases/${id}`) !== undefined);
    look();
    return onOutbox(look);
  }, [id]);
  if (data.case !== undefined && !data.case.may.edit) return <Empty sentence={say.formNotHere(l)}><LinkButton href={`/cases/${id}`}>{say.formBack(l)}</LinkButton></Empty>;
  if (!here) return <Empty sentence={say.formNotHere(l)}><LinkButton href="/cases">{say.formToCases(l)}</LinkButton></Empty>;
  return <Newest is={data.case ?? freshCase(id, l, now)} known={data.case !== undefined} />;
};

/**
 * What was sent while a page was being left may have reached the node after this page was read from it. So the node is asked once more,
 * and a newer version takes the place of one that nobody has touched yet; after that the draft's own two-versions rule holds.
 */
const Newest = ({ is, known }: { is: CaseForEdit; known: boolean }) => {
  const [newest, setNewest] = useState(is);
  const touched = useRef(false);
  const { id: personId } = usePerson();
  const touch = () => {
    if (!touched.current) void device.drop('kept', blankKey(personId));
    touched.current = true;
  };
  const path = `/api/cases/${is.id}`;
  useEffect(() => {
    if (!known) return;
    void api.get<CaseForEdit>(path).then((answer) => {
      if (answer.ok && answer.value.version > is.version && !touched.current && waitingDraft(path) === undefined) setNewest(answer.value);
    });
  }, [path]);
  return <Writing key={newest.version} is={newest} onTouch={touch} />;
};

/** The exact age, kept on this device only. */
const useAge = (caseId: string): [number | undefined, (age: number | undefined) => void] => {
  const [age, setAge] = useState<number | undefined>(undefined);
  useEffect(() => void device.get<number>('kept', ageKey(caseId)).then(setAge), [caseId]);
  const keep = (next: number | undefined) => {
    setAge(next);
    void (next === undefined ? device.drop('kept', ageKey(caseId)) : device.put('kept', ageKey(caseId), next));
  };
  return [age, keep];
};

const Writing = ({ is, onTouch }: { is: CaseForEdit; onTouch: () => void }) => {
  const l = useLocale();
  const path = `/api/cases/${is.id}`;
  const draft = useSavedAsTyped<Content>(path, { value: contentOf(is), version: is.version, savedAt: is.editedAt }, {
    what: both(say.formSaveWhat), open: `/cases/${is.id}/edit`, after: [startOf(is.id)],
    read: async () => {
      const answer = await api.get<CaseForEdit>(path);
      return answer.ok ? { ok: true, value: { value: contentOf(answer.value), version: answer.value.version, savedAt: answer.value.editedAt } } : answer;
    },
  });
  const [age, setAge] = useAge(is.id);
  const change: typeof draft.change = (patch) => {
    onTouch();
    draft.change(patch);
  };
  const form = formOver(is, draft.value, change, age, setAge);
  const lacks = lacksOf(draft.value);
  return (
    <FormProvider value={form}>
      <div class="split"><h1>{is.phase === 'draft' ? say.formNew(l) : say.formEdit(l)}</h1><SavedLine state={draft.state} /></div>
      <TwoVersions mine={draft.value} conflict={draft.conflict} show={(value) => <Outline of={value} />} />
      <div class="cols case-form">
        <Sections />
        <MissingAside lacks={lacks} />
      </div>
      <Next is={is} missing={lacks.filter((one) => one.must)} settled={draft.settled} />
    </FormProvider>
  );
};

const Next = ({ is, missing, settled }: { is: CaseForEdit; missing: readonly Lack[]; settled: () => Promise<boolean> }) => {
  const l = useLocale();
  const go = useGo();
  const [busy, setBusy] = useState(false);
  const n = missing.length;
  const choose = async () => {
    setBusy(true);
    await settled();
    setBusy(false);
    go(`/cases/${is.id}/ask`);
  };
  const look = (event: Event) => {
    event.preventDefault();
    void import('./form/lack-place.ts').then(({ goTo, lackPlace }) => goTo(missing[0] === undefined ? MISSING : lackPlace(missing[0])));
  };
  return (
    <Dock state={<><a href={`#${MISSING}`} onClick={look}>{say.formMissing(l, { n })}</a><span class="meta only-wide">{is.phase === 'draft' ? say.formNothingSent(l) : ''}</span></>}>
      {n > 0 && <span class="only-wide"><Button onClick={look}>{say.formSeeMissing(l)}</Button></span>}
      {is.phase === 'draft'
        ? <Button kind="main" busy={busy ? say.formChoose(l) : undefined} notYet={n > 0 ? say.formNotYet(l, { n }) : undefined} onClick={() => void choose()}>{say.formChoose(l)}</Button>
        : <LinkButton href={`/cases/${is.id}`} kind="main">{say.formBack(l)}</LinkButton>}
    </Dock>
  );
};
