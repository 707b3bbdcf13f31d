// A published figure: measured value, what stood beside it in the same run, and the bar it is held to.

export type Figure = {
  name: string;
  unit: string;
  value: number;
  /** The named peer or probe of the same run, in the same unit. */
  beside?: { name: string; value: number };
  /** value / beside, the median over rounds of interleaved pairs. */
  ratio?: number;
  spread?: { min: number; max: number };
  /** `between` holds from `at` to `to`. */
  bar?: { at: number; to?: number; is: 'at least' | 'at most' | 'between'; of: 'value' | 'ratio' };
  note?: string;
};

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const mid = sorted.length >> 1;
  return sorted.length % 2 ? (sorted[mid] as number) : ((sorted[mid - 1] as number) + (sorted[mid] as number)) / 2;
};

export const round = (value: number, digits = 3): number => Number(value.toPrecision(digits));

/** Whether a figure meets its bar; null when it has none. */
export const meets = (f: Figure): boolean | null => {
  if (!f.bar) return null;
  const measured = f.bar.of === 'ratio' ? f.ratio : f.value;
  if (measured === undefined) return false;
  if (f.bar.is === 'between') return measured >= f.bar.at && measured <= (f.bar.to ?? Number.POSITIVE_INFINITY);
  return f.bar.is === 'at least' ? measured >= f.bar.at : measured <= f.bar.at;
};
