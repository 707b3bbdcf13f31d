// The certificate of cleaning, as lines. It carries counts and hashes, never a value of the source.
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { api } from '#web/api.ts';
import { useLocale } from '#web/context.tsx';
import { Count } from '#web/text/when.tsx';
import { X } from '#web/text/say.tsx';
import { Facts } from '#web/ui/strips.tsx';
import * as say from '#words/cases.ts';
import type { CertificateBody, Ledger } from './case-of.ts';

export const CertificateOf = ({ body }: { body: CertificateBody }) => {
  const l = useLocale();
  const { removed = {} } = body;
  const counts: (readonly [string, number | undefined])[] = [
    [say.imagesCertificatePerson(l), removed.person], [say.imagesCertificateDateTime(l), removed.dateTime], [say.imagesCertificateIdentifier(l), removed.identifier],
    [say.imagesCertificateText(l), removed.text], [say.imagesCertificatePrivate(l), removed.private],
    [say.imagesCertificateOverlay(l), removed.overlay === undefined ? undefined : removed.overlay + (removed.curve ?? 0)],
    [say.imagesCertificateOther(l), removed.other], [say.imagesCertificateUnsound(l), removed.unsound],
    [say.imagesCertificateKept(l), body.kept?.length], [say.imagesCertificateMasks(l), body.masks?.length], [say.imagesCertificatePictures(l), body.pictures?.length],
  ];
  const rows: (readonly [ComponentChildren, ComponentChildren])[] = counts.flatMap(([label, n]) => (n === undefined ? [] : [[label, <Count n={n} />] as const]));
  if (body.confirmedBy === 'asker') rows.push([say.imagesCertificateConfirmed(l), say.imagesCertificateAsker(l)]);
  if (body.sha256After) rows.push([say.imagesCertificateAfter(l), <bdi class="x hash">{body.sha256After}</bdi>]);
  if (body.software) rows.push([say.imagesCertificateSoftware(l), <X>{body.software}</X>]);
  return (
    <>
      <p class="meta">{say.imagesCertificateLead(l)}</p>
      <Facts rows={rows} />
      {body.unusedBitsUnseen && <p class="meta">{say.imagesCertificateUnusedBits(l)}</p>}
    </>
  );
};

/** Fetched when it is opened: certificates are long and seldom read. */
export const CertificateDetails = ({ runId }: { runId: string }) => {
  const l = useLocale();
  const [body, setBody] = useState<CertificateBody | 'missing'>();
  const open = (event: { currentTarget: HTMLDetailsElement }): void => {
    if (!event.currentTarget.open || (body !== undefined && body !== 'missing')) return;
    void api.get<Ledger>('/api/me/ledger').then((answer) => setBody((answer.ok ? answer.value.rows.find((row) => row.runId === runId)?.body : undefined) ?? 'missing'));
  };
  return (
    <details class="more" onToggle={open}>
      <summary>{say.imagesThereCertificate(l)}</summary>
      {body === 'missing' ? <p class="meta">{say.imagesCertificateMissing(l)}</p> : body && <CertificateOf body={body} />}
    </details>
  );
};
