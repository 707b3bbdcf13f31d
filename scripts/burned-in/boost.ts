// Gradient-boosted trees for a yes or no: logistic loss, histograms of 64 bins, trees grown leaf by leaf at the largest gain.
import type { TreeTable } from '../../imaging/src/pixels/burned-in/trees.ts';

export type Sample = { readonly features: readonly number[]; readonly writing: boolean; readonly weight: number };
export type Growth = { readonly trees: number; readonly leaves: number; readonly rate: number; readonly l2: number };

const BINS = 64;
type Split = { feature: number; bin: number; gain: number };
type Leaf = { rows: Int32Array; split: Split | null; sums: readonly [number, number]; node: Node };
type Node = { feature: number; bin: number; value: number; left?: Node; right?: Node };

export function boost(samples: readonly Sample[], growth: Growth): TreeTable {
  const width = samples[0]?.features.length ?? 0;
  const edges = Array.from({ length: width }, (_, f) => edgesOf(samples.map(({ features }) => features[f] as number)));
  const binned = edges.map((ends, f) => Uint8Array.from(samples, ({ features }) => binOf(ends, features[f] as number)));
  const target = Float64Array.from(samples, ({ writing }) => (writing ? 1 : 0));
  const weight = Float64Array.from(samples, (sample) => sample.weight);
  const positive = sumOf(weight.map((w, n) => w * (target[n] as number)));
  const base = Math.log(positive / (sumOf(weight) - positive));
  const score = new Float64Array(samples.length).fill(base);
  const bytes: number[] = [];
  for (let tree = 0; tree < growth.trees; tree++) {
    const gradient = score.map((s, n) => (weight[n] as number) * (1 / (1 + Math.exp(-s)) - (target[n] as number)));
    const hessian = score.map((s, n) => (weight[n] as number) * Math.max(1e-6, 1 / (1 + Math.exp(-s)) / (1 + Math.exp(s))));
    const leaves = grow({ binned, gradient, hessian, growth });
    for (const { rows, node } of leaves) for (const row of rows) score[row] = (score[row] as number) + node.value;
    write(leaves[0] === undefined ? { feature: -1, bin: 0, value: 0 } : rootOf.get(leaves[0].node) ?? leaves[0].node, bytes);
  }
  return { base: round(base), edges: edges.map((ends) => ends.map(round)), trees: Buffer.from(bytes).toString('base64') };
}

const round = (value: number): number => Number(value.toPrecision(5));
const sumOf = (values: Float64Array): number => values.reduce((sum, one) => sum + one, 0);

/** Ends of at most 64 bins of about equal count, rounded as the table will have them. */
function edgesOf(values: number[]): number[] {
  const sorted = values.sort((a, b) => a - b);
  return [...new Set(Array.from({ length: BINS - 1 }, (_, n) => round(sorted[Math.floor(((n + 1) * sorted.length) / BINS)] as number)))];
}

function binOf(edges: readonly number[], value: number): number {
  let [low, high] = [0, edges.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (value <= (edges[middle] as number)) high = middle;
    else low = middle + 1;
  }
  return low;
}

type Growing = { binned: readonly Uint8Array[]; gradient: Float64Array; hessian: Float64Array; growth: Growth };
const rootOf = new WeakMap<Node, Node>();

function grow(work: Growing): Leaf[] {
  const { binned, gradient, growth } = work;
  const root: Node = { feature: -1, bin: 0, value: 0 };
  const leaves: Leaf[] = [leafOf(Int32Array.from(gradient, (_, n) => n), root, work)];
  while (leaves.length < growth.leaves) {
    const at = leaves.reduce((best, leaf, n) => ((leaf.split?.gain ?? 0) > (leaves[best]?.split?.gain ?? 0) ? n : best), 0);
    const { rows, split, node } = leaves[at] as Leaf;
    if (split === null) break;
    const column = binned[split.feature] as Uint8Array;
    Object.assign(node, { feature: split.feature, bin: split.bin, left: { feature: -1, bin: 0, value: 0 }, right: { feature: -1, bin: 0, value: 0 } });
    const sides = [rows.filter((row) => (column[row] as number) <= split.bin), rows.filter((row) => (column[row] as number) > split.bin)] as const;
    leaves.splice(at, 1, leafOf(sides[0], node.left as Node, work), leafOf(sides[1], node.right as Node, work));
  }
  for (const { node, sums } of leaves) {
    node.value = Math.max(-8, Math.min(8, (-growth.rate * sums[0]) / (sums[1] + growth.l2)));
    rootOf.set(node, root);
  }
  return leaves;
}

function leafOf(rows: Int32Array, node: Node, { binned, gradient, hessian, growth }: Growing): Leaf {
  let [g, h] = [0, 0];
  for (const row of rows) {
    g += gradient[row] as number;
    h += hessian[row] as number;
  }
  let split: Split | null = null;
  const own = (g * g) / (h + growth.l2);
  for (const [feature, column] of binned.entries()) {
    const [gs, hs, counts] = [new Float64Array(BINS), new Float64Array(BINS), new Int32Array(BINS)];
    for (const row of rows) {
      const bin = column[row] as number;
      gs[bin] = (gs[bin] as number) + (gradient[row] as number);
      hs[bin] = (hs[bin] as number) + (hessian[row] as number);
      counts[bin] = (counts[bin] as number) + 1;
    }
    let [gl, hl, nl] = [0, 0, 0];
    for (let bin = 0; bin < BINS - 1; bin++) {
      gl += gs[bin] as number;
      hl += hs[bin] as number;
      nl += counts[bin] as number;
      if (nl < 20 || rows.length - nl < 20) continue;
      const gain = (gl * gl) / (hl + growth.l2) + ((g - gl) * (g - gl)) / (h - hl + growth.l2) - own;
      if (gain > (split?.gain ?? 1e-6)) split = { feature, bin, gain };
    }
  }
  return { rows, split, sums: [g, h], node };
}

function write(node: Node, bytes: number[]): void {
  if (node.left === undefined || node.right === undefined) {
    const value = Math.round(node.value * 1024) & 0xffff;
    bytes.push(255, value & 255, value >> 8);
    return;
  }
  bytes.push(node.feature, node.bin);
  write(node.left, bytes);
  write(node.right, bytes);
}
