// Every run that left this person's devices, as a chain that can be checked, with the proof of its cleaning.
import type { Locale } from '#kernel/locale.ts';
import { useLocale } from '#web/context.tsx';
import type { PageProps } from '#web/page.ts';
import * as say from '#words/egress.ts';
import type { LedgerView } from '../rules/present.ts';
import { LedgerOf } from './ledger-of.tsx';

export const title = (l: Locale): string => say.ownTitle(l);

export const View = ({ data: { ledger } }: PageProps<{ ledger: LedgerView }>) => {
  const l = useLocale();
  return (
    <>
      <h1>{say.ownTitle(l)}</h1>
      <p class="meta">{say.ownLead(l)}</p>
      <LedgerOf ledger={ledger} path="/api/me/ledger" empty={say.ownEmpty(l)} />
      <p class="above-4"><a href="/privacy/check">{say.checkLink(l)}</a></p>
    </>
  );
};
