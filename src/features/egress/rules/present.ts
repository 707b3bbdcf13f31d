// What is told of a ledger and of a certificate. An institution's officer is told who sent a run and nothing of its case.

import { keywordOf } from 'imaging/dicom/dictionary';
import { type Named, nameEn, nameFa } from '#features/people/rules/names.ts';
import { digestOf, type Json } from './canonical.ts';
import { bodyOf } from './certificate-body.ts';
import type { Head, LedgerKind, LedgerRow } from './ledger.ts';

type Person = { id: string; nameEn: string; nameFa: string };
export type SentObject = { tier: 't0' | 't1' | 't2'; bytes: number; sha256: string };
type RawRun = {
  run: string; at: string; certificate: string | null; case: string | null; titleEn: string | null; titleFa: string | null; masks: number | null; person: Named & { id: string }; objects: SentObject[];
};
export type SentRun = {
  run: string; at: string; certificate: string | null; bytes: number; masks: number | null; objects: SentObject[];
  /** In one's own ledger alone. */
  case: { id: string; titleEn: string; titleFa: string } | null;
  /** In an institution's ledger alone. */
  person: Person | null;
};
export type LedgerView = { kind: LedgerKind; owner: string; nameEn: string; nameFa: string; head: Head; runs: number; bytes: number; newest: SentRun[] };
export type CertificateView = { id: string; at: string; body: Record<string, unknown>; person: Person | null; institutionEn: string; institutionFa: string; rows: LedgerRow[];
  /** The body's digest is the one that its rows hold. */
  sound: boolean;
  /** What was kept, with the names of the standard's dictionary. */
  kept: { tag: string; keyword: string }[];
};

const personOf = (p: Named & { id: string }): Person => ({ id: p.id, nameEn: nameEn(p), nameFa: nameFa(p) });

export const presentRun = (kind: LedgerKind, raw: RawRun): SentRun => ({
  run: raw.run, at: raw.at, certificate: raw.certificate, masks: raw.masks, objects: raw.objects, bytes: raw.objects.reduce((sum, { bytes }) => sum + bytes, 0),
  case: kind === 'person' && raw.case !== null ? { id: raw.case, titleEn: raw.titleEn ?? '', titleFa: raw.titleFa ?? '' } : null,
  person: kind === 'institution' ? personOf(raw.person) : null,
});

type RawCertificate = { id: string; at: Date; body: Record<string, unknown>; person: (Named & { id: string }) | null; institutionEn: string | null; institutionFa: string | null; rows: LedgerRow[] };
export const presentCertificate = (raw: RawCertificate): CertificateView => ({
  id: raw.id, at: raw.rows[0]?.at ?? raw.at.toISOString(), body: raw.body, person: raw.person && personOf(raw.person),
  institutionEn: raw.institutionEn ?? '', institutionFa: raw.institutionFa ?? '', rows: raw.rows,
  sound: raw.rows.every(({ certificateSha256 }) => certificateSha256 === digestOf(raw.body as Json)),
  kept: bodyOf(raw.body).kept.map((tag) => ({ tag, keyword: keywordOf(Number.parseInt(tag, 16)) ?? '' })),
});
