// What has left, as a chain that can be checked: one's own, or an institution's for its privacy officer.
import type { Locale } from '#kernel/locale.ts';
import { named, useLocale } from '#web/context.tsx';
import type { PageProps } from '#web/page.ts';
import * as say from '#words/egress.ts';
import type { LedgerView } from '../rules/present.ts';
import { LedgerOf } from './ledger-of.tsx';

type Data = { readonly ledger: LedgerView };
export const title = (l: Locale, { ledger }: Data): string => (ledger.kind === 'person' ? say.ownTitle(l) : say.officerTitle(l));

export const View = ({ data: { ledger } }: PageProps<Data>) => (ledger.kind === 'person' ? <Own ledger={ledger} /> : <Institution ledger={ledger} />);

const Own = ({ ledger }: Data) => {
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

const Institution = ({ ledger }: Data) => {
  const l = useLocale();
  return (
    <>
      <p class="eyebrow">{say.officerTitle(l)}</p>
      <h1><bdi>{named(l, ledger)}</bdi></h1>
      <p>{say.officerLead(l)}</p>
      <p class="meta">{say.officerHidden(l)}</p>
      <p class="above-3"><a href="/privacy/check">{say.checkLink(l)}</a></p>
      <LedgerOf ledger={ledger} path="/api/privacy/ledger" empty={say.officerEmpty(l)} />
    </>
  );
};
