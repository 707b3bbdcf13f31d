// The coordinator's console: what waits for a hand first, then what runs by itself; who is on call, where places lack, how the week went. Nobody is ranked.

import type { Locale } from '#kernel/locale.ts';
import { useHere, useReload } from '#web/context.tsx';
import { useLive } from '#web/live.ts';
import type { PageProps } from '#web/page.ts';
import { Say } from '#web/text/say.tsx';
import { Count } from '#web/text/when.tsx';
import { Empty, Note } from '#web/ui/note.tsx';
import { Section } from '#web/ui/strips.tsx';
import * as say from '#words/routing.ts';
import type { ConsoleView } from '../rules/console.ts';
import { CoordinatorFrame } from './coordinator-frame.tsx';
import { CapacityOf, FiguresOf, LaunchOf, OnCallNow } from './console-figures.tsx';
import { QueueCard } from './parts.ts';
import './coordinator.css';

export const title = (l: Locale): string => say.consoleTitle(l);

const heard = ['wave-ready', 'case-untaken', 'ask-accepted', 'ask-declined', 'opinion-given'];

export const View = ({ data: { console: of } }: PageProps<{ console: ConsoleView }>) => {
  const { l } = useHere();
  const reload = useReload();
  useLive(heard, reload);
  const waiting = of.queue.filter(({ wave, untaken }) => wave !== null || untaken);
  const running = of.queue.filter(({ wave, untaken }) => wave === null && !untaken);
  return (
    <CoordinatorFrame at="/coordinator" title={say.consoleTitle(l)} lead={say.consoleLead(l)}>
      {of.stillDays !== null && <Note kind="wait"><Say>{say.consoleStill(l, { n: of.stillDays })}</Say></Note>}
      <div class="cols">
        <div>
          <Section first title={say.consoleWaiting(l)} n={waiting.length > 0 ? <Count n={waiting.length} /> : undefined}>
            {waiting.length === 0 ? <Empty sentence={say.consoleNothingWaits(l)} /> : <div class="stack">{waiting.map((one) => <QueueCard key={`${one.caseId} ${one.wave?.step}`} of={one} />)}</div>}
          </Section>
          {running.length > 0 && (
            <Section title={say.consoleRunning(l)} n={<Count n={running.length} />}><div class="stack">{running.map((one) => <QueueCard key={one.caseId} of={one} />)}</div></Section>
          )}
        </div>
        <aside class="stack">
          <OnCallNow of={of.onCall} />
          <CapacityOf of={of.capacity} />
          <FiguresOf week={of.week} before={of.before} />
          {of.launch && <LaunchOf of={of.launch} />}
        </aside>
      </div>
    </CoordinatorFrame>
  );
};
