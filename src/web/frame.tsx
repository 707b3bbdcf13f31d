// What stands around every page.
import type { ComponentChildren } from 'preact';
import { named, useHere } from './context.tsx';
import type { PageDef } from './page.ts';
import { whenText } from './text/when-words.ts';
import { Say } from './text/say.tsx';
import { LanguageLink, Lights } from './ui/lamp.tsx';
import { Tabs } from './ui/tabs.tsx';
import { Toast } from './ui/toast.tsx';
import { OfflineBar, Skip, TopBar } from './ui/top-bar.tsx';

/** `going` is what is being opened, once that takes more than a moment. A bare page (the viewer) brings its own frame. */
export const Frame = ({ shape, going, children }: { shape: PageDef['shape']; going: string | undefined; children: ComponentChildren }) => {
  const { l, now, timeZone, asOf } = useHere();
  const bare = shape === 'bare';
  return (
    <>
      <Skip />
      {going && <div class="going" role="status"><progress /><span><Say>{going}</Say></span></div>}
      {!bare && <TopBar />}
      <OfflineBar asOf={asOf} when={(at) => whenText(l, at, now, timeZone)} />
      <main id="main" class={{ normal: 'page', narrow: 'page narrow', full: 'page full', bare: 'page full' }[shape ?? 'normal']}>{children}</main>
      {!bare && <Foot />}
      {!bare && <Tabs />}
      <Toast />
    </>
  );
};

const Foot = () => {
  const { l, me } = useHere();
  return (
    <footer class="foot">
      <div>
        <bdi>{named(l, me.node)}</bdi>
        <LanguageLink long />
        <Lights />
      </div>
    </footer>
  );
};
