import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import type { IconName } from '#web/icons.ts';
import { Say } from '#web/text/say.tsx';
import { Icon } from './icon.tsx';

type Look = {
  /** One `main` a view; `bare` = underlined words; `stop` = outline red. */
  kind?: 'main' | 'plain' | 'bare' | 'stop' | undefined;
  small?: boolean | undefined;
  icon?: IconName | undefined;
  children: ComponentChildren;
};

const looks = ({ kind = 'plain', small }: Pick<Look, 'kind' | 'small'>): string =>
  ['btn', kind === 'plain' ? '' : kind, small ? 'small' : ''].filter(Boolean).join(' ');

// The label is always one span: flex would drop the spaces around a <bdi>.
const Label = ({ icon, children }: Pick<Look, 'icon' | 'children'>) => (
  <>
    {icon && <Icon name={icon} />}
    <span>{children}</span>
  </>
);

/**
 * A button. `busy` is what goes on, with its noun and bytes ("Sending 12 kB"); it takes the label's place and stays focusable.
 * `notYet` is the reason why it cannot be pressed: it stands beside, and the button stays reachable by keyboard.
 */
export const Button = ({ kind, small, icon, children, busy, notYet, onClick, type = 'button', label, id }: Look & {
  busy?: string | undefined;
  notYet?: string | undefined;
  onClick?: ((event: MouseEvent) => void) | undefined;
  type?: 'button' | 'submit';
  /** Accessible name where the visible words are not enough; must contain them. */
  label?: string | undefined;
  id?: string | undefined;
}) => {
  const reason = useId();
  const held = notYet !== undefined;
  const press = (event: MouseEvent) => {
    if (held || busy !== undefined) event.preventDefault();
    else onClick?.(event);
  };
  const button = (
    <button
      id={id} type={type} class={looks({ kind, small })} onClick={press} aria-label={label}
      aria-disabled={held ? 'true' : undefined} aria-busy={busy !== undefined ? 'true' : undefined} aria-describedby={held ? reason : undefined}
    >
      <Label icon={busy === undefined ? icon : undefined}>{busy === undefined ? children : <Say>{busy}</Say>}</Label>
    </button>
  );
  return held ? <span class="not-yet">{button}<span id={reason} class="meta"><Say>{notYet}</Say></span></span> : button;
};

/** A link that looks like a button: it goes somewhere. A button does something. */
export const LinkButton = ({ href, kind, small, icon, children, label }: Look & { href: string; label?: string | undefined }) => (
  <a href={href} class={looks({ kind, small })} aria-label={label}><Label icon={icon}>{children}</Label></a>
);

/** An icon alone, with its name for those who do not see it. */
export const IconButton = ({ icon, label, onClick, pressed }: {
  icon: IconName;
  label: string;
  onClick: (event: MouseEvent) => void;
  pressed?: boolean | undefined;
}) => (
  <button type="button" class="ib" aria-label={label} title={label} aria-pressed={pressed} onClick={onClick}><Icon name={icon} /></button>
);
