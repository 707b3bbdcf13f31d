// A tool with its word.

import type { IconName } from '#web/icons.ts';
import { Icon } from '#web/ui/icon.tsx';

export const Tool = ({ icon, path, pressed, wide = false, onClick, children }: { icon?: IconName; path?: string; pressed?: boolean; /** Needs a wide screen. */ wide?: boolean; onClick: () => void; children: string }) => (
  <button type="button" class={wide ? 'ib tool wide' : 'ib tool'} aria-pressed={pressed} onClick={onClick}>
    {icon ? <Icon name={icon} /> : <svg class="i" viewBox="0 0 24 24" aria-hidden="true"><path d={path} /></svg>}
    <span>{children}</span>
  </button>
);
