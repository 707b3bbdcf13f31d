// Beside the queue: who is on call, where places lack, how the week went, and what a new node still needs. Figures of the node, never of a person.

import type { Locale } from '#kernel/locale.ts';
import { named, useHere, useLocale } from '#web/context.tsx';
import { Say } from '#web/text/say.tsx';
import { Count, When } from '#web/text/when.tsx';
import { Icon } from '#web/ui/icon.tsx';
import { Facts } from '#web/ui/strips.tsx';
import * as say from '#words/routing.ts';
import type { CapacityLine, ConsoleView, Figures } from '../rules/console.ts';
import type { LaunchLine, LaunchStep } from '../rules/launch.ts';
import { localClock } from './local-clock.ts';

export const OnCallNow = ({ of }: { of: ConsoleView['onCall'] }) => {
  const { l, now } = useHere();
  return (
    <section class="stack near">
      <h2>{say.consoleOnCallNow(l)}</h2>
      {of.length === 0 ? <p><Icon name="warn" /> {say.consoleNobodyOnCall(l)} <a href="/coordinator/rota">{say.rotaTab(l)}</a></p> : (
        <ul class="plain">
          {of.map(({ person, until, timeZone }) => (
            <li key={person.id}><b><bdi>{named(l, person)}</bdi></b> <span class="meta"><Say>{say.consoleThere(l, { time: localClock(l, now, timeZone) })}</Say> · {say.consoleUntil(l)} <When at={until} clock /></span></li>
          ))}
        </ul>
      )}
    </section>
  );
};

/** Saffron where less is free than a usual week asks for. */
export const CapacityOf = ({ of }: { of: readonly CapacityLine[] }) => {
  const l = useLocale();
  return (
    <section class="stack near">
      <h2>{say.consoleCapacity(l)}</h2>
      <table class="figures">
        <thead><tr><th scope="col">{say.consoleField(l)}</th><th scope="col">{say.consoleFree(l)}</th><th scope="col">{say.consoleWeekly(l)}</th></tr></thead>
        <tbody>
          {of.map(({ field, free, weekly }) => (
            <tr key={field?.en ?? ''} class={free < weekly ? 'short' : undefined}>
              <th scope="row"><Say>{field === null ? say.consoleWhole(l) : field[l]}</Say></th><td>{free < weekly && <Icon name="warn" />} <Count n={free} /></td><td><Count n={weekly} /></td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};

const share = (l: Locale, { within48, due48 }: Figures): string => (due48 === 0 ? say.consoleNone(l) : say.consoleOf(l, { n: within48, all: due48 }));

export const FiguresOf = ({ week, before }: { week: Figures; before: Figures }) => {
  const l = useLocale();
  const row = (label: string, of: (f: Figures) => string) => [label, <span key={label}><b><Say>{of(week)}</Say></b> <span class="meta">({say.consoleBefore(l)} <Say>{of(before)}</Say>)</span></span>] as const;
  const count = (n: number | null): string => (n === null ? say.consoleNone(l) : say.consoleN(l, { n }));
  return (
    <section class="stack near">
      <h2>{say.consoleWeek(l)}</h2>
      <Facts rows={[
        row(say.consoleCases(l), (f) => count(f.cases)), row(say.consoleAsks(l), (f) => count(f.asks)), row(say.consoleDeclined(l), (f) => count(f.declined)),
        row(say.consoleAccept(l), (f) => (f.acceptMinutes === null ? say.consoleNone(l) : say.consoleMinutes(l, { n: f.acceptMinutes }))),
        row(say.consoleFirst(l), (f) => (f.opinionHours === null ? say.consoleNone(l) : say.consoleHours(l, { n: f.opinionHours }))),
        row(say.consoleWithin48(l), (f) => share(l, f)), row(say.consoleOutcomes(l), (f) => count(f.outcomes)),
      ]} />
    </section>
  );
};

const steps: Readonly<Record<LaunchStep, (l: Locale) => string>> = {
  experts: say.launchExperts, cities: say.launchCities, coordinators: say.launchCoordinators, rota: say.launchRota, firstCase: say.launchFirstCase, askers: say.launchAskers, opinions: say.launchOpinions, outcome: say.launchOutcome, cases: say.launchCases,
};

export const LaunchOf = ({ of }: { of: readonly LaunchLine[] }) => {
  const l = useLocale();
  return (
    <section class="stack near">
      <h2>{say.launchTitle(l)}</h2>
      <p class="meta">{say.launchLead(l)}</p>
      <ul class="ladder">
        {of.map(({ step, have, want }) => (
          <li key={step} class={have >= want ? 'done' : undefined}><Icon name={have >= want ? 'check' : 'clock'} /><span>{steps[step](l)} · <Say>{say.consoleOf(l, { n: have, all: want })}</Say></span></li>
        ))}
      </ul>
    </section>
  );
};
