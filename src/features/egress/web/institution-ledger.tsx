// What people of an institution put before others, for its privacy officer.
import type { Locale } from '#kernel/locale.ts';
import { named, useLocale } from '#web/context.tsx';
import type { PageProps } from '#web/page.ts';
import * as say from '#words/egress.ts';
import type { LedgerView } from '../rules/present.ts';
import { LedgerOf } from './ledger-of.tsx';

export const title = (l: Locale): string => say.officerTitle(l);

export const View = ({ data: { ledger } }: PageProps<{ ledger: LedgerView }>) => {
  const l = useLocale();
  return (
    <>
      <p class="eyebrow">{say.officerEyebrow(l)}</p>
      <h1><bdi>{named(l, ledger)}</bdi></h1>
      <p>{say.officerLead(l)}</p>
      <p class="meta">{say.officerHidden(l)}</p>
      <p class="above-3"><a href="/privacy/check">{say.checkLink(l)}</a></p>
      <LedgerOf ledger={ledger} path="/api/privacy/ledger" empty={say.officerEmpty(l)} />
    </>
  );
};
