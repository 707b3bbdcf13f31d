import { type Refusal, refuse } from '../result.ts';

/** What intake needs of a Blob or File: its size, and pieces of it that are read when asked for. */
export type Slices = {
  readonly size: number;
  slice(from: number, to: number): Slices;
  arrayBuffer(): Promise<ArrayBuffer>;
};

/** A disc that was taken out, a folder without permission; caught where a file begins and told as its reason. */
export class Unreadable extends Error {}

export const UNREADABLE: Refusal = refuse('intake-unreadable');

/** The bytes from `from` up to `to`, as many as there are. */
export const bytesAt = async (slices: Slices, from: number, to: number): Promise<Uint8Array<ArrayBuffer>> => {
  try {
    return new Uint8Array(await slices.slice(from, to).arrayBuffer());
  } catch {
    throw new Unreadable();
  }
};
