import type { ComponentChildren } from 'preact';
import type { Locale } from '#kernel/locale.ts';
import { named, useHere } from '#web/context.tsx';
import type { IconName } from '#web/icons.ts';
import type { Place } from '#web/page.ts';
import { Say } from '#web/text/say.tsx';
import { Count } from '#web/text/when.tsx';
import { bytesText } from '#web/text/when-words.ts';
import { useSending } from '#web/use-outbox.ts';
import * as say from '#words/web.ts';
import { Icon } from './icon.tsx';
import { Lamp, LanguageLink } from './lamp.tsx';
import { Mark } from './mark.tsx';
import { Face } from './people.tsx';

const words: Partial<Record<Place, (l: Locale) => string>> = {
  home: say.placeHome, cases: say.placeCases, ask: say.placeAsk, people: say.placePeople, opportunities: say.placeOpportunities,
};

/** For keyboards and screen readers: past the bar to the page itself (WCAG 2.4.1). */
export const Skip = () => <a class="skip" href="#main">{say.skip(useHere().l)}</a>;

/** Places, sending state, search, lamp, language, Ask, you. A place without a page is not shown. */
export const TopBar = () => {
  const { l, me, place, places } = useHere();
  return (
    <header class="bar">
      {me.demo && <p class="fict">{say.fictional(l)}</p>}
      <div>
        <a class="brand" href="/"><Mark /><span>{say.name(l)}</span></a>
        {me.person && (
          <nav aria-label={say.placeLabel(l)}>
            {(['home', 'cases', 'people', 'opportunities'] as const).map((one) => <PlaceLink key={one} to={one} at={place} href={places[one]}>{words[one]?.(l)}</PlaceLink>)}
          </nav>
        )}
        <div class="bar-end">
          {me.person && <SentState />}
          {me.person && places.search && <Look at={places.search} here={place === 'search'} label={say.placeSearch(l)} />}
          {me.person && me.unread > 0 && <Shortcut href={places.notices} icon="bell" label={say.placeNotices(l, { n: me.unread })} n={me.unread} />}
          <Lamp />
          <LanguageLink />
          {me.person && places.ask && <a class="btn main small only-wide" href={places.ask}><Icon name="ask" /><span>{say.placeAsk(l)}</span></a>}
          {me.person ? <You /> : <a class="btn small" href="/sign-in"><span>{say.signIn(l)}</span></a>}
        </div>
      </div>
    </header>
  );
};

const PlaceLink = ({ to, at, href, children }: { to: Place; at: Place | undefined; href: string | undefined; children: ComponentChildren }) =>
  href === undefined ? null : <a href={href} aria-current={to === at ? 'page' : undefined}>{children}</a>;

const Shortcut = ({ href, icon, label, n }: { href: string | undefined; icon: IconName; label: string; n?: number }) =>
  href === undefined ? null : <a class="ib" href={href} aria-label={label} title={label}><Icon name={icon} />{n !== undefined && <b><Count n={n} /></b>}</a>;

/** Search from anywhere: a field where there is room, the glass where there is not; both work without script. Keys lead here too (search-key.ts). */
const Look = ({ at, here, label }: { at: string; here: boolean; label: string }) => (
  <>
    {!here && <form class="look" role="search" action={at}><input class="in" type="search" name="q" maxLength={400} placeholder={label} aria-label={label} aria-keyshortcuts="Control+K /" /></form>}
    <Shortcut href={at} icon="search" label={label} />
  </>
);

const You = () => {
  const { l, me, places } = useHere();
  if (me.person === null) return null;
  return (
    <a class="ib" href={places.you ?? `/people/${me.person.id}`}>
      <Face of={me.person} /><span class="vh"><Say>{say.placeYou(l, { name: named(l, me.person) })}</Say></span>
    </a>
  );
};

/** What waits on this device: count and bytes, always true, always a way to look. */
const SentState = () => {
  const { l } = useHere();
  const { items, bytes, away, sending, beside } = useSending();
  const n = items.length;
  const refused = items.filter((one) => one.refused !== undefined).length;
  const size = bytesText(l, bytes + beside);
  const goes = n > 0 || beside > 0;
  const text = refused > 0 ? say.sentRefused(l, { n: refused })
    : away ? say.sentOffline(l, { n })
    : !goes ? say.sentAll(l)
    : sending || n === 0 ? say.sentSending(l, { size }) : say.sentWaiting(l, { n, size });
  return (
    <a class={goes || away ? 'sent waits' : 'sent'} href="/unsent">
      <Icon name={refused > 0 ? 'warn' : away ? 'off' : goes ? 'up' : 'check'} />
      <span class={goes && !away ? undefined : 'only-wide'}><Say>{text}</Say></span>
      <span class="vh"> {say.sentState(l)}</span>
    </a>
  );
};

/** Offline, and what that means here: what waits by name and bytes; and as of when the page is. */
export const OfflineBar = ({ asOf, when }: { asOf: Date | undefined; when: (at: Date) => string }) => {
  const { l } = useHere();
  const { items, away } = useSending();
  if (!away && asOf === undefined) return null;
  const what = items.slice(0, 3).map((one) => say.item(l, { what: one.what[l], size: bytesText(l, one.bytes) })).join(say.comma(l));
  return (
    <div class="offline" role="status">
      <Icon name="off" />
      <span>
        <b>{say.awayTitle(l)}</b> · <Say>{items.length === 0 ? say.awayNothing(l) : say.awayWaiting(l, { n: items.length, what })}</Say>
        {asOf && <> <Say>{say.awayAsOf(l, { when: when(asOf) })}</Say></>}
      </span>
    </div>
  );
};
