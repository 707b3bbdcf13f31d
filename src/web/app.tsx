// The whole page, on the server and in the browser: state of what is shown, and the acts that change it.
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Locale } from '#kernel/locale.ts';
import * as say from '#words/web.ts';
import { type Acts, type Here, HereProvider, type Theme } from './context.tsx';
import { Frame } from './frame.tsx';
import type { Me } from './me.ts';
import type { PageDef } from './page.ts';
import { insteadTitle, Instead } from './pages/missing.tsx';
import { notFound, type Shown } from './shown.ts';
import { placesOf } from './routes.ts';

export type AppProps = {
  readonly pages: readonly PageDef[];
  readonly shown: Shown;
  readonly me: Me;
  readonly l: Locale;
  readonly theme: Theme | undefined;
  readonly timeZone: string;
  readonly now: Date;
  /** Only in the browser: wires the acts to the address bar and the network. */
  readonly drive?: Drive;
};

/** What the browser does for the app: see drive.ts. */
export type Drive = (set: Setters) => { readonly acts: Acts; readonly stop: () => void };

export type Setters = {
  readonly shown: () => Shown;
  readonly me: () => Me;
  readonly setShown: (shown: Shown, me?: Me) => void;
  /** What is being opened, when it takes more than a moment. */
  readonly setGoing: (what: string | undefined) => void;
  readonly setLocale: (l: Locale) => void;
  readonly setTheme: (theme: Theme) => void;
  readonly setTimeZone: (timeZone: string) => void;
};

const still: Acts = { go: () => {}, reload: async () => {}, reloadMe: async () => {}, setLocale: () => {}, setTheme: () => {} };
const TICK_MS = 30_000;

export const App = (props: AppProps) => {
  const [shown, setShown] = useState(props.shown);
  const [me, setMe] = useState(props.me);
  const [l, setLocale] = useState(props.l);
  const [theme, setTheme] = useState(props.theme);
  const [timeZone, setTimeZone] = useState(props.timeZone);
  const [now, setNow] = useState(props.now);
  const [going, setGoing] = useState<string | undefined>(undefined);
  const [acts, setActs] = useState<Acts>(still);
  const newest = useRef({ shown, me });
  newest.current = { shown, me };

  useEffect(() => {
    const driven = props.drive?.({
      shown: () => newest.current.shown,
      me: () => newest.current.me,
      setShown: (next, nextMe) => {
        setShown(next);
        if (nextMe !== undefined) setMe(nextMe);
        setNow(new Date());
      },
      setGoing, setLocale, setTheme, setTimeZone,
    });
    if (driven !== undefined) setActs(driven.acts);
    setNow(new Date());
    const timer = setInterval(() => setNow(new Date()), TICK_MS);
    return () => {
      clearInterval(timer);
      driven?.stop();
    };
  }, []);

  useEffect(() => {
    document.title = titleOf(l, shown);
    document.documentElement.lang = l;
    document.documentElement.dir = l === 'fa' ? 'rtl' : 'ltr';
  }, [l, shown]);

  const { page, path, search, params, query, data, asOf, View } = shown;
  const places = useMemo(() => placesOf(props.pages), [props.pages]);
  const here: Here = { l, me, theme, timeZone, now, path, search, params, query, place: page?.place, places, asOf, acts };
  return (
    <HereProvider value={here}>
      <Frame shape={View === undefined || shown.refused !== undefined ? 'narrow' : page?.shape} going={going}>
        {shown.refused !== undefined || View === undefined
          ? <Instead key={path} refused={shown.refused ?? notFound} />
          : <View key={path} data={data} params={params} query={query} />}
      </Frame>
    </HereProvider>
  );
};

/** "Title · Hamdel". */
export const titleOf = (l: Locale, { page, refused, data, title = page?.title }: Shown): string => {
  const words = page === undefined || refused !== undefined ? insteadTitle(l, refused ?? notFound) : title?.(l, data);
  return (words === undefined ? say.name(l) : say.title(l, { page: words })).replaceAll(/[\u2066-\u2069]/g, '');
};
