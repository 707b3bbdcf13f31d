/** How a preview cine is coded. H.264 first: every browser shows it. */
export type CineCodec = 'h264' | 'vp9' | 'av1';

/** Without an H.264 encoder (a Chromium built without it) VP9 comes before AV1, because more phones show it. */
export const LADDER: readonly CineCodec[] = ['h264', 'vp9', 'av1'];

export type CineShape = { readonly width: number; readonly height: number; readonly frames: number; readonly seconds: number };

/**
 * Bits per second at 512² by codec. Of 96 frames of a real run, H.264 at 140–150 kbit/s with a key every 15 made 38.5 dB in 62 kB,
 * VP9 39.1 in 50, AV1 41.2 in 51.
 */
const BITS_PER_SECOND: Readonly<Record<CineCodec, number>> = { h264: 142_000, vp9: 125_000, av1: 145_000 };
const REFERENCE_PIXELS = 512 * 512;
/** Largest picture that the levels below allow; larger runs have no preview cine. */
const LARGEST_SIDE = 1024;

/** Constrained Baseline 3.0 up to 512², 4.0 above (3.0 says "unsupported" there); VP9 profile 0 and AV1 Main at the like levels, 8 bits. */
const NAMES: Readonly<Record<CineCodec, readonly [small: string, large: string]>> = {
  h264: ['avc1.42E01E', 'avc1.42E028'],
  vp9: ['vp09.00.30.08', 'vp09.00.40.08'],
  av1: ['av01.0.04M.08', 'av01.0.08M.08'],
};

/** What to ask the encoder for; null when the picture is too large. Both sides even. */
export function configFor(codec: CineCodec, { width, height, frames, seconds }: CineShape): VideoEncoderConfig | null {
  if (Math.max(width, height) > LARGEST_SIDE) return null;
  const pixels = width * height;
  return {
    codec: NAMES[codec][pixels <= REFERENCE_PIXELS ? 0 : 1],
    width,
    height,
    bitrate: Math.round(BITS_PER_SECOND[codec] * Math.sqrt(Math.max(0.25, pixels / REFERENCE_PIXELS))),
    framerate: Math.max(1, Math.round((frames - 1) / Math.max(0.001, seconds))),
    latencyMode: 'quality',
    bitrateMode: 'variable',
    ...(codec === 'h264' ? { avc: { format: 'avc' as const } } : {}),
  };
}

/** The first step of the ladder that this browser can encode. */
export async function firstOf(ladder: readonly CineCodec[], shape: CineShape): Promise<{ codec: CineCodec; config: VideoEncoderConfig } | null> {
  if (typeof VideoEncoder === 'undefined') return null;
  for (const codec of ladder) {
    const config = configFor(codec, shape);
    if (config && (await isSupported(config))) return { codec, config };
  }
  return null;
}

async function isSupported(config: VideoEncoderConfig): Promise<boolean> {
  try {
    return (await VideoEncoder.isConfigSupported(config)).supported === true;
  } catch {
    return false;
  }
}
