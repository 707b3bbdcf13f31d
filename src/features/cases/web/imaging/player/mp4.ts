/** One coded picture of an MP4: where it lies and whether it stands alone. */
export type CodedPicture = { readonly offset: number; readonly size: number; readonly key: boolean };

/** The H.264 track of a preview cine. */
export type CodedTrack = {
  /** As WebCodecs names it, for instance `avc1.42E01E`. */
  readonly codec: string;
  /** The avcC box: parameter sets. */
  readonly description: Uint8Array<ArrayBuffer>;
  readonly width: number;
  readonly height: number;
  /** In decoding order, which is playing order: the cine has no B-frames. */
  readonly pictures: readonly CodedPicture[];
};

type Box = { readonly kind: string; readonly start: number; readonly end: number };

/** Bytes of a VisualSampleEntry before its own boxes (ISO/IEC 14496-12 12.1.3), size and name left out. */
const SAMPLE_ENTRY = 78;
const MOST_PICTURES = 100_000;

/**
 * Reads the first H.264 track of a plain MP4 (ISO/IEC 14496-12, not fragmented). Our own previews need 130 lines; the
 * whole of mediabunny's reading side is 51 kB gz, three seconds on the thin links that previews are for.
 * Null for anything else or broken. `length` is that of the whole file, where `bytes` is only its beginning.
 */
export function readTrack(bytes: Uint8Array, length = bytes.length): CodedTrack | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  for (const track of boxesAt(view, ['moov', 'trak'])) {
    const [table] = boxesIn(view, track, ['mdia', 'minf', 'stbl']);
    if (!table) continue;
    try {
      const found = readTable(view, bytes, table, length);
      if (found) return found;
    } catch (error) {
      // A read past the end is a broken file, nothing else.
      if (!(error instanceof RangeError)) throw error;
    }
  }
  return null;
}

function readTable(view: DataView, bytes: Uint8Array, table: Box, length: number): CodedTrack | null {
  const child = (kind: string): Box | undefined => children(view, table).find((box) => box.kind === kind);
  const [entry] = children(view, shifted(child('stsd'), 8));
  if (entry?.kind !== 'avc1') return null;
  const config = children(view, shifted(entry, SAMPLE_ENTRY)).find((box) => box.kind === 'avcC');
  if (!config || config.end - config.start < 7) return null;
  const description = bytes.slice(config.start, config.end);
  const name = [1, 2, 3].map((at) => (description[at] as number).toString(16).padStart(2, '0').toUpperCase()).join('');
  const pictures = readPictures(view, child('stsz'), child('stsc'), child('stco') ?? child('co64'), child('stss'));
  if (!pictures || pictures.some(({ offset, size }) => offset + size > length)) return null;
  return { codec: `avc1.${name}`, description, width: view.getUint16(entry.start + 24), height: view.getUint16(entry.start + 26), pictures };
}

/** Sizes, chunks and key pictures together (8.7.3.2, 8.7.4, 8.7.5, 8.6.2). */
function readPictures(view: DataView, sizes?: Box, chunks?: Box, places?: Box, keys?: Box): CodedPicture[] | null {
  if (!sizes || !chunks || !places) return null;
  const count = view.getUint32(sizes.start + 8);
  const common = view.getUint32(sizes.start + 4);
  if (count > MOST_PICTURES) return null;
  const keySet = keys && new Set(Array.from({ length: Math.min(count, view.getUint32(keys.start + 4)) }, (_, n) => view.getUint32(keys.start + 8 + 4 * n)));
  const pictures: CodedPicture[] = [];
  const chunkCount = view.getUint32(places.start + 4);
  const rules = view.getUint32(chunks.start + 4);
  let rule = 0;
  for (let chunk = 0; chunk < chunkCount && pictures.length < count; chunk++) {
    while (rule + 1 < rules && view.getUint32(chunks.start + 8 + 12 * (rule + 1)) <= chunk + 1) rule++;
    const inChunk = view.getUint32(chunks.start + 8 + 12 * rule + 4);
    let offset = placeOf(view, places, chunk);
    for (let n = 0; n < inChunk && pictures.length < count; n++) {
      const index = pictures.length;
      const size = common || view.getUint32(sizes.start + 12 + 4 * index);
      pictures.push({ offset, size, key: keySet?.has(index + 1) ?? true });
      offset += size;
    }
  }
  return pictures.length === count && pictures[0]?.key ? pictures : null;
}

function placeOf(view: DataView, { kind, start }: Box, chunk: number): number {
  return kind === 'co64' ? Number(view.getBigUint64(start + 8 + 8 * chunk)) : view.getUint32(start + 8 + 4 * chunk);
}

function shifted(box: Box | undefined, by: number): Box {
  return box ? { ...box, start: box.start + by } : { kind: '', start: 0, end: 0 };
}

function boxesAt(view: DataView, path: readonly string[]): Box[] {
  return boxesIn(view, { kind: '', start: 0, end: view.byteLength }, path);
}

/** All boxes at the end of a path of kinds. */
function boxesIn(view: DataView, parent: Box, path: readonly string[]): Box[] {
  const [kind, ...rest] = path;
  const found = children(view, parent).filter((box) => box.kind === kind);
  return rest.length === 0 ? found : found.flatMap((box) => boxesIn(view, box, rest));
}

function children(view: DataView, parent: Box): Box[] {
  const boxes: Box[] = [];
  for (let at = parent.start; at + 8 <= parent.end; ) {
    const size = view.getUint32(at);
    // Neither 64-bit sizes nor "to the end" occur in a cine of ours.
    if (size < 8 || at + size > parent.end) break;
    const kind = String.fromCharCode(...[4, 5, 6, 7].map((n) => view.getUint8(at + n)));
    boxes.push({ kind, start: at + 8, end: at + size });
    at += size;
  }
  return boxes;
}
