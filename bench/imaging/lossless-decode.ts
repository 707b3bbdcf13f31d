// Decoding JPEG lossless (.70) in one thread: beside the decoder that other viewers use, on the same frames, and beside the rate of a flat-panel run.

import { Decoder } from 'jpeg-lossless-decoder-js';
import { type Figure, median, round } from '../figure.ts';
import { startKernel } from '../../imaging/src/pixels/jpeg/kernel/start.ts';
import { decodeLossless, type Expected } from '../../imaging/src/pixels/jpeg/lossless.ts';
import { encodeLossless } from '../../imaging/src/pixels/jpeg/encode.ts';
import { detectorFrame } from './detector-frames.ts';

const PEER = 'jpeg-lossless-decoder-js 2.1.2';
const FRAMES = 4;
const ROUNDS = 7;
const ACQUIRED = 15;
const BAR = 10;

type Way = (bytes: Uint8Array<ArrayBuffer>) => ArrayLike<number>;
/** Times that a way goes through the frames in one round: the fast ones more often, so that a round of each is about as long. */
type Racer = { readonly decode: Way; readonly repeat: number };

const ours = (expected: Expected, kernel: ReturnType<typeof startKernel>): Way => (bytes) => {
  const out = decodeLossless(bytes, expected, kernel);
  if (!out.ok) throw new Error(`a frame was refused: ${out.code}`);
  return out.value;
};

const theirs = (deep: boolean): Way => (bytes) => {
  const out = new Decoder().decode(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const buffer = out instanceof ArrayBuffer ? out : out.buffer;
  return deep ? new Uint16Array(buffer) : new Uint8Array(buffer);
};

const same = (a: ArrayLike<number>, b: ArrayLike<number>): boolean => a.length === b.length && Array.from(a).every((value, at) => value === b[at]);

/** Frames a second of one way over all frames. The thread's own seconds: what else runs on a shared machine is nobody's work. */
const rate = ({ decode, repeat }: Racer, frames: readonly Uint8Array<ArrayBuffer>[]): number => {
  const began = process.threadCpuUsage();
  for (let i = 0; i < repeat; i++) for (const bytes of frames) decode(bytes);
  const { user, system } = process.threadCpuUsage(began);
  return (frames.length * repeat * 1e6) / (user + system);
};

const figure = (name: string, own: readonly number[], peer: readonly number[], bar?: Figure['bar']): Figure => {
  const ratios = own.map((value, i) => value / (peer[i] as number));
  return {
    name, unit: 'frames/s', value: round(median(own)), beside: { name: PEER, value: round(median(peer)) }, ratio: round(median(ratios)),
    spread: { min: round(Math.min(...ratios)), max: round(Math.max(...ratios)) }, ...(bar ? { bar } : {}),
  };
};

const measure = (side: number, precision: number): Figure[] => {
  const deep = precision > 8;
  const expected: Expected = { rows: side, columns: side, components: 1, bitsAllocated: deep ? 16 : 8 };
  const sources = Array.from({ length: FRAMES }, (_, i) => detectorFrame(i + 1, side, precision));
  const frames = sources.map((data) => encodeLossless({ data, rows: side, columns: side, components: 1, precision }));
  const kernel = startKernel();
  if (!kernel) throw new Error('the kernel does not start');
  const racers = { kernel: { decode: ours(expected, kernel), repeat: 8 }, script: { decode: ours(expected, null), repeat: 4 }, peer: { decode: theirs(deep), repeat: 1 } };
  for (const racer of Object.values(racers)) if (!frames.every((bytes, i) => same(racer.decode(bytes), sources[i] as Uint16Array))) throw new Error('a decoder gives other samples');
  const rates: Record<keyof typeof racers, number[]> = { kernel: [], script: [], peer: [] };
  for (let i = 0; i <= ROUNDS; i++) {
    for (const [name, racer] of Object.entries(racers) as [keyof typeof racers, Racer][]) {
      const found = rate(racer, frames);
      if (i > 0) rates[name].push(found);
    }
  }
  const what = `${side}², ${precision} bits, one thread`;
  const figures = [
    figure(`JPEG lossless decoded by the kernel, ${what}`, rates.kernel, rates.peer, { at: BAR, is: 'at least', of: 'ratio' }),
    figure(`JPEG lossless decoded by the reference, ${what}`, rates.script, rates.peer),
  ];
  return side === 1024 ? [...figures, againstAcquisition(what, rates.kernel)] : figures;
};

const againstAcquisition = (what: string, rates: readonly number[]): Figure => ({
  name: `JPEG lossless decoded, ${what}`, unit: 'frames/s', value: round(median(rates)), beside: { name: 'acquisition rate', value: ACQUIRED },
  ratio: round(median(rates) / ACQUIRED), spread: { min: round(Math.min(...rates) / ACQUIRED), max: round(Math.max(...rates) / ACQUIRED) }, bar: { at: 2, is: 'at least', of: 'ratio' },
});

export const losslessDecode = async (): Promise<Figure[]> => [...measure(512, 8), ...measure(1024, 12)];
