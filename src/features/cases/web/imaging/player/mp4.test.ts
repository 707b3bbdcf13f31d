import { BufferTarget, EncodedPacket, EncodedVideoPacketSource, Mp4OutputFormat, Output } from 'mediabunny';
import { describe, expect, test } from 'vitest';
import { readTrack } from './mp4.ts';

/** avcC of a Constrained Baseline 3.0 stream with one parameter set each. */
const AVCC = Uint8Array.of(1, 0x42, 0xe0, 0x1e, 0xff, 0xe1, 0, 4, 0x67, 0x42, 0xe0, 0x1e, 1, 0, 4, 0x68, 0xce, 0x3c, 0x80);

async function cine(sizes: readonly number[], every: number): Promise<Uint8Array> {
  const output = new Output({ format: new Mp4OutputFormat({ fastStart: 'in-memory' }), target: new BufferTarget() });
  const track = new EncodedVideoPacketSource('avc');
  output.addVideoTrack(track);
  await output.start();
  for (const [n, size] of sizes.entries()) {
    const packet = new EncodedPacket(new Uint8Array(size).fill(n), n % every === 0 ? 'key' : 'delta', n * 0.033, 0.033);
    await track.add(packet, { decoderConfig: { codec: 'avc1.42E01E', codedWidth: 512, codedHeight: 384, description: AVCC } });
  }
  await output.finalize();
  return new Uint8Array(output.target.buffer ?? new ArrayBuffer(0));
}

describe('the reader of preview cines', () => {
  test('finds every picture where the muxer put it, and the key ones', async () => {
    const sizes = Array.from({ length: 70 }, (_, n) => 20 + ((n * 37) % 90));
    const bytes = await cine(sizes, 15);
    const track = readTrack(bytes);
    expect(track).toMatchObject({ codec: 'avc1.42E01E', width: 512, height: 384 });
    expect(track?.description).toEqual(AVCC);
    expect(track?.pictures.map(({ size }) => size)).toEqual(sizes);
    for (const [n, { offset, size, key }] of (track?.pictures ?? []).entries()) {
      expect(bytes.subarray(offset, offset + size).every((byte) => byte === n)).toBe(true);
      expect(key).toBe(n % 15 === 0);
    }
  });

  test('cut files and noise give nothing, never a fault', async () => {
    const bytes = await cine([30, 40, 50], 3);
    for (let length = 0; length < bytes.length; length++) expect(readTrack(bytes.subarray(0, length))).toBeNull();
    for (let at = 0; at < bytes.length; at += 3) {
      const broken = bytes.slice();
      broken.fill(0xff, at, at + 4);
      const track = readTrack(broken);
      if (track) for (const { offset, size } of track.pictures) expect(offset + size).toBeLessThanOrEqual(bytes.length);
    }
  });
});
