import { joinBytes, latin1Bytes, latin1Text, viewOf } from '../bytes.ts';
import { isWebp } from './webp.ts';

/** One picture of a sequence: a whole WebP file, and how long it stands. */
export type Standing = { readonly webp: Uint8Array; readonly ms: number };

/** A real run of 96 frames, every third: at quality 0.1 63 kB for 3 s and 38.9 dB, at 0.3 89 kB and 41 dB. `quality` 0–1, `longestSide` in pixels. */
export const SEQUENCE = { leastStepMs: 95, quality: 0.1, longestSide: 512 } as const;

const MOST_PICTURES = 10_000;

const chunk = (kind: string, data: Uint8Array): Uint8Array => {
  const head = new Uint8Array(8);
  head.set(latin1Bytes(kind));
  viewOf(head).setUint32(4, data.length, true);
  return joinBytes([head, data, new Uint8Array(data.length & 1)]);
};

const riff = (body: Uint8Array): Uint8Array<ArrayBuffer> => {
  const head = joinBytes([latin1Bytes('RIFF'), new Uint8Array(4), latin1Bytes('WEBP')]);
  viewOf(head).setUint32(4, body.length + 4, true);
  return joinBytes([head, body]) as Uint8Array<ArrayBuffer>;
};

const uint24 = (value: number): number[] => [value & 255, (value >> 8) & 255, (value >> 16) & 255];

type Found = { readonly kind: string; readonly data: Uint8Array };

function* chunksIn(bytes: Uint8Array, from: number): Generator<Found, void, unknown> {
  const view = viewOf(bytes);
  for (let at = from; at + 8 <= bytes.length; ) {
    const length = view.getUint32(at + 4, true);
    if (at + 8 + length > bytes.length) return;
    yield { kind: latin1Text(bytes.subarray(at, at + 4)), data: bytes.subarray(at + 8, at + 8 + length) };
    at += 8 + length + (length & 1);
  }
}

/** The lossy picture of a plain WebP; undefined when it holds none. */
const pictureIn = (webp: Uint8Array): Uint8Array | undefined => [...chunksIn(webp, 12)].find(({ kind }) => kind === 'VP8 ')?.data;

/** An animated WebP of opaque lossy pictures of one size (RFC 9649 2.7.1); undefined when one of them is none. */
export function webpSequence(pictures: readonly Standing[], width: number, height: number): Uint8Array<ArrayBuffer> | undefined {
  const size = [...uint24(width - 1), ...uint24(height - 1)];
  const parts = [chunk('VP8X', Uint8Array.of(2, 0, 0, 0, ...size)), chunk('ANIM', Uint8Array.of(0, 0, 0, 255, 0, 0))];
  for (const { webp, ms } of pictures) {
    const picture = pictureIn(webp);
    if (!picture) return undefined;
    // Each picture fills the canvas; 2 says that it is not blended with the one before.
    parts.push(chunk('ANMF', joinBytes([Uint8Array.of(0, 0, 0, 0, 0, 0, ...size, ...uint24(Math.max(1, Math.round(ms))), 2), chunk('VP8 ', picture)])));
  }
  return riff(joinBytes(parts));
}

/** The pictures of such a sequence, each a WebP file of its own that any browser shows; null for anything else. */
export function picturesOfSequence(bytes: Uint8Array): { readonly webp: Uint8Array<ArrayBuffer>; readonly startMs: number }[] | null {
  if (!isWebp(bytes)) return null;
  const out: { webp: Uint8Array<ArrayBuffer>; startMs: number }[] = [];
  let startMs = 0;
  for (const { kind, data } of chunksIn(bytes, 12)) {
    if (kind !== 'ANMF' || data.length < 24) continue;
    const [picture] = chunksIn(data, 16);
    if (picture?.kind !== 'VP8 ' || out.length >= MOST_PICTURES) return null;
    out.push({ webp: riff(chunk('VP8 ', picture.data)), startMs });
    startMs += (data[12] as number) | ((data[13] as number) << 8) | ((data[14] as number) << 16);
  }
  return out.length > 0 ? out : null;
}

/** Frames far enough apart for a sequence of stills: their numbers and how long each stands. */
export function sparseFrames(timesMs: readonly number[]): { frame: number; ms: number }[] {
  const chosen: number[] = [];
  timesMs.forEach((at, frame) => {
    const last = chosen.at(-1);
    if (last === undefined || at - (timesMs[last] as number) >= SEQUENCE.leastStepMs) chosen.push(frame);
  });
  const end = timesMs.length < 2 ? 100 : 2 * (timesMs.at(-1) as number) - (timesMs.at(-2) as number);
  return chosen.map((frame, n) => ({ frame, ms: (timesMs[chosen[n + 1] ?? -1] ?? end) - (timesMs[frame] as number) }));
}
