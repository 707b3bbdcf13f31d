import type { HuffmanTable } from '../huffman.ts';
import type { LosslessSamples, Scan } from '../scan.ts';
import { type Memory, PAGE, startWasm } from '../../wasm.ts';
import { KERNEL } from './binary.ts';


type Exports = {
  readonly memory: Memory;
  readonly FREE: { readonly value: number };
  pair(): void;
  unstuff(at: number, length: number, slack: number): number;
  decode8(source: number, bits: number, rows: number, columns: number, initial: number, out: number): number;
  decode16(source: number, bits: number, rows: number, columns: number, initial: number, out: number): number;
};

/** Fills `out` from the entropy-coded bytes that begin at `from`; false when they are not a whole scan. */
export type Kernel = (bytes: Uint8Array, from: number, scan: Scan, out: LosslessSamples) => boolean;

/** Places of the tables, as `left-predicted.as` has them. */
const FAST = 1024;

/** What the kernel was made for; every other scan is the reference's. */
export const suits = (scan: Scan): boolean =>
  scan.predictor === 1 && scan.stride === 1 && scan.parts.length === 1 && scan.rowsPerSegment === scan.rows;

/** Starts the kernel; null where a policy refuses WASM. Its memory grows to the largest frame that was decoded and stays. */
export function startKernel(): Kernel | null {
  const wasm = startWasm<Exports>(KERNEL);
  return wasm && kernelOf(wasm);
}

function kernelOf(wasm: Exports): Kernel {
  const { memory, FREE } = wasm;
  const out = FREE.value;
  let paired: HuffmanTable | null = null;
  return (bytes, from, scan, target) => {
    const table = scan.parts[0]?.table;
    if (!table) return false;
    const length = bytes.length - from;
    const source = out + target.byteLength;
    // A row may run on by 32 bits a sample before it is checked, and a look-up reads eight bytes.
    const slack = 4 * scan.columns + 16;
    const missing = source + length + slack - memory.buffer.byteLength;
    if (missing > 0) memory.grow(Math.ceil(missing / PAGE));
    const all = new Uint8Array(memory.buffer);
    if (table !== paired) putTable(memory.buffer, table);
    if (table !== paired) wasm.pair();
    paired = table;
    all.set(bytes.subarray(from), source);
    const left = wasm.unstuff(source, length, slack);
    if (left < 0) return false;
    const decode = target.BYTES_PER_ELEMENT === 1 ? wasm.decode8 : wasm.decode16;
    if (decode(source, left * 8, scan.rows, scan.columns, scan.initial, out) === 0) return false;
    // Copied out: the next frame overwrites this memory, and growing it detaches every view.
    target.set(target.BYTES_PER_ELEMENT === 1 ? all.subarray(out, source) : new Uint16Array(memory.buffer, out, target.length));
    return true;
  };
}

function putTable(memory: ArrayBuffer, { fast, maxCode, offset, values }: HuffmanTable): void {
  const words = new Int32Array(memory, FAST, fast.length + maxCode.length + offset.length);
  words.set(fast);
  words.set(maxCode, fast.length);
  words.set(offset, fast.length + maxCode.length);
  new Uint8Array(memory, FAST + words.byteLength, values.length).set(values);
}
