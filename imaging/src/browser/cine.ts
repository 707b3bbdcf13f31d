import { BufferTarget, EncodedPacket, EncodedVideoPacketSource, Mp4OutputFormat, Output } from 'mediabunny';
import { verifyMp4 } from '../photo/mp4.ts';
import { noiseLevel } from '../pixels/noise-level.ts';
import { calmedInTime } from '../pixels/temporal-filter.ts';
import { type CineCodec, firstOf, LADDER } from './cine-ladder.ts';
import { i420Of } from './i420.ts';
import { eraseTimes } from './mp4-times.ts';
import { withoutRemarks } from './nal-units.ts';
import type { CineSource, Picture8 } from './pictures.ts';
import type { Cine } from './protocol.ts';
import { webpCine } from './webp-cine.ts';

/** One group of pictures costs a scrubbing viewer 21 ms a seek, 15 frames 5 ms, for 2 kB more. */
const KEY_EVERY = 15;
const ONE_GROUP = 30;
/** Frames given to the encoder before waiting for it. */
const IN_FLIGHT = 8;
/** Noise in grey levels from which the filter gains (up to 1.1 dB) and holds the rate; at 1.5 it would cost 0.2–0.4 dB. */
const FILTER_FROM = 5;

/** What mediabunny calls the codecs. */
const TRACKS: Readonly<Record<CineCodec, 'avc' | 'vp9' | 'av1'>> = { h264: 'avc', vp9: 'vp9', av1: 'av1' };

type Tick = (done: number, total: number) => void;

/**
 * T1: a small cine with the run's true frame times; or why there is none. H.264, else VP9, else AV1 in MP4; where the browser
 * encodes no video at all, a sequence of stills.
 * @param ladder codecs to try in turn
 */
export async function encodeCine(source: CineSource, tick: Tick, ladder: readonly CineCodec[] = LADDER): Promise<Cine> {
  const [first] = source.frames;
  if (!first || source.frames.length < 2) return { state: 'unavailable', reason: 'single-frame' };
  const even = (side: number): number => side + (side & 1);
  const seconds = (source.timesMs.at(-1) ?? 0) / 1000;
  const step = await firstOf(ladder, { width: even(first.width), height: even(first.height), frames: source.frames.length, seconds });
  if (!step) return webpCine(source, tick);
  try {
    return await encode(source, step, tick);
  } catch {
    // Encoders fail in ways of their own (a driver, a lost process); the run is whole without a preview.
    return { state: 'unavailable', reason: 'encoder-failed' };
  }
}

/** Grey runs of much noise are filtered in time before they are coded; the rest goes as it is. */
function calmed({ frames }: CineSource): { filtered: boolean; pictures: readonly Picture8[] } {
  const { width, height, channels } = frames[0] as Picture8;
  const run = { frames: frames.map(({ data }) => data), width, height };
  const sigma = channels === 1 ? noiseLevel(run) : 0;
  if (sigma < FILTER_FROM) return { filtered: false, pictures: frames };
  return { filtered: true, pictures: calmedInTime(run, sigma).map((data) => ({ data, width, height, channels })) };
}

type Step = { readonly codec: CineCodec; readonly config: VideoEncoderConfig };

async function encode(source: CineSource, { codec, config }: Step, tick: Tick): Promise<Cine> {
  const output = new Output({ format: new Mp4OutputFormat({ fastStart: 'in-memory' }), target: new BufferTarget() });
  const track = new EncodedVideoPacketSource(TRACKS[codec]);
  output.addVideoTrack(track);
  await output.start();
  const { frames, timesMs } = source;
  let written = Promise.resolve();
  let failure: DOMException | undefined;
  const encoder = new VideoEncoder({
    output: (chunk, meta) => {
      const packet = EncodedPacket.fromEncodedChunk(chunk);
      const data = codec === 'h264' ? withoutRemarks(packet.data) : packet.data;
      written = written.then(() => track.add(packet.clone({ data }), meta));
    },
    error: (error) => {
      failure = error;
    },
  });
  encoder.configure(config);
  const every = frames.length <= ONE_GROUP ? frames.length : KEY_EVERY;
  const { filtered, pictures } = calmed(source);
  for (const [index, picture] of pictures.entries()) {
    const frame = videoFrameOf(picture, timesMs, index);
    encoder.encode(frame, { keyFrame: index % every === 0 });
    frame.close();
    while (encoder.encodeQueueSize > IN_FLIGHT && !failure) await nextTask();
    tick(index + 1, frames.length);
  }
  await encoder.flush();
  await written;
  encoder.close();
  if (failure) throw failure;
  await output.finalize();
  const bytes = new Uint8Array(output.target.buffer ?? new ArrayBuffer(0));
  eraseTimes(bytes);
  // What the server would refuse is no preview: better none than one that cannot be sent.
  if (!verifyMp4(bytes).ok) return { state: 'unavailable', reason: 'encoder-failed' };
  return { state: 'made', blob: new Blob([bytes], { type: 'video/mp4' }), codec, filtered, width: config.width, height: config.height };
}

/** Full range is written on every frame: without the flag viewers lose 2–3 dB by stretching levels. */
function videoFrameOf(picture: Picture8, timesMs: readonly number[], index: number): VideoFrame {
  const { data, width, height } = i420Of(picture);
  const at = timesMs[index] ?? 0;
  const step = index + 1 < timesMs.length ? (timesMs[index + 1] ?? at) - at : at - (timesMs[index - 1] ?? 0);
  return new VideoFrame(data, {
    format: 'I420',
    codedWidth: width,
    codedHeight: height,
    timestamp: Math.round(at * 1000),
    duration: Math.round(step * 1000),
    colorSpace: { primaries: 'bt709', transfer: 'bt709', matrix: 'bt709', fullRange: true },
  });
}

function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
