// A certificate's body read with care: one of an earlier version may lack a field (its wire is run-wire.ts of cases).

export type MaskSaid = { readonly left: number; readonly top: number; readonly width: number; readonly height: number; /** Null: all frames; both from 0. */ readonly from: number | null; readonly to: number | null };
export type Body = {
  readonly photo: boolean;
  readonly confirmed: boolean;
  readonly software: string;
  readonly removed: Readonly<Record<string, number>>;
  /** Eight hexadecimal digits each. */
  readonly kept: readonly string[];
  readonly masks: readonly MaskSaid[];
  readonly pictures: readonly { readonly kind: string; readonly frame: number | null }[];
  readonly frames: number | null;
  readonly unusedBitsUnseen: boolean;
  readonly sha256Before: string;
  readonly sha256After: string;
  readonly bytesBefore: number | null;
  readonly bytesAfter: number | null;
};

const record = (value: unknown): Readonly<Record<string, unknown>> => (typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {});
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const number = (value: unknown): number | null => (typeof value === 'number' ? value : null);

const maskOf = (value: unknown): MaskSaid => {
  const { box, frames } = record(value);
  const { left, top, width, height } = record(box);
  const { from, to } = record(frames);
  return { left: number(left) ?? 0, top: number(top) ?? 0, width: number(width) ?? 0, height: number(height) ?? 0, from: number(from), to: number(to) };
};

export const bodyOf = (body: Readonly<Record<string, unknown>>): Body => ({
  photo: body.photo === true, confirmed: body.confirmedBy === 'asker', software: text(body.software),
  removed: Object.fromEntries(Object.entries(record(body.removed)).flatMap(([key, n]) => (typeof n === 'number' ? [[key, n]] : []))),
  kept: list(body.kept).map(text), masks: list(body.masks).map(maskOf),
  pictures: list(body.pictures).map((one) => ({ kind: text(record(one).kind), frame: number(record(one).frame) })),
  frames: number(body.frames), unusedBitsUnseen: body.unusedBitsUnseen === true,
  sha256Before: text(body.sha256Before), sha256After: text(body.sha256After), bytesBefore: number(body.bytesBefore), bytesAfter: number(body.bytesAfter),
});
