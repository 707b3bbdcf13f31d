// A tie made face to face, with or without a network: one shows a code, the other scans or types it, and both devices send it when they can.

import './meet.css';
import { useEffect, useState } from 'preact/hooks';
import { useAct } from '#features/people/web/door.tsx';
import type { Locale } from '#kernel/locale.ts';
import { api } from '#web/api.ts';
import { named, useHere, usePerson } from '#web/context.tsx';
import { browserRandom } from '#web/random.ts';
import { Say } from '#web/text/say.tsx';
import { Button, LinkButton } from '#web/ui/button.tsx';
import { Empty, Note, RefusalNote } from '#web/ui/note.tsx';
import { Section } from '#web/ui/strips.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import * as say from '#words/network.ts';
import { LIMITS } from '../../rules/limits.ts';
import { cardIn, codeFrom, codeIn, codeText, isStale, MEETING } from '../../rules/meeting.ts';
import { useKeptHere } from '#web/kept-here.ts';
import { NetworkTabs } from '../tabs.tsx';
import { readyKey, signedCard } from './device-key.ts';
import { Qr } from './qr.tsx';
import { canScan, Scan } from './scan.tsx';

export const title = (l: Locale): string => say.meetTitle(l);
type State = 'waits' | 'tied' | 'device';
const stateText = (l: Locale, state: State): string => (state === 'tied' ? say.meetTied(l) : state === 'waits' ? say.meetWaits(l) : say.meetOnDevice(l));

export const View = () => {
  const { l } = useHere();
  const me = usePerson();
  const [typed, change] = useKeptHere('meeting', { place: '' });
  // While the network is there: the key is made and told now, so that a card can be checked later.
  useEffect(() => { if (me.verified) void readyKey(me.id); }, []);
  if (!me.verified) return <><h1>{say.meetTitle(l)}</h1><div class="above-4"><Empty sentence={say.unverified(l)}><LinkButton href="/me">{say.toProfile(l)}</LinkButton></Empty></div></>;
  return (
    <>
      <h1>{say.meetTitle(l)}</h1>
      <NetworkTabs at="/ties/meet" />
      <p class="above-3">{say.meetLead(l)}</p>
      <div class="above-4"><TextField label={say.meetPlace(l)} hint={say.meetPlaceHint(l)} value={typed.place} onValue={(place) => change({ place })} maxLength={LIMITS.place} /></div>
      <Show place={typed.place} />
      <Met place={typed.place} />
    </>
  );
};

/** Sent now, or kept on this device and sent later. */
const useMeeting = () => {
  const { busy, refused, run, setRefused } = useAct();
  const [state, setState] = useState<State>();
  const send = async (path: string, body: object) => {
    let kept = false;
    const answer = await run(async () => {
      const one = await api.post<{ state: 'waits' | 'tied' }>(path, body, { waits: { what: { en: say.outboxMeeting('en'), fa: say.outboxMeeting('fa') }, open: '/ties/meet' } });
      kept = !one.ok && one.waiting === true;
      return one;
    });
    if (kept) setRefused(undefined);
    setState(kept ? 'device' : answer?.state);
    return kept || answer !== undefined;
  };
  return { busy, refused, state, send };
};

const Show = ({ place }: { place: string }) => {
  const { l, now } = useHere();
  const me = usePerson();
  const [shown, setShown] = useState<{ code: string; text: string; at: Date }>();
  const { busy, refused, state, send } = useMeeting();
  const show = async () => {
    const at = new Date();
    const code = codeFrom(browserRandom.bytes(MEETING.codeLength));
    setShown({ code, at, text: await signedCard({ personId: me.id, at, code, name: named(l, me) }) });
    await send('/api/meetings/shown', { code, at: at.toISOString(), place });
  };
  const over = shown !== undefined && isStale(shown.at, now);
  return (
    <Section title={say.meetShowTitle(l)}>
      <p class="meta">{say.meetShowLead(l)}</p>
      {shown && !over && (
        <div class="stack near above-3" id="card">
          <Qr text={shown.text} label={say.meetQr(l)} />
          <p>{say.meetCode(l)} <bdi class="x nb code">{codeText(shown.code)}</bdi></p>
          {state && <p role="status">{stateText(l, state)}</p>}
        </div>
      )}
      {over && <div class="above-3"><Note kind="wait">{say.meetOver(l)}</Note></div>}
      <RefusalNote refused={refused} />
      <div class="above-3"><Button kind={shown ? 'plain' : 'main'} busy={busy ? say.meetKeeping(l) : undefined} onClick={() => void show()}>{shown ? say.meetShowNew(l) : say.meetShow(l)}</Button></div>
    </Section>
  );
};

const Met = ({ place }: { place: string }) => {
  const { l } = useHere();
  const [typed, setTyped] = useState('');
  const [scanned, setScanned] = useState<string>();
  const [looking, setLooking] = useState(false);
  const [camera, setCamera] = useState(false);
  const [wrong, setWrong] = useState<string>();
  const { busy, refused, state, send } = useMeeting();
  useEffect(() => { void canScan().then(setCamera); }, []);
  const card = scanned === undefined ? undefined : cardIn(scanned);
  const take = (text: string) => {
    setLooking(false);
    const read = cardIn(text);
    if (read === undefined) return setWrong(say.meetNotACard(l));
    if (isStale(read.card.at, new Date())) return setWrong(say.meetCardOld(l));
    setWrong(undefined);
    setScanned(text);
    setTyped(codeText(read.card.code));
  };
  const code = codeIn(typed);
  const keep = async () => {
    const body = { code, at: new Date().toISOString(), place, scanned: card?.card.code === code ? scanned : null };
    if (await send('/api/meetings/met', body)) { setTyped(''); setScanned(undefined); }
  };
  return (
    <Section title={say.meetMetTitle(l)}>
      {camera && !looking && <div class="above-2"><Button onClick={() => { setWrong(undefined); setLooking(true); }}>{say.meetScan(l)}</Button></div>}
      {looking && <Scan onText={take} onClose={() => setLooking(false)} />}
      {wrong && <Note kind="wait">{wrong}</Note>}
      {card && <p class="strong above-2"><Say>{say.meetWith(l, { name: card.card.name })}</Say></p>}
      <form class="stack near above-3" onSubmit={(event) => { event.preventDefault(); if (code !== undefined) void keep(); }}>
        <TextField label={say.meetTyped(l)} hint={say.meetTypedHint(l)} value={typed} onValue={(text) => { setTyped(text); setScanned(undefined); }} maxLength={16} autocomplete="off" />
        <RefusalNote refused={refused} />
        {state && <Note kind={state === 'tied' ? 'plain' : 'wait'}>{stateText(l, state)}</Note>}
        <div><Button kind="main" type="submit" notYet={code === undefined ? say.meetCodeFirst(l) : undefined} busy={busy ? say.meetKeeping(l) : undefined}>{say.meetKeep(l)}</Button></div>
      </form>
    </Section>
  );
};
