// Pictures for the README and the help, taken by the tests when HAMDEL_SCREENSHOTS=1. Kept small: WebP, at most 150 kB.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Hand } from './hand.ts';

const MOST_BYTES = 150_000;
const folder = join(import.meta.dirname, '../../docs/screenshots');
export const wanted = process.env.HAMDEL_SCREENSHOTS === '1';

/** What the screen shows now, as docs/screenshots/<language>/<name>.webp. */
export const shoot = async (hand: Hand, name: string): Promise<void> => {
  const hands = await hand.page.context().newCDPSession(hand.page);
  for (let quality = 84; ; quality -= 12) {
    const { data } = await hands.send('Page.captureScreenshot', { format: 'webp', quality });
    const bytes = Buffer.from(data, 'base64');
    if (bytes.length > MOST_BYTES && quality > 30) continue;
    mkdirSync(join(folder, hand.l), { recursive: true });
    writeFileSync(join(folder, hand.l, `${name}.webp`), bytes);
    await hands.detach();
    return;
  }
};
