/** Letters of 5×7 dots, a row a number with the leftmost dot in bit 4; as on an old angiography console. */
const GLYPHS: Readonly<Record<string, readonly number[]>> = {
  A: [14, 17, 17, 31, 17, 17, 17], B: [30, 17, 17, 30, 17, 17, 30], C: [14, 17, 16, 16, 16, 17, 14], D: [30, 17, 17, 17, 17, 17, 30],
  E: [31, 16, 16, 30, 16, 16, 31], F: [31, 16, 16, 30, 16, 16, 16], G: [14, 17, 16, 23, 17, 17, 15], H: [17, 17, 17, 31, 17, 17, 17],
  I: [14, 4, 4, 4, 4, 4, 14], J: [7, 2, 2, 2, 2, 18, 12], K: [17, 18, 20, 24, 20, 18, 17], L: [16, 16, 16, 16, 16, 16, 31],
  M: [17, 27, 21, 21, 17, 17, 17], N: [17, 25, 21, 19, 17, 17, 17], O: [14, 17, 17, 17, 17, 17, 14], P: [30, 17, 17, 30, 16, 16, 16],
  Q: [14, 17, 17, 17, 21, 18, 13], R: [30, 17, 17, 30, 20, 18, 17], S: [15, 16, 16, 14, 1, 1, 30], T: [31, 4, 4, 4, 4, 4, 4],
  U: [17, 17, 17, 17, 17, 17, 14], V: [17, 17, 17, 17, 17, 10, 4], W: [17, 17, 17, 21, 21, 27, 17], X: [17, 17, 10, 4, 10, 17, 17],
  Y: [17, 17, 10, 4, 4, 4, 4], Z: [31, 1, 2, 4, 8, 16, 31], '0': [14, 17, 19, 21, 25, 17, 14], '1': [4, 12, 4, 4, 4, 4, 14],
  '2': [14, 17, 1, 6, 8, 16, 31], '3': [30, 1, 1, 14, 1, 1, 30], '4': [2, 6, 10, 18, 31, 2, 2], '5': [31, 16, 30, 1, 1, 17, 14],
  '6': [6, 8, 16, 30, 17, 17, 14], '7': [31, 1, 2, 4, 8, 8, 8], '8': [14, 17, 17, 14, 17, 17, 14], '9': [14, 17, 17, 15, 1, 2, 12],
  '-': [0, 0, 0, 31, 0, 0, 0], '/': [1, 1, 2, 4, 8, 16, 16], '.': [0, 0, 0, 0, 0, 12, 12], ' ': [0, 0, 0, 0, 0, 0, 0],
};

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
      const rows = GLYPHS[letter] ?? GLYPHS[' '] ?? [];
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
