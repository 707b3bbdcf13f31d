/** Boosted trees as a table: see `packTrees` of the training script, which writes it. */
export type TreeTable = {
  /** Log-odds before any tree. */
  readonly base: number;
  /** Per feature the values that its bins end at, ascending. */
  readonly edges: readonly (readonly number[])[];
  /** All trees in preorder, base64: a split is [feature, edge], goes left where value ≤ edge, and is followed by both sides; a leaf is [255, int16 of 1/1024]. */
  readonly trees: string;
};

const LEAF = 255;

/** Nodes side by side: feature (or −1 for a leaf), threshold or value, and where the right side begins. */
export type Forest = { readonly base: number; readonly feature: Int8Array; readonly value: Float64Array; readonly right: Int32Array; readonly roots: readonly number[] };

export function unpackTrees({ base, edges, trees }: TreeTable): Forest {
  const bytes = bytesOf(trees);
  const feature: number[] = [];
  const value: number[] = [];
  const right: number[] = [];
  const roots: number[] = [];
  let at = 0;
  const read = (): void => {
    const node = feature.length;
    const kind = bytes[at++] as number;
    right.push(0);
    if (kind === LEAF) {
      feature.push(-1);
      value.push((((bytes[at] as number) | ((bytes[at + 1] as number) << 8)) << 16 >> 16) / 1024);
      at += 2;
      return;
    }
    feature.push(kind);
    value.push(edges[kind]?.[bytes[at++] as number] ?? 0);
    read();
    right[node] = feature.length;
    read();
  };
  while (at < bytes.length) {
    roots.push(feature.length);
    read();
  }
  return { base, feature: Int8Array.from(feature), value: Float64Array.from(value), right: Int32Array.from(right), roots };
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Base64 to bytes, without a platform. */
function bytesOf(text: string): Uint8Array {
  const letters = text.replace(/=+$/, '');
  const bytes = new Uint8Array((letters.length * 3) >> 2);
  for (let at = 0, bits = 0, held = 0, to = 0; at < letters.length; at++) {
    held = (held << 6) | ALPHABET.indexOf(letters[at] as string);
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[to++] = (held >> bits) & 255;
  }
  return bytes;
}

/** Log-odds that a line with these features is writing. */
export function scoreBy({ base, feature, value, right, roots }: Forest, features: readonly number[]): number {
  let sum = base;
  for (const root of roots) {
    let node = root;
    for (let kind = feature[node] as number; kind >= 0; kind = feature[node] as number) {
      node = (features[kind] as number) <= (value[node] as number) ? node + 1 : (right[node] as number);
    }
    sum += value[node] as number;
  }
  return sum;
}
