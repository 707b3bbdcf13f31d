// What this page needs of GET /api/cases/:id.

export type TierThere = { readonly url: string; readonly bytes: number };
export type RunThere = {
  readonly id: string;
  readonly label: string;
  readonly position: number;
  readonly frames: number;
  readonly primaryAngle: number | null;
  readonly secondaryAngle: number | null;
  readonly sidecar: { readonly modality?: string };
  readonly t0: TierThere | null;
  readonly t1: TierThere | null;
  readonly t2: TierThere | null;
};
export type CaseOfImages = { readonly id: string; readonly phase: string; readonly runs: readonly RunThere[]; readonly may: { readonly addRun: boolean } };

/** A certificate's body, read with care: an older one may lack a field. */
export type CertificateBody = {
  readonly software?: string;
  readonly removed?: Readonly<Record<string, number>>;
  readonly kept?: readonly string[];
  readonly masks?: readonly unknown[];
  readonly pictures?: readonly unknown[];
  readonly sha256After?: string;
  readonly unusedBitsUnseen?: boolean;
  readonly confirmedBy?: string;
};
/** GET /api/cases/:id/runs/:runId/certificate. */
export type CertificateOfRun = { readonly id: string; readonly body: CertificateBody };
