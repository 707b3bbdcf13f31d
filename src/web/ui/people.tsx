import type { ComponentChildren } from 'preact';
import { named, useLocale } from '#web/context.tsx';
import * as say from '#words/web.ts';
import { Icon } from './icon.tsx';

export type Named = { readonly nameEn: string; readonly nameFa: string; readonly initialsEn: string; readonly initialsFa: string };

/** Initials in a circle. Decoration: the name stands beside, so it is hidden from screen readers. */
export const Face = ({ of, big = false }: { of: Pick<Named, 'initialsEn' | 'initialsFa'>; big?: boolean }) => {
  const l = useLocale();
  return <span class={big ? 'face big' : 'face'} aria-hidden="true">{l === 'fa' ? of.initialsFa || of.initialsEn : of.initialsEn || of.initialsFa}</span>;
};

/** A person in one line: face, name (a link when one may open the profile), and below it place, seat, or the highest layer of verification. */
export const PersonLine = ({ of, href, detail, you = false, face = true }: {
  of: Named;
  href?: string | undefined;
  detail?: ComponentChildren;
  you?: boolean;
  face?: boolean;
}) => {
  const l = useLocale();
  const name = <bdi>{named(l, of)}</bdi>;
  return (
    <div class="who">
      {face && <Face of={of} />}
      <div>
        <b>{href === undefined ? name : <a href={href}>{name}</a>}</b>
        {you && <span class="meta"> {say.opinionYou(l)}</span>}
        {detail !== undefined && <small>{detail}</small>}
      </div>
    </div>
  );
};

/** In place of a person whose name is hidden from this reader. */
export const HiddenPerson = ({ detail }: { detail?: ComponentChildren }) => (
  <div class="who">
    <span class="face hid" aria-hidden="true"><Icon name="hid" /></span>
    <div><b>{say.hiddenPerson(useLocale())}</b>{detail !== undefined && <small>{detail}</small>}</div>
  </div>
);
