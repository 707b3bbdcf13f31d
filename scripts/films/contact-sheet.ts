import { crc32, deflateSync } from 'node:zlib';

/** Grey pixels as PNG (ISO/IEC 15948): one filterless IDAT. */
export function greyPng(pixels: Uint8Array, width: number, height: number): Buffer {
  const raw = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y++) raw.set(pixels.subarray(y * width, (y + 1) * width), y * (width + 1) + 1);
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const out = Buffer.alloc(body.length + 8);
    out.writeUInt32BE(data.length);
    body.copy(out, 4);
    out.writeUInt32BE(crc32(body), body.length + 4);
    return out;
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width);
  head.writeUInt32BE(height, 4);
  head[8] = 8;
  return Buffer.concat([Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]), chunk('IHDR', head), chunk('IDAT', deflateSync(raw)), chunk('IEND', Buffer.alloc(0))]);
}

/** Square tiles side by side, to be looked at. */
export function contactSheet(tiles: readonly Uint8Array[], size: number, columns: number): Buffer {
  const rows = Math.ceil(tiles.length / columns);
  const out = new Uint8Array(columns * size * rows * size);
  tiles.forEach((tile, n) => {
    const [left, top] = [(n % columns) * size, Math.floor(n / columns) * size];
    for (let y = 0; y < size; y++) out.set(tile.subarray(y * size, (y + 1) * size), (top + y) * columns * size + left);
  });
  return greyPng(out, columns * size, rows * size);
}
