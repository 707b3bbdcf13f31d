// In which pieces a clean film is fetched: a megabyte at a time, or, where half of each frame can be shown alone, first those halves.

/** Where frames lie in the file, and how many of their first bytes hold an eighth, a quarter and half of their size. */
export type FramePlaces = { readonly offsets?: readonly { readonly offset: number; readonly length: number }[]; readonly cuts?: readonly (readonly number[])[] };

/** Bytes `start` up to and without `end`. Late pieces come when all others are there or somebody waits for them. */
export type Piece = { readonly start: number; readonly end: number; readonly late: boolean };

export const PIECE_BYTES = 1024 * 1024;

const evenly = (start: number, end: number, late: boolean): Piece[] =>
  Array.from({ length: Math.ceil((end - start) / PIECE_BYTES) }, (_, n) => ({ start: start + n * PIECE_BYTES, end: Math.min(end, start + (n + 1) * PIECE_BYTES), late }));

/** Pieces that cover all `size` bytes once, in the order of the file. Places that are not in order are not believed. */
export const filmPieces = (size: number, { offsets = [], cuts = [] }: FramePlaces): Piece[] => {
  const halves = offsets.map(({ offset, length }, n) => ({ start: offset, cut: offset + (cuts[n]?.[2] ?? 0), end: offset + length }));
  const sound = cuts.length === offsets.length && halves.every(({ start, cut, end }, n) => cut > start && cut < end && end <= (halves[n + 1]?.start ?? size));
  const [first] = halves;
  if (!first || !sound) return evenly(0, size, false);
  return [
    ...evenly(0, first.start, false),
    ...halves.flatMap(({ start, cut }, n) => [...evenly(start, cut, false), ...evenly(cut, halves[n + 1]?.start ?? size, true)]),
  ];
};
