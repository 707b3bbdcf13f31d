// Every run that left this person's devices, with the proof of its cleaning.
import type { Locale } from '#kernel/locale.ts';
import { useHere } from '#web/context.tsx';
import type { PageProps } from '#web/page.ts';
import { Say, UserRun } from '#web/text/say.tsx';
import { Bytes, When } from '#web/text/when.tsx';
import { bytesText } from '#web/text/when-words.ts';
import { Empty } from '#web/ui/note.tsx';
import * as say from '#words/cases.ts';
import type { Ledger, LedgerRow } from './case-of.ts';
import { CertificateOf } from './certificate.tsx';

export const title = (l: Locale): string => say.imagesLedgerTitle(l);

export const View = ({ data: { ledger: { rows } } }: PageProps<{ ledger: Ledger }>) => {
  const { l } = useHere();
  const bytes = rows.reduce((sum, row) => sum + Number(row.bytes), 0);
  return (
    <>
      <h1>{say.imagesLedgerTitle(l)}</h1>
      <p class="meta">{say.imagesLedgerLead(l)}</p>
      {rows.length === 0 ? <Empty sentence={say.imagesLedgerEmpty(l)} /> : (
        <>
          <p class="above-3"><Say>{say.imagesLedgerTotal(l, { n: rows.length, size: bytesText(l, bytes) })}</Say></p>
          <ul class="list tight">{rows.map((row) => <Left key={row.id} row={row} />)}</ul>
        </>
      )}
    </>
  );
};

const Left = ({ row }: { row: LedgerRow }) => {
  const { l } = useHere();
  const lang: Locale = row.title[l] ? l : l === 'fa' ? 'en' : 'fa';
  const named = row.title[lang];
  return (
    <li>
      <div class="split">
        <a href={`/cases/${row.caseId}`}>{named ? <UserRun text={named} lang={lang} /> : say.imagesLedgerUntitled(l)}</a>
        <span class="meta"><When at={row.at} clock={false} both /> · <Bytes n={Number(row.bytes)} /></span>
      </div>
      <details class="more"><summary>{say.imagesThereCertificate(l)}</summary><CertificateOf body={row.body} /></details>
    </li>
  );
};
