import { joinBytes } from '../bytes.ts';
import { EXPLICIT_LE, JPEG_LOSSLESS } from '../dicom/transfer-syntaxes.ts';
import { writePart10 } from '../dicom/write.ts';
import { encodeLossless } from '../pixels/jpeg/encode.ts';
import { burnIn } from './burn-in.ts';
import { acquisitionElements, identifyingElements } from './header.ts';
import type { FakeIdentity } from './identity.ts';
import type { RenderedRun } from './run-spec.ts';

export type WriteChoice = {
  /** Lossless JPEG as a cath laboratory's CD has it (default), or uncompressed. */
  readonly pixels?: 'jpeg-lossless' | 'native';
  /** Burns the fake name and birth year into the frames, for showing that the cleaning finds them. */
  readonly burnName?: boolean;
};

/** Stored values as bytes, the low one first. */
export const littleEndian = (frame: Uint8Array | Uint16Array): Uint8Array => {
  if (frame instanceof Uint8Array) return frame;
  const out = new Uint8Array(2 * frame.length);
  const view = new DataView(out.buffer);
  for (let i = 0; i < frame.length; i++) view.setUint16(2 * i, frame[i] as number, true);
  return out;
};

/** The line that `burnName` writes. */
export const burnedLine = (who: FakeIdentity): string => `${who.familyName} ${who.givenName} ${who.birthDate.slice(0, 4)} ${who.patientId}`;

/** A run as an XA DICOM file of the fake identity: Part 10, multi-frame, 8 to 12 bits. */
export function writeRun(run: RenderedRun, who: FakeIdentity, choice: WriteChoice = {}): Uint8Array<ArrayBuffer> {
  const { size, bits = 8 } = run.spec;
  const px = Math.max(1, Math.round(size / 256));
  const stored: readonly (Uint8Array | Uint16Array)[] = run.deep ?? run.frames;
  const frames = choice.burnName
    ? burnIn(stored, size, { text: burnedLine(who), x: Math.round(size * 0.05), y: Math.round(size * 0.05), dot: px, level: Math.round((245 * (2 ** bits - 1)) / 255) }).frames
    : stored;
  const elements = [...acquisitionElements(run), ...identifyingElements(run, who, choice.burnName ?? false)];
  if (choice.pixels === 'native') {
    return writePart10({ transferSyntax: EXPLICIT_LE, elements, pixel: { kind: 'native', bytes: joinBytes(frames.map(littleEndian)), vr: bits > 8 ? 'OW' : 'OB' } });
  }
  const codestreams = frames.map((data) => encodeLossless({ data, rows: size, columns: size, components: 1, precision: bits }));
  return writePart10({ transferSyntax: JPEG_LOSSLESS, elements, pixel: { kind: 'encapsulated', frames: codestreams } });
}
