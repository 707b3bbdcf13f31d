import type { Modality } from '../clean/allow/kinds.ts';
import type { Certificate } from '../clean/certificate.ts';
import type { Sidecar } from '../clean/sidecar.ts';
import type { Mask, Proposal } from '../pixels/box.ts';
import type { FrameFormat, Samples } from '../pixels/format.ts';
import type { StripPlace } from '../pixels/strip.ts';
import type { Refusal } from '../result.ts';
import type { CineCodec } from './cine-ladder.ts';

/**
 * Messages between a page and the imaging worker. The page sends a `Request`; every answer carries the
 * request's `id`. `clean` is answered by any number of `progress` and then one `proposed` or `refused`;
 * `finish` by `progress` and then one `finished` or `refused`. Buffers in answers are transferred.
 */
export type Request = CleanRequest | FinishRequest | ForgetRequest | DecodeRequest;

export type CleanRequest = {
  readonly kind: 'clean';
  readonly id: string;
  /** A DICOM file or a JPEG/PNG photo; the worker finds out which. */
  readonly file: Blob;
  readonly options: CleanOptions;
};

export type CleanOptions = {
  /** Secret of the device for this patient, 16 bytes or more; stays on the device. */
  readonly key: Uint8Array<ArrayBuffer>;
  /** Sets one case's identifiers apart from another's, for instance the case's id as bytes. */
  readonly caseSalt: Uint8Array<ArrayBuffer>;
  /** All that the instrument knows when absent. */
  readonly modalityAllowed?: readonly Modality[];
};

/** Sent after a person looked at the strip. The worker still holds what `clean` with the same id read. */
export type FinishRequest = {
  readonly kind: 'finish';
  readonly id: string;
  /** What the person left of the proposals, and added; in pixels of the original frame. */
  readonly masks: readonly Mask[];
};

/** Frees what the worker holds for this id; also stops work under way. No answer. */
export type ForgetRequest = { readonly kind: 'forget'; readonly id: string };

/** One frame of a clean file for the player; answered by `decoded` or `refused`. */
export type DecodeRequest = {
  readonly kind: 'decode';
  readonly id: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly format: FrameFormat;
  /** The frame halved so often, of which a prefix of an HTJ2K frame is enough; absent: whole. */
  readonly level?: number;
};

export type Stage = 'read' | 'decode' | 'search' | 'mask' | 'still' | 'cine' | 'seal';

export type Answer =
  | { readonly kind: 'progress'; readonly id: string; readonly stage: Stage; readonly done: number; readonly total: number }
  | { readonly kind: 'proposed'; readonly id: string; readonly review: Review }
  | { readonly kind: 'finished'; readonly id: string; readonly result: CleanResult }
  | { readonly kind: 'decoded'; readonly id: string; readonly frame: DecodedFrame }
  | { readonly kind: 'refused'; readonly id: string; readonly refusal: Refusal };

/** What a person sees before confirming. */
export type Review = {
  readonly source: 'dicom' | 'photo';
  readonly width: number;
  readonly height: number;
  readonly frames: number;
  readonly strip: readonly StripPicture[];
  readonly proposals: readonly Proposal[];
  /** Attributes before and after, for the table on the page; these values never leave the device. Empty for a photo. */
  readonly changes: readonly AttributeChange[];
  /** What the clean header says, for the run's label; null for a photo. */
  readonly sidecar: Sidecar | null;
};

/** One frame, or made of many: `static` is their median, `brightest` and `darkest` what rises above and falls below what neighbours foretell, `corners` the borders enlarged. */
export type StripPicture = StripPlace & {
  readonly image: Blob;
};

export type AttributeChange = {
  /** Tag as eight upper-case hex digits. */
  readonly tag: string;
  /** DICOM keyword, or empty for private and unknown tags. */
  readonly keyword: string;
  readonly before: string;
  /** Null when the attribute is gone. */
  readonly after: string | null;
};

export type CleanResult = {
  readonly t0: Picture;
  readonly t1: Cine;
  /** The clean DICOM file, or the re-encoded photo. */
  readonly t2: Blob;
  /** Frame index of the clean file; null for a photo. */
  readonly sidecar: Sidecar | null;
  /** What was removed, masked and reviewed; null for a photo, which is painted anew from its pixels alone. */
  readonly certificate: Certificate | null;
};

export type Picture = { readonly blob: Blob; readonly width: number; readonly height: number; readonly frame: number };

/** T1, or honestly why there is none: `single-frame`, `no-encoder` or `encoder-failed`. */
export type Cine =
  | {
      readonly state: 'made';
      /** MP4, or a WebP sequence of every n-th frame. */
      readonly blob: Blob;
      readonly codec: CineCodec | 'webp';
      /** Noise was filtered in time before coding: said wherever the preview is shown. */
      readonly filtered: boolean;
      readonly width: number;
      readonly height: number;
    }
  | { readonly state: 'unavailable'; readonly reason: 'single-frame' | 'no-encoder' | 'encoder-failed' };

export type DecodedFrame = {
  readonly data: Samples;
  readonly rows: number;
  readonly columns: number;
  readonly channels: 1 | 3;
};
