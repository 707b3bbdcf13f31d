// The decision: recorded once by the asker, told to every adviser.

import { useState } from 'preact/hooks';
import { api } from '#web/api.ts';
import { named, useHere, useReload } from '#web/context.tsx';
import type { Refused } from '#web/refusals.ts';
import { UserText } from '#web/text/say.tsx';
import { When } from '#web/text/when.tsx';
import { Button } from '#web/ui/button.tsx';
import { Check, Select } from '#web/ui/choice.tsx';
import { RefusalNote } from '#web/ui/note.tsx';
import { Section } from '#web/ui/strips.tsx';
import { TextArea, TextField } from '#web/ui/text-field.tsx';
import { tell } from '#web/ui/toast.tsx';
import { stanceWords } from '#features/opinions/web/door.tsx';
import { stances } from '#features/opinions/rules/choices.ts';
import * as say from '#words/story.ts';
import type { CaseView } from '../rules/present.ts';
import { inLanguage } from './said.ts';

type Choice = (typeof stances)[number];

export const DecisionOf = ({ of: c }: { of: CaseView }) => {
  const { l } = useHere();
  if (c.decision) {
    const d = c.decision;
    const text = inLanguage(l, { en: d.texts.en?.text, fa: d.texts.fa?.text }, c.lang);
    const thanks = inLanguage(l, { en: d.texts.en?.thanks, fa: d.texts.fa?.thanks }, c.lang);
    return (
      <Section title={say.pageDecision(l)} n={<When at={d.at} coarse={c.hidden} />}>
        <p><b>{stanceWords[d.choice as Choice]?.(l) ?? d.choice}</b></p>
        {text && <UserText {...text} />}
        {thanks && <UserText class="said meta" {...thanks} />}
      </Section>
    );
  }
  return c.may.decide ? <div id="decision"><Record of={c} /></div> : null;
};

const Record = ({ of: c }: { of: CaseView }) => {
  const { l } = useHere();
  const reload = useReload();
  const [open, setOpen] = useState(false);
  const [choice, setChoice] = useState<Choice>();
  const [text, setText] = useState('');
  const [thanks, setThanks] = useState('');
  const [followed, setFollowed] = useState<readonly string[]>([]);
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Refused>();
  const opinions = c.opinions === 'sealed' ? [] : c.opinions;
  const send = async () => {
    if (!choice) return;
    setBusy(true);
    const done = await api.post<{ told: number }>(`/api/cases/${c.id}/decision`, {
      lang: l, choice, followed, texts: { [l]: { ...(text.trim() ? { text: text.trim() } : {}), ...(thanks.trim() ? { thanks: thanks.trim() } : {}) } },
    });
    setBusy(false);
    if (!done.ok) return setRefused(done);
    tell(say.pageDecided(l, { n: done.value.told }));
    await reload();
  };
  if (!open) return <Section title={say.pageDecision(l)}><Button icon="check" onClick={() => setOpen(true)}>{say.pageDecide(l)}</Button></Section>;
  return (
    <Section title={say.pageDecide(l)}>
      <div class="sheet stack">
        <p class="meta">{say.pageDecideLead(l)}</p>
        <Select label={say.pageChoice(l)} value={choice} options={stances.map((s) => ({ value: s, label: stanceWords[s](l) }))} onValue={setChoice} />
        <TextArea label={say.pageDecideText(l)} value={text} onValue={setText} lang={l} rows={3} maxLength={4000} />
        {opinions.length > 0 && (
          <fieldset class="field">
            <legend class="lab">{say.pageFollowed(l)}</legend>
            {opinions.map((o) => {
              const id = o.versions.at(-1)?.id as string;
              return <Check key={id} checked={followed.includes(id)} onValue={(on) => setFollowed(on ? [...followed, id] : followed.filter((f) => f !== id))}><bdi>{named(l, o.author)}</bdi></Check>;
            })}
            <span class="hint">{say.pageFollowedHint(l)}</span>
          </fieldset>
        )}
        <TextField label={say.pageDecideThanks(l)} value={thanks} onValue={setThanks} lang={l} maxLength={600} />
        <RefusalNote refused={refused} />
        <div class="row"><Button kind="main" onClick={send} busy={busy ? say.pageDeciding(l) : undefined} notYet={choice ? undefined : say.pageChoice(l)}>{say.pageDecide(l)}</Button></div>
      </div>
    </Section>
  );
};
