import './people.css';
import { useState } from 'preact/hooks';
import { directionOf, type Locale } from '#kernel/locale.ts';
import { api } from '#web/api.ts';
import { named, useHere, useLocale, useNow } from '#web/context.tsx';
import type { PageProps } from '#web/page.ts';
import { clockText } from '#web/text/day.ts';
import { Say, UserRun, UserText, X } from '#web/text/say.tsx';
import { Button, LinkButton } from '#web/ui/button.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { Note, RefusalNote } from '#web/ui/note.tsx';
import { Slot } from '#web/slots.tsx';
import { Face } from '#web/ui/people.tsx';
import { Chip } from '#web/ui/strips.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import * as say from '#words/people.ts';
import type { Colleague } from '../rules/colleague.ts';
import { writtenIn } from '../rules/written-in.ts';
import { useAct } from './act.ts';
import { Checked } from './checked.tsx';
import { languageText, levelText, lineText, roleText, plainName, titledName } from './said.ts';

export const title = (l: Locale, { person }: { person: Colleague }): string => plainName(l, person);

export const View = ({ data: { person } }: PageProps<{ person: Colleague }>) => {
  const { l, me, places } = useHere();
  const other = l === 'fa' ? 'en' : 'fa';
  const canAsk = !person.isMe && person.seesCases && me.person?.seesCases === true && places.ask !== undefined;
  return (
    <>
      <div class="head">
        <Face of={person} big />
        <div>
          <h1><Say>{titledName(l, person)}</Say></h1>
          {person.nameEn !== person.nameFa && <p class="meta"><bdi lang={other} dir={directionOf(other)}><Say>{titledName(other, person)}</Say></bdi></p>}
          <p><Say>{lineText(l, person)}</Say></p>
          {person.roles.length > 0 && <p class="row">{person.roles.map((role) => <Chip key={role}>{roleText(l, role)}</Chip>)}</p>}
        </div>
        <div class="head-acts">
          {canAsk && <LinkButton kind="main" icon="ask" href={`${places.ask}?with=${person.id}`}><Say>{say.personAsk(l, { name: plainName(l, person) })}</Say></LinkButton>}
          {person.isMe && <LinkButton icon="edit" href="/me">{say.personEdit(l)}</LinkButton>}
        </div>
      </div>
      {person.isMe && <div class="above-3"><Note>{say.personYou(l)}</Note></div>}
      <div class="cols sect">
        <div>
          <section>
            <h2>{say.personAskTitle(l)}</h2>
            <Fields person={person} />
          </section>
          {person.askedAbout !== '' && <section class="sect"><h2>{say.personWords(l)}</h2><div class="above-2"><UserText text={person.askedAbout} lang={writtenIn(person.askedAbout, l)} /></div></section>}
        </div>
        <aside class="aside">
          <section><h2>{say.personCheckedTitle(l)}</h2><Checked person={person} /><Vouch person={person} /></section>
          <Slot name="person" of={person} />
          <When person={person} />
          {person.languages.length > 0 && <section><h2>{say.languagesTitle(l)}</h2><p>{person.languages.map((code) => languageText(l, code)).join(l === 'fa' ? '، ' : ', ')}</p></section>}
          {person.orcid !== '' && <section><h2>{say.personOrcid(l)}</h2><p><a href={`https://orcid.org/${person.orcid}`} rel="external noreferrer"><X>{person.orcid}</X></a></p></section>}
        </aside>
      </div>
    </>
  );
};

const Fields = ({ person }: { person: Colleague }) => {
  const l = useLocale();
  if (person.expertise.length === 0) return <p class="meta">{say.personNoFields(l)}</p>;
  return (
    <table class="tab above-2">
      <thead><tr><th scope="col">{say.expertiseField(l)}</th><th scope="col">{say.levelLabel(l)}</th><th scope="col">{say.expertisePerYearShort(l)}</th></tr></thead>
      <tbody>
        {person.expertise.map((e) => (
          <tr key={e.concept}><th scope="row"><UserRun text={named(l, e)} lang={l} /></th><td>{levelText(l, e.level)}</td><td>{e.casesPerYear !== null && <X>{e.casesPerYear}</X>}</td></tr>
        ))}
      </tbody>
    </table>
  );
};

