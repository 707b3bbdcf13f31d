/** Longest code a DHT segment can name (ITU-T T.81 B.2.4.2). */
const LONGEST = 16;

/**
 * Huffman code lengths for the given symbol counts, at most 16 bits, with the all-ones code left free (T.81 annex C).
 * Index = symbol; 0 where the symbol does not occur.
 */
export function codeLengths(counts: readonly number[]): number[] {
  let weights = counts.slice();
  for (;;) {
    const lengths = huffmanLengths(weights);
    if (Math.max(...lengths) <= LONGEST) return lengths.slice(0, counts.length);
    // Flatten and try again: halving keeps order and ends in a balanced tree.
    weights = weights.map((weight) => (weight > 0 ? (weight >> 1) | 1 : 0));
  }
}

/** Plain Huffman over the used symbols and one reserved symbol of weight 0, which so gets one of the longest codes. */
function huffmanLengths(weights: readonly number[]): number[] {
  const lengths = new Array<number>(weights.length + 1).fill(0);
  let trees = weights.flatMap((weight, symbol) => (weight > 0 ? [{ weight, symbols: [symbol] }] : []));
  trees.push({ weight: 0, symbols: [weights.length] });
  while (trees.length > 1) {
    trees = trees.sort((a, b) => a.weight - b.weight);
    const [a, b, ...rest] = trees;
    if (!a || !b) break;
    const symbols = [...a.symbols, ...b.symbols];
    for (const symbol of symbols) lengths[symbol] = (lengths[symbol] ?? 0) + 1;
    trees = [...rest, { weight: a.weight + b.weight, symbols }];
  }
  return lengths;
}

/** Symbols in code order and their canonical codes (T.81 figure C.2). */
export function canonicalCodes(lengths: readonly number[]): { symbols: number[]; counts: number[]; codes: number[] } {
  const counts = new Array<number>(LONGEST).fill(0);
  const codes = new Array<number>(lengths.length).fill(0);
  const symbols: number[] = [];
  let code = 0;
  for (let length = 1; length <= LONGEST; length++) {
    for (const [symbol, own] of lengths.entries()) {
      if (own !== length) continue;
      symbols.push(symbol);
      codes[symbol] = code++;
      counts[length - 1] = (counts[length - 1] ?? 0) + 1;
    }
    code <<= 1;
  }
  return { symbols, counts, codes };
}
