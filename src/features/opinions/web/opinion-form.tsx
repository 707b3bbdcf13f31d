// The structured opinion, saved as typed; four things are wanted (stance, confidence, rationale, disclosure), the rest helps.

import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Both, Locale } from '#kernel/locale.ts';
import { newId } from '#kernel/ids.ts';
import { api } from '#web/api.ts';
import { useSavedAsTyped } from '#web/autosave.ts';
import { useLocale } from '#web/context.tsx';
import { browserRandom } from '#web/random.ts';
import type { Refused } from '#web/refusals.ts';
import { Say, UserText } from '#web/text/say.tsx';
import { Button } from '#web/ui/button.tsx';
import { Seg, Select } from '#web/ui/choice.tsx';
import { Confirm } from '#web/ui/dialog.tsx';
import { Note, RefusalNote } from '#web/ui/note.tsx';
import { SavedLine, TwoVersions } from '#web/ui/saved-line.tsx';
import { TextArea, TextField } from '#web/ui/text-field.tsx';
import { tell } from '#web/ui/toast.tsx';
import * as say from '#words/opinions.ts';
import * as sayWeb from '#words/web.ts';
import { opinionLacks } from '../rules/opinion.ts';
import { disclosures, stances } from '../rules/choices.ts';
import type { OpinionTexts, SaveOpinion } from '../rules/wire.ts';
import { KitAndAccess } from './kit.tsx';
import { disclosureWords, type Shelf, stanceWords } from './said.ts';

export type Content = Omit<SaveOpinion, 'version'>;
type Given = { id: string; version: number };

/** Everything that both a first opinion and a revision are written with. */
const Fields = ({ value, change, marked, shelf }: { value: Content; change: (patch: Partial<Content>) => void; marked: ReadonlySet<string>; shelf: Shelf }) => {
  const l = useLocale();
  const texts = value.texts[value.lang] ?? {};
  const write = (patch: OpinionTexts) => change({ texts: { ...value.texts, [value.lang]: { ...texts, ...patch } } });
  const body = (patch: Content['body']) => change({ body: { ...value.body, ...patch } });
  const wanted = (field: string) => (marked.has(field) ? say.formWanted(l) : undefined);
  return (
    <div class="two">
      <Select label={say.formStance(l)} error={wanted('stance')} value={value.body.stance} options={stances.map((s) => ({ value: s, label: stanceWords[s](l) }))} onValue={(stance) => stance && body({ stance })} />
      <TextField label={say.formHeadline(l)} hint={say.formHeadlineHint(l)} value={texts.headline ?? ''} onValue={(headline) => write({ headline })} lang={value.lang} maxLength={160} />
      <TextArea wide label={say.formStrategy(l)} value={texts.strategy ?? ''} onValue={(strategy) => write({ strategy })} lang={value.lang} maxLength={4000} />
      <TextArea wide label={say.formRationale(l)} error={wanted('rationale')} value={texts.rationale ?? ''} onValue={(rationale) => write({ rationale })} lang={value.lang} maxLength={4000} />
      <details class="wide more" open={(value.body.kit?.length ?? 0) > 0 || Boolean(texts.bailOut || texts.stop)}>
        <summary>{say.formMore(l)}</summary>
        <div class="two">
          <KitAndAccess body={value.body} onBody={body} lang={value.lang} shelf={shelf} />
          <TextArea label={say.formBailOut(l)} value={texts.bailOut ?? ''} onValue={(bailOut) => write({ bailOut })} lang={value.lang} rows={2} maxLength={4000} />
          <TextArea label={say.formStop(l)} value={texts.stop ?? ''} onValue={(stop) => write({ stop })} lang={value.lang} rows={2} maxLength={4000} />
        </div>
      </details>
      <Seg
        label={say.formConfidence(l)} error={wanted('confidence')} value={value.body.confidence === undefined ? undefined : (String(value.body.confidence) as '1')}
        options={(['1', '2', '3', '4', '5'] as const).map((n) => ({ value: n, label: <bdi>{n}/5</bdi> }))} onValue={(n) => body({ confidence: Number(n) })}
      />
      <Seg label={say.formDisclosure(l)} error={wanted('disclosure')} value={value.body.disclosure} options={disclosures.map((d) => ({ value: d, label: disclosureWords[d](l) }))} onValue={(disclosure) => body({ disclosure })} />
      {value.body.disclosure && value.body.disclosure !== 'none' && (
        <TextField label={say.formDisclosureNote(l)} value={texts.disclosureNote ?? ''} onValue={(disclosureNote) => write({ disclosureNote })} lang={value.lang} maxLength={160} />
      )}
    </div>
  );
};

