import { useState } from 'preact/hooks';
import type { Locale } from '#kernel/locale.ts';
import { writtenIn } from '#features/people/rules/written-in.ts';
import { layerText, lineText, plainName, titledName, useAct } from '#features/people/web/door.tsx';
import { api } from '#web/api.ts';
import { useHere, useLocale, useNow } from '#web/context.tsx';
import type { PageProps } from '#web/page.ts';
import { Say, UserRun, X } from '#web/text/say.tsx';
import { Day } from '#web/text/when.tsx';
import { Button } from '#web/ui/button.tsx';
import { Empty, RefusalNote } from '#web/ui/note.tsx';
import { PersonLine } from '#web/ui/people.tsx';
import { Facts } from '#web/ui/strips.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import { tell } from '#web/ui/toast.tsx';
import * as say from '#words/stewardship.ts';
import type { StewardPerson } from '../rules/present.ts';
import { StewardFrame } from './steward-frame.tsx';

export const title = (l: Locale): string => say.queueTitle(l);

export const View = ({ data: { queue } }: PageProps<{ queue: StewardPerson[] }>) => {
  const l = useLocale();
  return (
    <StewardFrame at="/steward" title={say.queueTitle(l)} lead={say.queueLead(l)}>
      {queue.length === 0 ? <Empty sentence={say.queueNone(l)} /> : <ul class="stack far">{queue.map((one) => <li key={one.id}><Waiting one={one} /></li>)}</ul>}
    </StewardFrame>
  );
};

const Waiting = ({ one }: { one: StewardPerson }) => {
  const { l, acts } = useHere();
  const [note, setNote] = useState('');
  const { busy, refused, run } = useAct();
  const record = async (layer: 'document' | 'register') => {
    if ((await run(() => api.post(`/api/steward/people/${one.id}/layers`, { layer, note }))) === undefined) return;
    tell(say.queueDone(l, { name: plainName(l, one) }));
    await acts.reload();
  };
  return (
    <article class="sheet stack">
      <PersonLine of={{ ...one, nameEn: plainName('en', one), nameFa: plainName('fa', one) }} href={`/people/${one.id}`} detail={<Say>{lineText(l, one)}</Say>} />
      <Papers one={one} />
      <TextField label={say.queueNote(l)} value={note} onValue={setNote} maxLength={300} />
      <RefusalNote refused={refused} />
      <div class="row">
        <Button onClick={() => void record('document')} busy={busy ? say.queueRecording(l) : undefined}>{say.queueDocument(l)}</Button>
        <Button onClick={() => void record('register')} busy={busy ? say.queueRecording(l) : undefined}>{say.queueRegister(l)}</Button>
      </div>
    </article>
  );
};

/** What the person declared and what was recorded: all a steward needs to decide. */
export const Papers = ({ one }: { one: StewardPerson }) => {
  const l = useLocale();
  const now = useNow().toISOString().slice(0, 10);
  const licences = one.licences.length === 0 ? say.queueNoLicence(l) : (
    <ul>
      {one.licences.map((paper) => (
        <li key={paper.number}><UserRun text={paper.authority} lang={writtenIn(paper.authority, l)} /> <X>{paper.number}</X> <span class="meta"><X>{paper.country}</X>{paper.expiresOn && <> · {paper.expiresOn < now ? say.queueOver(l) : say.queueUntil(l)} <Day at={`${paper.expiresOn}T12:00:00Z`} /></>}</span></li>
      ))}
    </ul>
  );
  const layers = one.layers.length === 0 ? say.queueNothing(l) : (
    <ul>{one.layers.map((layer) => <li key={layer.id}>{layerText(l, layer.layer)} <span class="meta">{layer.by && <bdi>{l === 'fa' ? layer.by.nameFa : layer.by.nameEn}</bdi>} · <Day at={layer.at} />{layer.note && <> · <UserRun text={layer.note} lang={writtenIn(layer.note, l)} /></>}</span></li>)}</ul>
  );
  const could = one.couldVouch.length === 0 ? say.queueCouldNone(l) : <ul>{one.couldVouch.map((other) => <li key={other.id}><a href={`/people/${other.id}`}><Say>{titledName(l, other)}</Say></a></li>)}</ul>;
  return (
    <Facts rows={[
      [say.queueJoined(l), <Day key="d" at={one.joinedAt} />], [say.queueLicences(l), licences],
      ...(one.orcid ? [[say.queueOrcid(l), <X key="o">{one.orcid}</X>] as const] : []),
      [say.queueStanding(l), layers], ...(one.verified ? [] : [[say.queueCould(l), could] as const]),
    ]} />
  );
};
