import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';

export type Script = 'latin' | 'persian' | 'latin-digits' | 'persian-digits';

/** A line of invented text as Chromium drew it, for planting: how much each pixel of its box is covered, 0–255. */
export type Stamp = { readonly script: Script; /** Font size in pixels, 8–40. */ readonly size: number; readonly width: number; readonly height: number; readonly alpha: Uint8Array };

type Head = Omit<Stamp, 'alpha'>[];

/** A list of sizes as JSON, then four bits for each pixel; the whole compressed. */
export function packStamps(stamps: readonly Stamp[]): Uint8Array {
  const head = Buffer.from(JSON.stringify(stamps.map(({ alpha: _, ...rest }) => rest)));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(head.length);
  const pixels = stamps.map(({ alpha }) => Buffer.from(Array.from({ length: (alpha.length + 1) >> 1 }, (_, n) => ((alpha[2 * n] as number) >> 4) | ((alpha[2 * n + 1] ?? 0) & 0xf0))));
  return brotliCompressSync(Buffer.concat([length, head, ...pixels]));
}

/** The words of training and those of the test share neither typeface nor string. */
export function readStamps(kind: 'training' | 'test'): Stamp[] {
  const bytes = brotliDecompressSync(readFileSync(fileURLToPath(new URL(`stamps/${kind}.bin`, import.meta.url))));
  const headLength = bytes.readUInt32LE(0);
  let at = 4 + headLength;
  return (JSON.parse(bytes.toString('utf8', 4, at)) as Head).map((head) => {
    const count = head.width * head.height;
    const packed = bytes.subarray(at, at + ((count + 1) >> 1));
    at += packed.length;
    return { ...head, alpha: Uint8Array.from({ length: count }, (_, n) => 17 * (n % 2 ? (packed[n >> 1] as number) >> 4 : (packed[n >> 1] as number) & 15)) };
  });
}