const useGiving = (caseId: string, marks: readonly string[], onGiven: () => void | Promise<void>) => {
  const l = useLocale();
  const [id] = useState(() => newId(new Date(), browserRandom));
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Refused>();
  const give = async (value: Content) => {
    setBusy(true);
    const body = marks.length > 0 ? { ...value.body, marks: [...marks] } : value.body;
    const done = await api.post<Given>(`/api/cases/${caseId}/opinions`, { id, ...value, body });
    setBusy(false);
    if (!done.ok) return setRefused(done);
    tell(say.formGiven(l));
    await onGiven();
  };
  return { give, busy, refused };
};

/** A first opinion. `saved` is what the node keeps of the draft. */
export const OpinionForm = ({ caseId, saved, shelf, what, marks, pointing, onGiven }: {
  caseId: string;
  /** Ids of one's own marks on the film: they go with the opinion. */
  marks: readonly string[];
  /** Those marks in words, and the way to make one. */
  pointing?: ComponentChildren;
  saved: { value: Content; version: number };
  shelf: Shelf;
  /** What the outbox calls it. */
  what: Both;
  onGiven: () => void | Promise<void>;
}) => {
  const l = useLocale();
  const draft = useSavedAsTyped<Content>(`/api/cases/${caseId}/opinion`, saved, { what, open: `/cases/${caseId}#opinion` });
  const { give, busy, refused } = useGiving(caseId, marks, onGiven);
  const [asked, setAsked] = useState(false);
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  const start = () => {
    const lacks = opinionLacks(draft.value);
    setMarked(new Set(lacks));
    if (lacks.length === 0) setAsked(true);
    else document.getElementById('opinion')?.scrollIntoView();
  };
  const finish = async () => {
    setAsked(false);
    await draft.settled();
    await give(draft.value);
  };
  return (
    <section id="opinion" class="sheet answer stack">
      <h2>{say.formTitle(l)}</h2>
      <p class="meta">{say.formLead(l)} <SavedLine state={draft.state} /></p>
      <TwoVersions mine={draft.value} conflict={draft.conflict} show={(v) => <UserText text={v.texts[v.lang]?.rationale ?? ''} lang={v.lang} />} />
      <Fields value={draft.value} change={draft.change} marked={marked} shelf={shelf} />
      {pointing}
      {marked.size > 0 && opinionLacks(draft.value).length > 0 && <Note kind="stop"><Say>{say.incomplete(l, { n: opinionLacks(draft.value).length })}</Say></Note>}
      <RefusalNote refused={refused} />
      <div class="row"><Button kind="main" icon="seal" onClick={start} busy={busy ? say.formGiving(l) : undefined}>{say.formGive(l)}</Button></div>
      <p class="meta">{say.formPeer(l)}</p>
      <Confirm open={asked} kind="main" question={say.formAsk(l)} act={say.formGive(l)} onYes={finish} onNo={() => setAsked(false)} />
    </section>
  );
};

/** A revision after the reveal: begins from the last version, becomes the next. */
export const RevisionForm = ({ caseId, from, version, shelf, marks, onGiven, onClose }: { caseId: string; marks: readonly string[]; from: Content; version: number; shelf: Shelf; onGiven: () => void | Promise<void>; onClose: () => void }) => {
  const l = useLocale();
  const [value, setValue] = useState(from);
  const { give, busy, refused } = useGiving(caseId, marks, onGiven);
  const lacks = opinionLacks(value);
  return (
    <section id="opinion" class="sheet answer stack">
      <h2>{say.formRevise(l)}</h2>
      <p class="meta"><Say>{say.formReviseLead(l, { n: version })}</Say></p>
      <Fields value={value} change={(patch) => setValue((now) => ({ ...now, ...patch }))} marked={new Set(lacks)} shelf={shelf} />
      <RefusalNote refused={refused} />
      <div class="row">
        <Button kind="main" onClick={() => give(value)} busy={busy ? say.formGiving(l) : undefined} notYet={lacks.length > 0 ? say.formWanted(l) : undefined}>{say.formGiveRevision(l, { n: version })}</Button>
        <Button kind="bare" onClick={onClose}>{sayWeb.cancel(l)}</Button>
      </div>
    </section>
  );
};

export const emptyOpinion = (lang: Locale): Content => ({ lang, body: {}, texts: {} });
