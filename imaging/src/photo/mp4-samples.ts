import { viewOf } from '../bytes.ts';

// ITU-T H.264 table 7-1: slices, parameter sets, delimiter. Not 12 (filler), not the unspecified ones, and not 6, supplemental information: the place
// for an encoder's name and anybody's data, which the browser's side takes out whole (browser/nal-units.ts).
const AVC_UNITS = new Set([1, 5, 7, 8, 9]);

/** Units behind 4-byte lengths that fill the sample exactly. */
const isAvcSampleSane = (sample: Uint8Array): boolean => {
  const view = viewOf(sample);
  let at = 0;
  while (at + 5 <= sample.length) {
    const length = view.getUint32(at);
    const end = at + 4 + length;
    if (length < 1 || end > sample.length) return false;
    const kind = (sample[at + 4] as number) & 0x1f;
    if (!AVC_UNITS.has(kind)) return false;
    at = end;
  }
  return at === sample.length;
};

// AV1 specification 6.2.2: sequence header, delimiter, frame header, tile group, frame, redundant header. Not metadata (5), tile list, padding (15).
const AV1_UNITS = new Set([1, 2, 3, 4, 6, 7]);

const isAv1SampleSane = (sample: Uint8Array): boolean => {
  let at = 0;
  while (at < sample.length) {
    const head = sample[at] as number;
    if (!AV1_UNITS.has((head >> 3) & 15) || (head & 0x80) !== 0) return false;
    at += head & 4 ? 2 : 1;
    // Only the last unit may leave its size out.
    if ((head & 2) === 0) return at < sample.length;
    let size = 0;
    for (let i = 0; ; i++) {
      const byte = sample[at++];
      if (byte === undefined || i > 4) return false;
      size += (byte & 0x7f) * 2 ** (7 * i);
      if ((byte & 0x80) === 0) break;
    }
    at += size;
  }
  return at === sample.length;
};

/** Whether one coded picture carries nothing but its picture, as far as can be told without decoding. */
export const isSampleSane = (sample: Uint8Array, codec: string): boolean => {
  if (codec === 'avc1') return isAvcSampleSane(sample);
  if (codec === 'av01') return isAv1SampleSane(sample);
  // VP9 has no place for side data; its frame marker is 2 (VP9 specification 6.2).
  return sample.length > 0 && (sample[0] as number) >> 6 === 2;
};
