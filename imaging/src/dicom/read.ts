import { latin1Text } from '../bytes.ts';
import { ok, type Result, refuse, tooLarge } from '../result.ts';
import { type DataElement, type DataSet, type Encoding, EXPLICIT, IMPLICIT, readDataSet, Stop, sourceOf } from './data-set.ts';
import { LONG_VRS, SHORT_VRS } from './element.ts';
import { inflateBounded } from './inflate.ts';
import { LIMITS } from './limits.ts';
import { groupOf, TAG, type Tag, tag } from './tags.ts';
import { DEFLATED_LE, EXPLICIT_BE, EXPLICIT_LE, IMPLICIT_LE, type TransferSyntax, transferSyntaxOf } from './transfer-syntaxes.ts';

export type DicomFile = {
  readonly preamble: 'absent' | 'zero' | 'filled';
  readonly meta: DataSet;
  readonly set: DataSet;
  readonly transferSyntax: TransferSyntax;
  readonly pixel: DataElement | undefined;
  /** Where the bytes that `set` looks at begin in their buffer. */
  readonly byteOffset: number;
  /** Bytes after the last element that could be read. */
  readonly trailing: number;
  /** Elements out of order, met twice, or sequences that could not be read. */
  readonly disorder: number;
};

const MAGIC_AT = 128;

export const hasPreamble = (bytes: Uint8Array): boolean =>
  bytes.length >= 132 && latin1Text(bytes.subarray(MAGIC_AT, 132)) === 'DICM';

// A data set without preamble starts with group 0008 (or 0002), in one byte order or the other.
const bareStart = (bytes: Uint8Array): Encoding | undefined => {
  if (bytes.length < 16) return undefined;
  const vr = latin1Text(bytes.subarray(4, 6));
  const explicit = SHORT_VRS.has(vr) || LONG_VRS.has(vr);
  const little = (bytes[0] === 8 || bytes[0] === 2) && bytes[1] === 0 && bytes[3] === 0;
  if (little && (explicit || (bytes[6] === 0 && bytes[7] === 0))) return { explicit, bigEndian: false };
  const big = bytes[0] === 0 && bytes[1] === 8 && bytes[2] === 0 && explicit;
  return big ? { explicit, bigEndian: true } : undefined;
};

/** Whether the bytes look like DICOM, with or without preamble; says nothing of what follows. */
export const looksLikeDicom = (bytes: Uint8Array): boolean => hasPreamble(bytes) || bareStart(bytes) !== undefined;

const guessed = (bytes: Uint8Array, at: number): TransferSyntax | undefined => {
  const encoding = bareStart(bytes.subarray(at, at + 16));
  if (encoding === undefined) return undefined;
  return transferSyntaxOf(encoding.bigEndian ? EXPLICIT_BE : encoding.explicit ? EXPLICIT_LE : IMPLICIT_LE);
};

const isZero = (bytes: Uint8Array): boolean => bytes.every((byte) => byte === 0);

const uidText = (element: DataElement | undefined): string =>
  element === undefined ? '' : latin1Text(element.value.subarray(0, 64)).replace(/[\0 ]+$/, '');

type Opening = { meta: Map<Tag, DataElement>; start: number; preamble: DicomFile['preamble'] };

const readMeta = (bytes: Uint8Array): Opening => {
  const withPreamble = hasPreamble(bytes);
  const at = withPreamble ? 132 : 0;
  const source = sourceOf(bytes);
  const read = readDataSet(source, at, bytes.length, {
    encoding: EXPLICIT, depth: 0, open: false, until: (found) => groupOf(found) !== 2,
  });
  const preamble = !withPreamble ? 'absent' : isZero(bytes.subarray(0, 128)) ? 'zero' : 'filled';
  return { meta: read.set, start: read.next, preamble };
};

const readBody = (bytes: Uint8Array, start: number, syntax: TransferSyntax): Pick<DicomFile, 'set' | 'trailing' | 'disorder'> => {
  const source = sourceOf(bytes);
  // Some devices say implicit and write explicit, or the reverse; the first element shows which.
  const seen = syntax.bigEndian ? undefined : bareStart(bytes.subarray(start, start + 16));
  const encoding = seen !== undefined && !seen.bigEndian ? seen : syntax.explicit ? { explicit: true, bigEndian: syntax.bigEndian } : IMPLICIT;
  const read = readDataSet(source, start, bytes.length, { encoding, depth: 0, open: false, lenientAfter: TAG.pixelData });
  return { set: read.set, trailing: bytes.length - read.next, disorder: source.disorder };
};

const readUnsafe = (bytes: Uint8Array): Result<DicomFile> => {
  const start = hasPreamble(bytes) || groupOf(tag((bytes[0] ?? 0) | ((bytes[1] ?? 0) << 8), 0)) === 2;
  const opening: Opening = start ? readMeta(bytes) : { meta: new Map(), start: 0, preamble: 'absent' };
  const uid = uidText(opening.meta.get(TAG.transferSyntax));
  const syntax = uid === '' ? guessed(bytes, opening.start) : transferSyntaxOf(uid);
  if (syntax === undefined) return refuse('dicom-transfer-syntax-unsupported', { syntax: /^[0-9.]{1,64}$/.test(uid) ? uid : '?' });
  let body = bytes;
  let from = opening.start;
  if (uid === DEFLATED_LE) {
    const packed = bytes.subarray(opening.start);
    const inflated = inflateBounded(packed, Math.min(LIMITS.inflatedBytes, Math.max(LIMITS.deflateFreeBytes, packed.length * LIMITS.deflateRatio)));
    if (!inflated.ok) return inflated;
    body = inflated.value;
    from = 0;
  }
  const read = readBody(body, from, syntax);
  return ok({ ...read, preamble: opening.preamble, meta: opening.meta, transferSyntax: syntax, pixel: read.set.get(TAG.pixelData), byteOffset: body.byteOffset });
};

/**
 * Reads a DICOM file or a bare data set into a tree of views on its own bytes; nothing is copied except deflated data.
 * Refuses with `dicom-…` codes; never throws, whatever the bytes.
 */
export const readDicom = (bytes: Uint8Array): Result<DicomFile> => {
  if (bytes.length > LIMITS.fileBytes) return tooLarge('dicom-too-large', { limit: LIMITS.fileBytes });
  if (!looksLikeDicom(bytes)) return refuse('dicom-not-dicom');
  try {
    return readUnsafe(bytes);
  } catch (error) {
    if (error instanceof Stop) return error.refusal;
    // Reading past the end of a view is the one thing DataView itself reports.
    if (error instanceof RangeError) return refuse('dicom-truncated', { at: bytes.length });
    throw error;
  }
};
