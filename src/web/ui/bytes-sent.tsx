import type { ComponentChildren } from 'preact';
import { useLocale } from '#web/context.tsx';
import { Bytes } from '#web/text/when.tsx';
import { bytesText } from '#web/text/when-words.ts';
import { Say } from '#web/text/say.tsx';
import * as say from '#words/web.ts';
import { Icon } from './icon.tsx';

/** Before anything has left: the claim, and its figure. */
export const NothingLeft = ({ title, children, bytes = 0 }: { title: ComponentChildren; children?: ComponentChildren; bytes?: number }) => (
  <div class="zero" role="status">
    <Icon name="shield" />
    <div><b>{title}</b>{children && <div class="meta">{children}</div>}</div>
    <span class="num"><Bytes n={bytes} /></span>
  </div>
);

/** One line a tier: what it is, sent of all, a bar; dashed while it waits for Wi-Fi or for you. */
export const BytesSent = ({ lines }: { lines: readonly { what: string; sent: number; all: number; held?: boolean }[] }) => {
  const l = useLocale();
  return (
    <ul class="bytes">
      {lines.map(({ what, sent, all, held = false }) => (
        <li key={what} class={held ? 'held' : undefined}>
          <span>{what}</span>
          <span><Say>{say.sizeOf(l, { done: bytesText(l, sent), all: bytesText(l, all) })}</Say></span>
          <progress value={sent} max={Math.max(1, all)} aria-label={what} />
        </li>
      ))}
    </ul>
  );
};
