import { BlobSource, Input, MP4, VideoSampleSink } from 'mediabunny';
import { frameAtPlace } from './clock.ts';
import type { Picture } from './picture.ts';
import type { PreviewFrames, PreviewRun } from './preview-frames.ts';

/** Decodes by WebCodecs and copies planes out at once: hardware keeps only a few frames for us. Null when it cannot decode. */
export async function decodedFrames({ file, timesMs, colour }: PreviewRun): Promise<PreviewFrames | null> {
  const input = new Input({ source: new BlobSource(file), formats: [MP4] });
  const track = await input.getPrimaryVideoTrack();
  if (!track || !(await track.canDecode())) {
    input.dispose();
    return null;
  }
  const sink = new VideoSampleSink(track);
  async function* from(first: number): AsyncGenerator<{ frame: number; picture: Picture }, void, unknown> {
    // Half a millisecond earlier: timestamps are rounded to the track's own time scale.
    for await (const sample of sink.samples(Math.max(0, ((timesMs[first] ?? 0) - 0.5) / 1000))) {
      const frame = frameAtPlace(timesMs, sample.timestamp * 1000 + 0.5);
      const video = sample.toVideoFrame();
      sample.close();
      try {
        yield { frame, picture: await planesOf(video, colour) };
      } finally {
        video.close();
      }
    }
  }
  return { from, dispose: () => input.dispose() };
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
