// Behind a link: whether a reference holds. For anybody, signed in or not.
import './cv.css';
import type { Locale } from '#kernel/locale.ts';
import { useLocale } from '#web/context.tsx';
import type { PageProps } from '#web/page.ts';
import { Say, UserText } from '#web/text/say.tsx';
import { Day } from '#web/text/when.tsx';
import { Note } from '#web/ui/note.tsx';
import { Facts } from '#web/ui/strips.tsx';
import * as say from '#words/candidates.ts';
import type { CheckView } from '../rules/reference-view.ts';
import { scopeLine } from './scopes.tsx';

export const title = (l: Locale): string => say.checkTitle(l);

const told: Readonly<Record<CheckView['state'], (l: Locale) => string>> = { valid: say.checkValid, revoked: say.checkRevoked, expired: say.checkExpired, broken: say.checkBroken };

export const View = ({ data: { check } }: PageProps<{ check: CheckView }>) => {
  const l = useLocale();
  const names = l === 'fa' ? { writer: check.writerFa, person: check.personFa } : { writer: check.writerEn, person: check.personEn };
  return (
    <>
      <h1>{say.checkTitle(l)}</h1>
      <p><b><Say>{say.checkLine(l, names)}</Say></b></p>
      <Note kind={check.state === 'valid' ? 'plain' : 'stop'}>{told[check.state](l)}</Note>
      <Facts rows={[[say.checkWritten(l), <Day key="w" at={check.writtenAt} />], [say.checkUntil(l), <Day key="u" at={check.expiresAt} />], ...(check.opened ? [[say.refScopes(l), scopeLine(l, check.opened.scopes)] as const] : [])]} />
      {check.opened ? <section class="sheet above-4"><UserText text={check.opened.text} lang={check.opened.lang} /></section> : check.state === 'valid' && <p class="meta">{say.checkShut(l)}</p>}
    </>
  );
};
