import type { ComponentChildren } from 'preact';
import { useLocale } from '#web/context.tsx';
import * as say from '#words/web.ts';

/** The foot of a task page: what stands (children before `push`), then at most two buttons. On a phone it takes the tab bar's place. */
export const Dock = ({ state, children }: { state?: ComponentChildren; children: ComponentChildren }) => (
  <div class="dock" role="region" aria-label={say.next(useLocale())}>
    <div>{state}<span class="push" />{children}</div>
  </div>
);
