import type { RemovedCount } from '../clean/certificate.ts';
import type { Mask, Proposal } from '../pixels/box.ts';

/** Why a person has to look first; refusals carry the instrument's own codes. */
export const REVIEW_CODES = ['review-kind', 'review-photo', 'review-text-found', 'review-text-declared'] as const;
/** What can befall a file before the instrument sees it. */
export const FAULT_CODES = ['file-unreadable', 'file-not-written', 'cleaning-failed'] as const;

export type ReportedMask = {
  /** Frames from 0, both ends included. */
  readonly frames: Mask['frames'];
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
  readonly why: Proposal['reason'];
};

/**
 * What became of one file. Nothing in it comes from the file's text: names are places, reasons are codes.
 * `masks` are burnt in when the outcome is `clean`, and proposals otherwise.
 */
export type Cleaned = {
  readonly outcome: 'clean' | 'needs-review' | 'refused';
  /** A code, or null when clean. */
  readonly reason: string | null;
  /** Name of the written file, made from its own hash; null when nothing was written. */
  readonly output: string | null;
  /** Elements and parts that went, in all and by kind; attributes that stayed. */
  readonly removed: number;
  readonly removedByKind: RemovedCount | null;
  readonly kept: number;
  readonly masks: readonly ReportedMask[];
  /** In hexadecimal digits; null where there are no such bytes. */
  readonly sha256: { readonly before: string | null; readonly after: string | null };
};

/** A cleaned file with its bytes, before it is written. */
export type Made = Omit<Cleaned, 'output'> & { readonly bytes: Uint8Array | null; readonly extension: string };

export const reported = ({ box, frames, reason }: Proposal): ReportedMask => ({
  frames, x: box.left, y: box.top, w: box.width, h: box.height, why: reason,
});

export const refused = (reason: string, before: string | null): Made => ({
  outcome: 'refused', reason, removed: 0, removedByKind: null, kept: 0, masks: [], sha256: { before, after: null }, bytes: null, extension: '',
});
