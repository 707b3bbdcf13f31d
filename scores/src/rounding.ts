/**
 * Removes the dust of binary fractions (132.6 / 88.4 is 1.5, not 1.4999…), so that an exact edge falls on its printed side.
 * Twelve significant digits are far beyond any clinical input.
 */
export function clean(x: number): number {
  return Number(x.toPrecision(12));
}

/** Half up, as the published vectors are rounded: 24.5 → 25, −0.5 → 0. Used once, on the final figure. */
export function roundHalfUp(x: number, decimals = 0): number {
  const scale = 10 ** decimals;
  return Math.floor(clean(x * scale) + 0.5) / scale + 0;
}

/** `x` held between two limits. */
export function clamp(x: number, low: number, high: number): number {
  return Math.min(Math.max(x, low), high);
}

/** Sum of the points whose condition holds. */
export function points(...items: readonly (readonly [condition: boolean, points: number])[]): number {
  return items.reduce((sum, [holds, value]) => sum + (holds ? value : 0), 0);
}
