import type { ComponentChildren } from 'preact';
import { useLocale } from '#web/context.tsx';
import type { IconName } from '#web/icons.ts';
import type { Refused } from '#web/refusals.ts';
import { sayRefusal } from '#web/refusals.ts';
import { Say } from '#web/text/say.tsx';
import * as say from '#words/web.ts';
import { Icon } from './icon.tsx';
import { Mark } from './mark.tsx';

const icons = { plain: 'check', wait: 'clock', stop: 'warn' } as const satisfies Record<string, IconName>;

/** A notice: icon and sentence. One a time. `stop` speaks at once to a screen reader. */
export const Note = ({ kind = 'plain', icon, children }: { kind?: 'plain' | 'wait' | 'stop'; icon?: IconName; children: ComponentChildren }) => (
  <div class={kind === 'plain' ? 'note' : `note ${kind}`} role={kind === 'stop' ? 'alert' : 'status'}>
    <Icon name={icon ?? icons[kind]} />
    <div>{children}</div>
  </div>
);

/** What was refused and what to do now; a fault carries its code small below. */
export const RefusalNote = ({ refused }: { refused: Refused | undefined }) => {
  const l = useLocale();
  if (refused === undefined) return null;
  return (
    <Note kind={refused.family === 'offline' || refused.family === 'conflict' ? 'wait' : 'stop'} icon={refused.family === 'offline' ? 'off' : 'warn'}>
      <Say>{sayRefusal(l, refused)}</Say>
      {refused.fault && <small><Say>{say.faultPageCode(l, { code: refused.fault })}</Say></small>}
    </Note>
  );
};

/** Nothing here: one sentence and, as children, one act. Empty is a good state. */
export const Empty = ({ sentence, children }: { sentence: string; children?: ComponentChildren }) => (
  <div class="empty">
    <Mark quiet />
    <p><Say>{sentence}</Say></p>
    {children && <div>{children}</div>}
  </div>
);
