import { type Theme, useHere } from '#web/context.tsx';
import * as say from '#words/web.ts';
import { Icon } from './icon.tsx';

const cycle: readonly Theme[] = ['day', 'dark', 'lab'];

const afterTheme = (now: Theme): Theme => cycle[(cycle.indexOf(now) + 1) % cycle.length] ?? 'day';
// What the system wishes is known in the browser only.
const asSystem = (): Theme => (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'day');

/** Day, dark, cath lab, in turn. A plain link, so it works without script; with script the page stays where it is. */
export const Lamp = () => {
  const { l, theme, path, search, acts } = useHere();
  return (
    <a class="ib only-wide" href={`/theme/${afterTheme(theme ?? 'day')}?back=${encodeURIComponent(path + search)}`} rel="nofollow" aria-label={say.lampNow(l, { theme: theme ?? 'other' })} title={say.lampLabel(l)}
      onClick={(event) => { event.preventDefault(); acts.setTheme(afterTheme(theme ?? asSystem())); }}>
      <Icon name="lamp" />
    </a>
  );
};

/** To the other language: keeps page, scroll and typed text. */
export const LanguageLink = ({ long = false }: { long?: boolean }) => {
  const { l, path, search, acts } = useHere();
  const to = l === 'fa' ? 'en' : 'fa';
  return (
    <a class={long ? undefined : 'ib only-wide'} href={`/lang/${to}?back=${encodeURIComponent(path + search)}`} rel="nofollow" lang={to} hreflang={to}
      onClick={(event) => { event.preventDefault(); acts.setLocale(to); }}>
      {long ? { en: 'English', fa: 'فارسی' }[to] : <><span aria-hidden="true">{{ en: 'EN', fa: 'فا' }[to]}</span><span class="vh">{{ en: 'English', fa: 'فارسی' }[to]}</span></>}
    </a>
  );
};

/** The three lights by name, for the foot of the page. */
export const Lights = () => {
  const { l, theme, path, search, acts } = useHere();
  const names = { day: say.lampDay(l), dark: say.lampDark(l), lab: say.lampLab(l) };
  return (
    <>
      {cycle.map((one) => (
        <a key={one} href={`/theme/${one}?back=${encodeURIComponent(path + search)}`} rel="nofollow" aria-current={theme === one ? 'true' : undefined}
          onClick={(event) => { event.preventDefault(); acts.setTheme(one); }}>
          {names[one]}
        </a>
      ))}
    </>
  );
};
