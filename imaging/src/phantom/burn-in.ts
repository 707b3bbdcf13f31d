import { LETTERS } from '../letters.ts';

/** `level` is the grey of the letters, 245 when left out. */
export type Burn = { readonly text: string; readonly x: number; readonly y: number; readonly dot: number; readonly level?: number };
export type BurnBox = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** Writes a line in white over every frame, unknown letters as a gap; returns new frames and the box it fills. */
export function burnIn<T extends Uint8Array | Uint16Array>(frames: readonly T[], size: number, burn: Burn): { frames: T[]; box: BurnBox } {
  const letters = [...burn.text.toUpperCase()];
  const box = { x: burn.x, y: burn.y, width: letters.length * 6 * burn.dot, height: 7 * burn.dot };
  const painted = frames.map((frame) => {
    const out = frame.slice() as T;
    letters.forEach((letter, n) => {
      const rows = LETTERS[letter] ?? [];
      for (let j = 0; j < 7 * burn.dot; j++) {
        for (let i = 0; i < 5 * burn.dot; i++) {
          const lit = ((rows[Math.floor(j / burn.dot)] ?? 0) >> (4 - Math.floor(i / burn.dot))) & 1;
          const [x, y] = [burn.x + n * 6 * burn.dot + i, burn.y + j];
          if (lit && x < size && y < size) out[y * size + x] = burn.level ?? 245;
        }
      }
    });
    return out;
  });
  return { frames: painted, box };
}
