// One certificate as a sheet that a privacy officer reads and prints: what was removed, kept and covered, who looked, and the hashes. No value of the source is in it.
import type { ComponentChildren } from 'preact';
import type { Locale } from '#kernel/locale.ts';
import { named, useLocale } from '#web/context.tsx';
import type { PageProps } from '#web/page.ts';
import { Say, X } from '#web/text/say.tsx';
import { Bytes, Count, When } from '#web/text/when.tsx';
import { Button, LinkButton } from '#web/ui/button.tsx';
import { Note } from '#web/ui/note.tsx';
import { Facts, Section } from '#web/ui/strips.tsx';
import * as say from '#words/egress.ts';
import { type Body, bodyOf, type MaskSaid } from '../rules/certificate-body.ts';
import type { CertificateView } from '../rules/present.ts';
import { tierText } from './ledger-of.tsx';

export const title = (l: Locale): string => say.certificateTitle(l);

export const View = ({ data: { certificate: c } }: PageProps<{ certificate: CertificateView }>) => {
  const l = useLocale();
  const body = bodyOf(c.body);
  const rows: (readonly [ComponentChildren, ComponentChildren])[] = [
    [say.certificateNumber(l), <X>{c.id}</X>],
    [say.certificateAt(l), <When at={c.at} clock both />],
    ...(c.institutionEn || c.institutionFa ? [[say.certificateFrom(l), <bdi>{named(l, { nameEn: c.institutionEn, nameFa: c.institutionFa })}</bdi>] as const] : []),
    [say.certificateBy(l), body.confirmed ? (c.person ? <bdi>{named(l, c.person)}</bdi> : say.certificateAsker(l)) : say.certificateNobody(l)],
    ...(body.software ? [[say.certificateSoftware(l), <X>{body.software}</X>] as const] : []),
  ];
  return (
    <article class="certificate">
      <h1>{say.certificateTitle(l)}</h1>
      <p>{say.certificateLead(l)}</p>
      <Facts rows={rows} />
      <Matches ledger={c} />
      {body.photo ? <Section title={say.removedTitle(l)}><p>{say.removedPhoto(l)}</p></Section> : <Removed body={body} />}
      <Covered body={body} />
      {body.kept.length > 0 && <Section title={say.keptTitle(l)} n={<Count n={body.kept.length} />}><p class="meta">{say.keptLead(l)}</p><p class="kept">{c.kept.map(({ tag, keyword }) => <X key={tag}>{keyword || tag}</X>)}</p></Section>}
      <Hashes of={c} body={body} />
      <div class="row above-4">
        <Button onClick={() => print()}>{say.certificatePrint(l)}</Button>
        <LinkButton icon="down" href={`/api/certificates/${c.id}/file`}>{say.certificateFile(l)}</LinkButton>
      </div>
    </article>
  );
};

/** Reckoned where the certificate was read: its digest is the one that the chain holds. */
const Matches = ({ ledger: { sound, rows } }: { ledger: CertificateView }) => {
  const l = useLocale();
  if (rows.length === 0) return <Note kind="wait">{say.certificateUnlisted(l)}</Note>;
  return sound ? <Note><Say>{say.certificateSound(l, { n: rows[0]?.seq ?? 0 })}</Say></Note> : <Note kind="stop">{say.certificateUnsound(l)}</Note>;
};

const Removed = ({ body: { removed } }: { body: Body }) => {
  const l = useLocale();
  const words: Readonly<Record<string, string>> = {
    person: say.removedPerson(l), dateTime: say.removedDateTime(l), identifier: say.removedIdentifier(l), text: say.removedText(l), private: say.removedPrivate(l), overlay: say.removedOverlay(l), curve: say.removedCurve(l),
    other: say.removedOther(l), unsound: say.removedUnsound(l), insideFrames: say.removedInsideFrames(l), preambleBytes: say.removedPreamble(l), trailingBytes: say.removedTrailing(l),
  };
  return (
    <Section title={say.removedTitle(l)}>
      <Facts rows={Object.entries(words).map(([key, word]) => [word, <Count key={key} n={removed[key] ?? 0} />] as const)} />
    </Section>
  );
};

const Covered = ({ body: { masks, pictures, frames, unusedBitsUnseen } }: { body: Body }) => {
  const l = useLocale();
  return (
    <Section title={say.coveredTitle(l)} n={<Count n={masks.length} />}>
      {masks.length === 0 ? <p>{say.coveredNone(l)}</p> : (
        <table class="tab">
          <thead><tr><th scope="col">{say.coveredPlace(l)}</th><th scope="col">{say.coveredSize(l)}</th><th scope="col">{say.coveredFrames(l)}</th></tr></thead>
          <tbody>{masks.map((mask, n) => <tr key={n}><td><X>{`x ${mask.left}, y ${mask.top}`}</X></td><td><X>{`${mask.width} × ${mask.height}`}</X></td><td>{framesText(l, mask)}</td></tr>)}</tbody>
        </table>
      )}
      <p class="above-2"><Say>{say.coveredSeen(l, { n: pictures.length, frames: frames ?? 0 })}</Say> {pictures.some(({ frame }) => frame !== null) && <X>{pictures.flatMap(({ frame }) => (frame === null ? [] : [frame + 1])).join(', ')}</X>}</p>
      {unusedBitsUnseen && <p class="meta">{say.coveredUnusedBits(l)}</p>}
    </Section>
  );
};

const framesText = (l: Locale, { from, to }: MaskSaid): ComponentChildren => (from === null || to === null ? say.coveredAll(l) : <X>{from === to ? `${from + 1}` : `${from + 1} – ${to + 1}`}</X>);

const Hashes = ({ of, body }: { of: CertificateView; body: Body }) => {
  const l = useLocale();
  const hash = (text: string) => <bdi class="x hash">{text}</bdi>;
  const rows: (readonly [ComponentChildren, ComponentChildren])[] = [
    ...(body.sha256Before ? [[say.hashBefore(l), <>{hash(body.sha256Before)} <span class="meta"><Bytes n={body.bytesBefore ?? 0} /></span></>] as const] : []),
    ...(body.sha256After ? [[say.hashAfter(l), <>{hash(body.sha256After)} <span class="meta"><Bytes n={body.bytesAfter ?? 0} /></span></>] as const] : []),
    ...of.rows.map(({ tier, sha256, bytes }) => [tierText(l, tier), <>{hash(sha256)} <span class="meta"><Bytes n={bytes} /></span></>] as const),
  ];
  return <Section title={say.hashTitle(l)}><p class="meta">{say.hashLead(l)}</p><Facts rows={rows} /></Section>;
};
