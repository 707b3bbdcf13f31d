// From a disc to clean runs in the case: drop, look, confirm, send. Nothing leaves before a person said so.
import { useEffect, useState } from 'preact/hooks';
import type { Locale } from '#kernel/locale.ts';
import { api } from '#web/api.ts';
import { useLocale, useReload } from '#web/context.tsx';
import type { PageProps } from '#web/page.ts';
import type { Refused } from '#web/refusals.ts';
import { Say } from '#web/text/say.tsx';
import { NothingLeft } from '#web/ui/bytes-sent.tsx';
import { Note, RefusalNote } from '#web/ui/note.tsx';
import * as say from '#words/cases.ts';
import type { CaseOfImages } from './case-of.ts';
import { DropZone } from './drop-zone.tsx';
import { patientsOn, underTheEyes } from './looking.ts';
import { NextStep } from './next-step.tsx';
import { Asides, Changes, Going, NotTaken, RunLook, RunsTable, RunsThere, WillLeave } from './parts.ts';
import { Progress } from './progress.tsx';
import { useDesk, useSendingOf } from './use-desk.ts';

export const title = (l: Locale): string => say.imagesTitle(l);

export const View = ({ data }: PageProps<{ story: CaseOfImages }>) => {
  const c = data.story;
  const l = useLocale();
  const reload = useReload();
  const { desk, session } = useDesk(c.id);
  const sending = useSendingOf(c.id);
  const [refused, setRefused] = useState<Refused>();
  useEffect(() => { for (const part of [RunLook, RunsThere, RunsTable, Changes, Asides, Going, WillLeave, NotTaken]) void part.fetch(); }, []);
  const looking = underTheEyes(desk);
  const numberOf = (id: string): number => desk.items.findIndex((item) => item.id === id) + 1;
  const gone = c.runs.length > 0 || sending.runs.length > 0;
  const shown = looking[0] ?? desk.items.findLast(({ look }) => (look?.changes.length ?? 0) > 0);
  const takeOut = async (id: string): Promise<void> => {
    await (await import('./uploader.ts')).giveUp(id);
    const answer = await api.del(`/api/cases/${c.id}/runs/${id}`);
    setRefused(answer.ok || answer.family === 'not-found' ? undefined : answer);
    await reload();
  };
  const first = looking.length === 0;
  const drop = c.may.addRun && session && <DropZone small={desk.items.length > 0 || gone} onFiles={(files) => void session.dropped(files, c.runs.length)} />;
  return (
    <>
      <h1>{say.imagesTitle(l)}</h1>
      {c.may.addRun && (desk.items.length > 0 || !gone) && (
        <NothingLeft title={gone ? say.imagesNothingMore(l) : say.imagesNothing(l)}><Say>{say.imagesRead(l, { n: desk.items.length })}</Say></NothingLeft>
      )}
      <RefusalNote refused={refused} />
      {session && sending.runs.length > 0 && <NotTaken runs={sending.runs} has={session.has} onRetry={(id) => void retry(id)} onOut={(id) => void takeOut(id)} onAgain={(id) => { session.reopen(id); void takeOut(id); }} />}
      {first && drop}
      <Progress desk={desk} />
      {patientsOn(desk) > 1 && <Note kind="stop"><Say>{say.imagesLookPatients(l, { n: patientsOn(desk) })}</Say></Note>}
      {session && looking.length > 0 && (
        <section class="sect">
          <h2>{looking.length === 1 && looking[0] && looking[0].masks.length > 0 ? <Say>{say.imagesLookOne(l, { n: numberOf(looking[0].id) })}</Say> : <Say>{say.imagesLookMany(l, { n: looking.length })}</Say>}</h2>
          <p class="meta">{say.imagesLookLead(l)}</p>
          <div class="film lookfilm">
            {looking.map((item) => <RunLook key={item.id} item={item} number={numberOf(item.id)} tell={session.tell} onLeaveOut={() => session.leaveOut(item.id)} />)}
          </div>
        </section>
      )}
      {!first && drop}
      {c.may.addRun && desk.items.length === 0 && <p class="meta"><a href={`/arrivals?case=${c.id}`}>{say.imagesArrivals(l)}</a></p>}
      {desk.asides.length > 0 && <Asides of={desk.asides} onRead={() => session?.tell({ kind: 'asides-read' })} />}
      <div class="cols sect">
        <div>
          {session && desk.items.length > 0 && <RunsTable desk={desk} session={session} looking={looking.map(({ id }) => id)} />}
          {shown?.look && <Changes look={shown.look} number={numberOf(shown.id)} />}
          {gone && <RunsThere of={c} onOut={takeOut} />}
        </div>
        <aside class="aside stack far">
          {sending.runs.length > 0 && <Going sending={sending} />}
          {desk.items.some(({ sizes }) => sizes) && <WillLeave items={desk.items} />}
        </aside>
      </div>
      <NextStep back={c.phase === 'draft' ? `/cases/${c.id}/edit` : `/cases/${c.id}`} desk={desk} looking={looking} onConfirm={() => session?.confirm(looking.map(({ id }) => id))} onSend={() => void session?.send(c.runs.length)} />
    </>
  );
};

const retry = async (id: string): Promise<void> => {
  const [{ alter }, { kick }] = await Promise.all([import('./shelf.ts'), import('./uploader.ts')]);
  await alter(id, ({ refused: _, ...run }) => run);
  kick();
};
