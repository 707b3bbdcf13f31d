/** Messages of the worker that paints what is no picture yet. One file a worker; it is ended with its answer. */
export type PaintRequest = { readonly file: Blob };
export type PaintAnswer =
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  | { readonly kind: 'painted'; readonly painted: Painted }
  | { readonly kind: 'refused'; readonly code: string; readonly params: Readonly<Record<string, string | number>> };

/** Pictures that take the file's place (of a film: one run, as DICOM); all else of it is left behind. */
export type Painted = { readonly from: 'ecg' | 'page' | 'film' | 'photo'; readonly pictures: readonly Blob[] };
