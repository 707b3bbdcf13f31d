// An outcome in one tap. "An event" opens what happened; thanks go with every answer.

import { useState } from 'preact/hooks';
import type { Locale } from '#kernel/locale.ts';
import { api } from '#web/api.ts';
import { useLocale, useReload } from '#web/context.tsx';
import type { Refused } from '#web/refusals.ts';
import { Button } from '#web/ui/button.tsx';
import { RefusalNote } from '#web/ui/note.tsx';
import { TextArea, TextField } from '#web/ui/text-field.tsx';
import { tell } from '#web/ui/toast.tsx';
import * as say from '#words/story.ts';
import { detailsFor } from '#features/outcomes/rules/outcome.ts';
import { type OutcomeDetails, OutcomeDetailsForm } from '#features/outcomes/web/door.tsx';
import { resultWord } from './said.ts';

type Moment = 'hospital' | 'd30' | 'y1';
const answers = ['no-event', 'event', 'lost', 'died'] as const;
type Given = (typeof answers)[number] | 'not-done';

export const TellOutcome = ({ caseId, moment, lang }: { caseId: string; moment: Moment; lang: Locale }) => {
  const l = useLocale();
  const reload = useReload();
  const [chosen, setChosen] = useState<Given>();
  const [details, setDetails] = useState<OutcomeDetails>({});
  const [text, setText] = useState('');
  const [thanks, setThanks] = useState('');
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Refused>();
  const send = async (result: Given) => {
    setBusy(true);
    const done = await api.put<{ told: number }>(`/api/cases/${caseId}/outcomes/${moment}`, {
      lang, result, details: detailsFor(result, details),
      texts: { [lang]: { ...(text.trim() ? { text: text.trim() } : {}), ...(thanks.trim() ? { thanks: thanks.trim() } : {}) } },
    });
    setBusy(false);
    if (!done.ok) return setRefused(done);
    tell(say.outcomeTold(l, { n: done.value.told }));
    await reload();
  };
  const choices: Given[] = moment === 'hospital' ? [...answers, 'not-done'] : [...answers];
  return (
    <div class="stack">
      <fieldset class="row" aria-label={say.outcomeHow(l)}>
        {choices.map((result) => (
          <Button key={result} kind={chosen === result ? 'main' : 'plain'} onClick={() => setChosen(result)}>{resultWord(l, result)}</Button>
        ))}
      </fieldset>
      {chosen && (
        <div class="stack">
          {chosen === 'event' && <TextField label={say.outcomeWhich(l)} value={details.event ?? ''} onValue={(event) => setDetails({ ...details, event })} lang={lang} maxLength={80} />}
          {chosen !== 'lost' && chosen !== 'not-done' && <OutcomeDetailsForm moment={moment} result={chosen} details={details} onDetails={setDetails} />}
          <TextArea label={say.outcomeText(l)} hint={say.outcomeTextHint(l)} value={text} onValue={setText} lang={lang} rows={2} maxLength={4000} />
          <TextField label={say.outcomeThanks(l)} value={thanks} onValue={setThanks} lang={lang} maxLength={600} />
          <div class="row"><Button kind="main" onClick={() => send(chosen)} busy={busy ? say.outcomeTelling(l) : undefined}>{say.outcomeTell(l)}</Button></div>
        </div>
      )}
      <RefusalNote refused={refused} />
    </div>
  );
};
