// The certificate of cleaning, as lines. It carries counts and hashes, never a value of the source.
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { api } from '#web/api.ts';
import { useLocale } from '#web/context.tsx';
import { Count } from '#web/text/when.tsx';
import { X } from '#web/text/say.tsx';
import { Facts } from '#web/ui/strips.tsx';
import * as say from '#words/cases.ts';
import type { CertificateBody, CertificateOfRun } from './case-of.ts';

const CertificateOf = ({ body }: { body: CertificateBody }) => {
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
export const CertificateDetails = ({ caseId, runId }: { caseId: string; runId: string }) => {
  const l = useLocale();
  const [found, setFound] = useState<CertificateOfRun | 'missing'>();
  const open = (event: { currentTarget: HTMLDetailsElement }): void => {
    if (!event.currentTarget.open || (found !== undefined && found !== 'missing')) return;
    void api.get<CertificateOfRun>(`/api/cases/${caseId}/runs/${runId}/certificate`).then((answer) => setFound(answer.ok ? answer.value : 'missing'));
  };
  return (
    <details class="more" onToggle={open}>
      <summary>{say.imagesThereCertificate(l)}</summary>
      {found === 'missing' ? <p class="meta">{say.imagesCertificateMissing(l)}</p> : found && <><CertificateOf body={found.body} /><p><a href={`/certificates/${found.id}`}>{say.imagesCertificateSheet(l)}</a></p></>}
    </details>
  );
};
