import { type Memory, PAGE, startWasm } from '../wasm.ts';
import { KERNEL } from './binary.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** Places are bytes of the memory, widths and heights pixels. */
export type Exports = {
  readonly memory: Memory;
  borderedBytes(width: number, height: number): number;
  whiteTopHat(source: number, width: number, height: number, work: number, again: number, out: number): void;
  halved(source: number, width: number, height: number, out: number): void;
  smoothed(source: number, width: number, height: number, work: number, out: number): void;
  foretold(frame: number, a: number, b: number, c: number, d: number, count: number, image: number, spread: number): void;
  medianOfFive(p: number, q: number, r: number, s: number, t: number, count: number, median: number, activity: number): void;
  extremes(picture: number, count: number, high: number, low: number): void;
  inverted(source: number, count: number, out: number): void;
  medianOf(first: number, step: number, pictures: number, count: number, work: number, out: number): void;
  strokeMask(source: number, width: number, height: number, thresholds: number, out: number): void;
};

/** Room for pictures beside one another, laid anew for each call. */
export type Kernel = {
  readonly does: Exports;
  /** Places for pieces of these lengths, with slack behind each; `fill` copies in, `take` copies out, since the next call lies in the same memory. */
  readonly lay: (lengths: readonly number[]) => readonly number[];
  readonly fill: (place: number, bytes: Uint8Array) => void;
  readonly take: (place: number, length: number) => Bytes;
};

const SLACK = 32;
/** Places begin at multiples of this, the first above what a compiler may keep at the bottom. */
const ALIGNED = 64;

const kernelOf = (does: Exports): Kernel => {
  const { memory } = does;
  let all = new Uint8Array(memory.buffer);
  return {
    does,
    lay: (lengths) => {
      let end = 1024;
      const places = lengths.map((length) => {
        const place = end;
        end = Math.ceil((end + length + SLACK) / ALIGNED) * ALIGNED;
        return place;
      });
      if (end > all.length) {
        memory.grow(Math.ceil((end - all.length) / PAGE));
        all = new Uint8Array(memory.buffer);
      }
      return places;
    },
    fill: (place, bytes) => all.set(bytes, place),
    take: (place, length) => all.slice(place, place + length),
  };
};

/** Starts the kernel; null where a policy refuses WASM or the engine has no 128-bit instructions. Its memory grows to the largest picture and stays. */
export function startKernel(): Kernel | null {
  const wasm = startWasm<Exports>(KERNEL);
  return wasm && kernelOf(wasm);
}

let started: Kernel | null | undefined;
/** One a thread, started by the first picture; null where only the reference can run. */
export const kernel = (): Kernel | null => {
  if (started === undefined) started = startKernel();
  return started;
};