const hourOf = (clock: string): number => Number(clock.slice(0, 2)) + Number(clock.slice(3)) / 60;
const isQuiet = (hour: number, from: number, to: number): boolean => (from <= to ? hour >= from && hour < to : hour >= from || hour < to);

const When = ({ person }: { person: Colleague }) => {
  const l = useLocale();
  const now = useNow();
  const digits = (clock: string) => clockText(l, new Date(`2000-01-01T${clock}:00Z`), 'UTC');
  const { quietFrom, quietTo } = person;
  return (
    <section>
      <h2>{say.personWhenTitle(l)}</h2>
      <p>{say.capLine(l, { n: person.weeklyCap })}</p>
      <p class="meta"><Say>{say.quietThere(l, { time: clockText(l, now, person.timeZone) })}</Say></p>
      {quietFrom && quietTo && (
        <>
          <p class="meta"><Say>{say.quietLine(l, { from: digits(quietFrom), to: digits(quietTo) })}</Say></p>
          <div class="band above-2" role="img" aria-label={say.personBand(l, { from: digits(quietFrom), to: digits(quietTo) }).replace(/[\u2066-\u2069]/g, '')}>
            {Array.from({ length: 24 }, (_, hour) => <i key={hour} class={isQuiet(hour + 0.5, hourOf(quietFrom), hourOf(quietTo)) ? 'quiet' : undefined} />)}
          </div>
          <div class="band-ends" aria-hidden="true"><span>0</span><span>12</span><span>24</span></div>
        </>
      )}
    </section>
  );
};

const Vouch = ({ person }: { person: Colleague }) => {
  const { l, acts } = useHere();
  const [asking, setAsking] = useState(false);
  const [note, setNote] = useState('');
  const { busy, refused, run } = useAct();
  const act = async (what: () => Promise<Awaited<ReturnType<typeof api.post>>>) => {
    if ((await run(what)) === undefined) return;
    setAsking(false);
    await acts.reload();
  };
  const path = `/api/people/${person.id}/vouch`;
  if (!person.may.vouch && !person.may.takeVouchBack) return null;
  return (
    <div class="stack above-3">
      {person.may.takeVouchBack && <p class="meta">{say.personVouched(l)}</p>}
      <div>
        {person.may.vouch
          ? <Button icon="shield" onClick={() => setAsking(true)}>{say.personVouch(l)}</Button>
          : <Button kind="bare" onClick={() => setAsking(true)}>{say.personTakeBack(l)}</Button>}
      </div>
      <Dialog open={asking} onClose={() => setAsking(false)} title={person.may.vouch ? say.personVouch(l) : say.personTakeBack(l)}>
        <p><Say>{person.may.vouch ? say.personVouchAsk(l, { name: plainName(l, person) }) : say.personTakeBackAsk(l)}</Say></p>
        {person.may.vouch && <TextField label={say.personVouchNote(l)} value={note} onValue={setNote} maxLength={500} />}
        <RefusalNote refused={refused} />
        <div class="row">
          {person.may.vouch
            ? <Button kind="main" onClick={() => void act(() => api.post(path, { note }))} busy={busy ? say.personVouching(l) : undefined}>{say.personVouch(l)}</Button>
            : <Button kind="stop" onClick={() => void act(() => api.del(path))} busy={busy ? say.personVouching(l) : undefined}>{say.personTakeBack(l)}</Button>}
          <Button kind="bare" onClick={() => setAsking(false)}>{say.cancel(l)}</Button>
        </div>
      </Dialog>
    </div>
  );
};
