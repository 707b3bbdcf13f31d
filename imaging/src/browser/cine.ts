import { BufferTarget, EncodedPacket, EncodedVideoPacketSource, Mp4OutputFormat, Output } from 'mediabunny';
import { verifyMp4 } from '../photo/mp4.ts';
import { i420Of } from './i420.ts';
import { eraseTimes } from './mp4-times.ts';
import { withoutRemarks } from './nal-units.ts';
import type { Picture8 } from './pictures.ts';
import type { Cine } from './protocol.ts';

/** Bit rate at 512²; 140–150 kbit/s gave 38.5 dB in 62 kB for 96 frames of a real run (H.264, key every 15). */
const BITS_PER_SECOND = 145_000;
const REFERENCE_PIXELS = 512 * 512;
/** One group of pictures costs a scrubbing viewer 21 ms a seek, 15 frames 5 ms, for 2 kB more. */
const KEY_EVERY = 15;
const ONE_GROUP = 30;
/** Frames given to the encoder before waiting for it. */
const IN_FLIGHT = 8;
/** Largest picture of level 4.0 that we ask for; larger runs have no preview cine. */
const LARGEST_SIDE = 1024;

export type CineSource = {
  readonly frames: readonly Picture8[];
  /** Milliseconds from the first frame to each. */
  readonly timesMs: readonly number[];
};

/** T1: H.264 in MP4 with the run's true frame times; or why there is none. */
export async function encodeCine(source: CineSource, tick: (done: number, total: number) => void): Promise<Cine> {
  const [first] = source.frames;
  if (!first || source.frames.length < 2) return { state: 'unavailable', reason: 'single-frame' };
  const config = configFor(first, source);
  const supported = typeof VideoEncoder === 'undefined' || !config ? false : await isSupported(config);
  if (!supported || !config) return { state: 'unavailable', reason: 'no-encoder' };
  try {
    return await encode(source, config, tick);
  } catch {
    // Encoders fail in ways of their own (a driver, a lost process); the run is whole without a preview.
    return { state: 'unavailable', reason: 'encoder-failed' };
  }
}

async function isSupported(config: VideoEncoderConfig): Promise<boolean> {
  try {
    return (await VideoEncoder.isConfigSupported(config)).supported === true;
  } catch {
    return false;
  }
}

/** Constrained Baseline 3.0 up to 512², 4.0 above (3.0 says "unsupported" there). */
function configFor(first: Picture8, { frames, timesMs }: CineSource): VideoEncoderConfig | null {
  const width = first.width + (first.width & 1);
  const height = first.height + (first.height & 1);
  if (Math.max(width, height) > LARGEST_SIDE) return null;
  const seconds = Math.max(0.001, (timesMs.at(-1) ?? 0) / 1000);
  const pixels = width * height;
  return {
    codec: pixels <= REFERENCE_PIXELS ? 'avc1.42E01E' : 'avc1.42E028',
    width,
    height,
    bitrate: Math.round(BITS_PER_SECOND * Math.sqrt(Math.max(0.25, pixels / REFERENCE_PIXELS))),
    framerate: Math.max(1, Math.round((frames.length - 1) / seconds)),
    latencyMode: 'quality',
    bitrateMode: 'variable',
    avc: { format: 'avc' },
  };
}

async function encode(source: CineSource, config: VideoEncoderConfig, tick: (done: number, total: number) => void): Promise<Cine> {
  const output = new Output({ format: new Mp4OutputFormat({ fastStart: 'in-memory' }), target: new BufferTarget() });
  const track = new EncodedVideoPacketSource('avc');
  output.addVideoTrack(track);
  await output.start();
  const { frames, timesMs } = source;
  let written = Promise.resolve();
  let failure: DOMException | undefined;
  const encoder = new VideoEncoder({
    output: (chunk, meta) => {
      const packet = EncodedPacket.fromEncodedChunk(chunk);
      written = written.then(() => track.add(packet.clone({ data: withoutRemarks(packet.data) }), meta));
    },
    error: (error) => {
      failure = error;
    },
  });
  encoder.configure(config);
  const every = frames.length <= ONE_GROUP ? frames.length : KEY_EVERY;
  for (const [index, picture] of frames.entries()) {
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
  return { state: 'made', blob: new Blob([bytes], { type: 'video/mp4' }), codec: 'h264', width: config.width, height: config.height };
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
