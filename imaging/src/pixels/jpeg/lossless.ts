import { type Result, ok, refuse } from '../../result.ts';
import { type HuffmanTable, buildTable } from './huffman.ts';
import { type Kernel, suits } from './kernel/start.ts';
import { DHT, DRI, EOI, type FrameHeader, SOF_LOSSLESS, SOI, SOS, type Segment, nextSegment, readFrameHeader } from './markers.ts';
import { type LosslessSamples, type Scan, decodeScan } from './scan.ts';
import { unstuff } from './unstuff.ts';

/** What the data set says; the stream must agree before anything is allocated. */
export type Expected = {
  readonly rows: number;
  readonly columns: number;
  readonly components: number;
  /** 8 or 16: the kind of array that comes back. */
  readonly bitsAllocated: number;
};

type State = {
  readonly kernel: Kernel | null;
  frame: FrameHeader | null;
  readonly tables: Map<number, HuffmanTable>;
  restartInterval: number;
  out: LosslessSamples | null;
  readonly filled: Set<number>;
};

const BROKEN = 'frame-broken';

/**
 * Decodes one lossless Huffman JPEG frame (ITU-T T.81 process 14; DICOM .57 and .70): 2–16 bits, predictors 1–7, point
 * transform, restart markers, one or more components in any grouping of scans. Samples come back unsigned and interleaved.
 * Refuses streams that are cut, over-full or of another size than `expected`. A kernel decodes the scans it suits, with the same
 * samples and the same refusals; without one all is done here.
 */
export function decodeLossless(bytes: Uint8Array, expected: Expected, kernel: Kernel | null = null): Result<LosslessSamples> {
  const state: State = { kernel, frame: null, tables: new Map(), restartInterval: 0, out: null, filled: new Set() };
  const start = nextSegment(bytes, 0);
  if (start?.marker !== SOI) return refuse(BROKEN, { part: 'start' });
  let position = start.end;
  while (state.filled.size < expected.components) {
    const segment = nextSegment(bytes, position);
    if (!segment || segment.marker === EOI) return refuse(BROKEN, { part: 'end' });
    position = segment.end;
    const problem = readSegment(bytes, segment, state, expected);
    if (problem) return refuse(BROKEN, { part: problem });
    if (segment.marker !== SOS) continue;
    const next = decodeOneScan(bytes, segment, state);
    if (next === null) return refuse(BROKEN, { part: 'scan' });
    position = next;
  }
  return state.out ? ok(state.out) : refuse(BROKEN, { part: 'scan' });
}

/** Takes tables and sizes from a segment; says which part is wrong, or null. */
function readSegment(bytes: Uint8Array, segment: Segment, state: State, expected: Expected): string | null {
  if (segment.marker === DHT) return readTables(bytes, segment, state.tables) ? null : 'table';
  if (segment.marker === DRI) {
    state.restartInterval = (bytes[segment.start] ?? 0) * 256 + (bytes[segment.start + 1] ?? 0);
    return null;
  }
  const otherProcess = segment.marker >= 0xc0 && segment.marker <= 0xcf && segment.marker !== SOF_LOSSLESS;
  if (otherProcess) return 'process';
  if (segment.marker !== SOF_LOSSLESS) return null;
  if (state.frame) return 'frame';
  const frame = readFrameHeader(bytes, segment);
  if (!frame || !agrees(frame, expected)) return 'frame';
  state.frame = frame;
  const length = expected.rows * expected.columns * expected.components;
  state.out = expected.bitsAllocated === 8 ? new Uint8Array(length) : new Uint16Array(length);
  return null;
}

function agrees(frame: FrameHeader, expected: Expected): boolean {
  const whole = frame.components.length === 1 || frame.components.every((part) => part.horizontal === 1 && part.vertical === 1);
  return (
    whole &&
    frame.rows === expected.rows &&
    frame.columns === expected.columns &&
    frame.components.length === expected.components &&
    frame.precision >= 2 &&
    frame.precision <= expected.bitsAllocated
  );
}

function readTables(bytes: Uint8Array, segment: Segment, tables: Map<number, HuffmanTable>): boolean {
  let at = segment.start;
  while (at < segment.end) {
    const place = bytes[at] ?? 0;
    const counts = bytes.subarray(at + 1, at + 17);
    const total = counts.reduce((sum, count) => sum + count, 0);
    const end = at + 17 + total;
    if (place > 3 || end > segment.end) return false;
    const table = buildTable(counts, bytes.subarray(at + 17, end));
    if (!table) return false;
    tables.set(place, table);
    at = end;
  }
  return true;
}

/** Decodes the scan whose header is `segment`; where the next marker stands, or null. */
function decodeOneScan(bytes: Uint8Array, segment: Segment, state: State): number | null {
  const { frame, out, kernel } = state;
  if (!frame || !out) return null;
  const read = readScan(bytes, segment, state, frame);
  if (!read) return null;
  const { scan, pointTransform } = read;
  const next = kernel && suits(scan) ? (kernel(bytes, segment.end, scan, out) ? bytes.length : null) : decodeHere(bytes, segment.end, scan, out);
  if (next === null) return null;
  for (const { component } of scan.parts) {
    state.filled.add(component);
    // Once a component, not once a scan: shifting everything after each scan is wrong for separate scans.
    if (pointTransform > 0) for (let at = component; at < out.length; at += scan.stride) out[at] = (out[at] as number) << pointTransform;
  }
  return next;
}

function decodeHere(bytes: Uint8Array, from: number, scan: Scan, out: LosslessSamples): number | null {
  // A row may run on by 32 bits a sample before it is checked.
  const source = unstuff(bytes, from, scan.columns * scan.parts.length * 4);
  return decodeScan(scan, source, out) ? source.next : null;
}

function readScan(bytes: Uint8Array, segment: Segment, state: State, frame: FrameHeader): { scan: Scan; pointTransform: number } | null {
  const byte = (index: number): number => bytes[segment.start + index] ?? 0;
  const count = byte(0);
  if (count < 1 || count > 4 || segment.end - segment.start !== 4 + 2 * count) return null;
  const parts: { component: number; table: HuffmanTable }[] = [];
  for (let n = 0; n < count; n++) {
    const component = frame.components.findIndex((part) => part.id === byte(1 + 2 * n));
    const table = state.tables.get(byte(2 + 2 * n) >> 4);
    if (component < 0 || !table || state.filled.has(component) || parts.some((part) => part.component === component)) return null;
    parts.push({ component, table });
  }
  const predictor = byte(1 + 2 * count);
  const pointTransform = byte(3 + 2 * count) & 15;
  if (predictor < 1 || predictor > 7 || pointTransform >= frame.precision) return null;
  const { rows, columns } = frame;
  const interval = state.restartInterval;
  if (interval % columns !== 0) return null;
  return {
    pointTransform,
    scan: {
      rows,
      columns,
      stride: frame.components.length,
      parts,
      predictor,
      initial: 1 << (frame.precision - pointTransform - 1),
      rowsPerSegment: interval === 0 ? rows : interval / columns,
    },
  };
}
