import type { Incoming } from './incoming.ts';
import { type CodedPicture, type CodedTrack, readTrack } from './mp4.ts';
import type { Picture } from './picture.ts';
import type { PreviewFrames, PreviewRun } from './preview-run.ts';

/** Pictures given to the decoder before the first one comes back; hardware decoders keep a few. */
const IN_FLIGHT = 16;

/** Decodes by WebCodecs and copies planes out at once: hardware lends only a few frames. Null when it cannot decode this file. */
export async function decodedFrames({ file, timesMs, colour }: PreviewRun): Promise<PreviewFrames | null> {
  const track = await trackOf(file);
  if (!track || track.pictures.length !== timesMs.length) return null;
  const { codec, description, width, height } = track;
  const config: VideoDecoderConfig = { codec, description, codedWidth: width, codedHeight: height, optimizeForLatency: true };
  if (!(await VideoDecoder.isConfigSupported(config)).supported) return null;
  async function* from(first: number): AsyncGenerator<{ frame: number; picture: Picture }, void, unknown> {
    for await (const video of decode(track as CodedTrack, file, config, first)) {
      try {
        yield { frame: video.timestamp, picture: await planesOf(video, colour) };
      } finally {
        video.close();
      }
    }
  }
  return { from, dispose: () => {} };
}

/** The table of the cine stands at its beginning: the first frames are decoded while the last are on their way. */
async function trackOf(file: Incoming): Promise<CodedTrack | null> {
  for (;;) {
    const track = readTrack(file.bytes, file.length);
    if (track || file.done) return track;
    await file.more();
  }
}

/** Pictures from `first` on; each must be closed by who takes it. Timestamps are frame numbers. */
async function* decode({ pictures }: CodedTrack, file: Incoming, config: VideoDecoderConfig, first: number): AsyncGenerator<VideoFrame, void, unknown> {
  const out: VideoFrame[] = [];
  let failure: unknown;
  let wake = (): void => {};
  const decoder = new VideoDecoder({
    output(frame) {
      out.push(frame);
      wake();
    },
    error(error) {
      failure = error;
      wake();
    },
  });
  let fed = first;
  while (fed > 0 && !pictures[fed]?.key) fed--;
  let next = fed;
  try {
    decoder.configure(config);
    while (next < pictures.length) {
      for (; fed < pictures.length && fed - next < IN_FLIGHT && isHere(pictures[fed], file); fed++) {
        decoder.decode(chunkOf(pictures[fed] as CodedPicture, file.bytes, fed));
        // Without this the last frames stay inside.
        if (fed + 1 === pictures.length) decoder.flush().catch((error) => { failure ??= error; wake(); });
      }
      const frame = out.shift();
      if (!frame && failure !== undefined) throw failure;
      if (!frame) {
        const output = new Promise<void>((resolve) => { wake = resolve; });
        await (file.done ? output : Promise.race([output, file.more()]));
        continue;
      }
      next = frame.timestamp + 1;
      if (frame.timestamp >= first) yield frame;
      else frame.close();
    }
  } finally {
    for (const frame of out) frame.close();
    if (decoder.state !== 'closed') decoder.close();
  }
}

const isHere = (picture: CodedPicture | undefined, { bytes }: Incoming): boolean => picture !== undefined && picture.offset + picture.size <= bytes.length;

function chunkOf({ offset, size, key }: CodedPicture, bytes: Uint8Array, frame: number): EncodedVideoChunk {
  return new EncodedVideoChunk({ type: key ? 'key' : 'delta', timestamp: frame, data: bytes.slice(offset, offset + size) });
}

async function planesOf(video: VideoFrame, colour: boolean): Promise<Picture> {
  const buffer = new Uint8Array(video.allocationSize());
  const layout = await video.copyTo(buffer);
  const { width, height } = video.visibleRect ?? { width: video.codedWidth, height: video.codedHeight };
  const [first, second, third] = layout;
  if (!first || !second) throw new Error(`unexpected pixel format ${video.format}`);
  const y = packed(buffer, first, width, height, 1, 0);
  if (!colour) return { kind: 'grey8', data: y, width, height };
  const half: [number, number] = [width >> 1, height >> 1];
  const chroma = third
    ? [packed(buffer, second, ...half, 1, 0), packed(buffer, third, ...half, 1, 0)]
    : [packed(buffer, second, ...half, 2, 0), packed(buffer, second, ...half, 2, 1)];
  return { kind: 'yuv', y, u: chroma[0] as Uint8Array, v: chroma[1] as Uint8Array, width, height };
}

/** One plane without its row padding; `step` 2 picks every other byte (NV12 keeps both chroma planes in one). */
function packed(buffer: Uint8Array, { offset, stride }: PlaneLayout, width: number, height: number, step: number, phase: number): Uint8Array {
  const out = new Uint8Array(width * height);
  for (let row = 0; row < height; row++) {
    const from = offset + row * stride;
    if (step === 1) out.set(buffer.subarray(from, from + width), row * width);
    else for (let x = 0; x < width; x++) out[row * width + x] = buffer[from + x * step + phase] as number;
  }
  return out;
}
