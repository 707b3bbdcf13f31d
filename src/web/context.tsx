// What every component may ask: the language, who looks, the moment, the page. No component reads the document or a cookie itself.
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Locale } from '#kernel/locale.ts';
import { type Me, nobody } from './me.ts';
import type { Params, Place } from './page.ts';

export type Theme = 'day' | 'dark' | 'lab';

export type Here = {
  readonly l: Locale;
  readonly me: Me;
  /** Undefined: as the system wishes. */
  readonly theme: Theme | undefined;
  /** IANA name of the reader's time zone; on the server from the cookie that the browser left. */
  readonly timeZone: string;
  /** The moment for clocks and near dates; moves each half minute. The same on the server and at hydration. */
  readonly now: Date;
  readonly path: string;
  readonly search: string;
  readonly params: Params;
  readonly query: Params;
  readonly place: Place | undefined;
  readonly places: Partial<Record<Place, string>>;
  /** Set when what is shown came from this device because the network is away. */
  readonly asOf: Date | undefined;
  readonly acts: Acts;
};

/** What a component may do with the frame. On the server nothing of it happens. */
export type Acts = {
  /** Goes to a path of this site; `replace` leaves no step back. */
  readonly go: (path: string, how?: { replace?: boolean }) => void;
  /** Loads this page's data again, keeping scroll and typed text. */
  readonly reload: () => Promise<void>;
  /** Asks again who looks (after sign-in, sign-out, verification), then reloads. */
  readonly reloadMe: () => Promise<void>;
  readonly setLocale: (l: Locale) => void;
  readonly setTheme: (theme: Theme) => void;
};

const still: Acts = { go: () => {}, reload: async () => {}, reloadMe: async () => {}, setLocale: () => {}, setTheme: () => {} };

export const nowhere: Here = {
  l: 'fa', me: nobody, theme: undefined, timeZone: 'UTC', now: new Date(0), path: '/', search: '', params: {}, query: {},
  place: undefined, places: {}, asOf: undefined, acts: still,
};

const context = createContext<Here>(nowhere);
export const HereProvider = context.Provider;

export const useHere = (): Here => useContext(context);
export const useLocale = (): Locale => useHere().l;
export const useMe = (): Me => useHere().me;
/** The person signed in. Only in pages with `needs: 'person'`. */
export const usePerson = () => {
  const { person } = useMe();
  if (person === null) throw new Error('A page that shows the person signed in must say needs: person');
  return person;
};
export const useNow = (): Date => useHere().now;
export const useGo = (): Acts['go'] => useHere().acts.go;
export const useReload = (): Acts['reload'] => useHere().acts.reload;

/** A name or text that exists in both languages, by the reader's language. */
export const named = (l: Locale, of: { readonly nameEn: string; readonly nameFa: string }): string =>
  l === 'fa' ? of.nameFa || of.nameEn : of.nameEn || of.nameFa;
