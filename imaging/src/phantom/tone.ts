import { blur, boxMean5, downsample, upsampleRow } from './planes.ts';

/**
 * From line integrals to grey: primary, scatter and veiling glare, exposure control, quantum noise that is
 * correlated in space and time, display curve, edge enhancement, shutter. Constants tuned against one real
 * cine; 512² is the reference size and lengths in pixels scale with it.
 */
export type Style = 'log' | 'LIN';

export type ToneChoice = {
  size: number;
  style: Style;
  /** Quanta a pixel at mean exposure: 1,500 noisy, 3,600 usual, 5,200 quiet. */
  quanta: number;
  scatterFraction: number;
  /** 0.5 as the real file's 5×5 box states; 0.8–1.2 for a hard picture. */
  edgeGain: number;
  /** Above 8 `develop` also gives stored values. */
  bits?: 8 | 10 | 12;
};

export type Layers = {
  /** Slow background on the low grid. */
  background: Float32Array;
  fixed: Float32Array;
  lung: Float32Array;
  /** Rows by which the lung layer has moved down, and columns to the right. */
  lungRows: number;
  lungColumns: number;
  moving: Float32Array;
};

export type Tone = {
  readonly cell: number;
  readonly grid: number;
  /** Sets the exposure so that the mean of the central half of this unopacified picture is 1. */
  expose(layers: Layers): void;
  /** One frame, size² grey levels 0…255, and with more than 8 bits the same before rounding, over the whole range. */
  develop(layers: Layers, noise: Float32Array, shutter: Float32Array): { shown: Uint8Array; stored: Uint16Array | null };
};

/** Cells of the low grid are 4 px at 512², so 128 a side. */
export const lowCell = (size: number): number => (size >= 512 ? Math.floor(size / 128) : size >= 128 ? 4 : 2);

function displayCurve(): Float32Array {
  // Soft knees: below 40 towards 0, above 215 at most 36 more. Entries are quarter grey levels from −64.
  const table = new Float32Array(4 * 448);
  for (let i = 0; i < table.length; i++) {
    let g = i / 4 - 64;
    if (g < 40) g = 40 * Math.exp((g - 40) / 40);
    else if (g > 215) g = 215 + 36 * (1 - Math.exp(-(g - 215) / 36));
    table[i] = g;
  }
  return table;
}

/** The curve between its entries. */
function finely(curve: Float32Array, entry: number): number {
  const at = entry < 0 ? 0 : entry > curve.length - 2 ? curve.length - 2 : entry;
  const i = at | 0;
  return (curve[i] as number) + (at - i) * ((curve[i + 1] as number) - (curve[i] as number));
}

type Rows = { size: number; grid: number; cell: number; row: Float32Array; wide: Float32Array };

/** Primary radiation: the slow background, the fixed and the shifted lung layer and the vessels in one pass. */
function expandPrimary(l: Layers, { size, grid, cell, row, wide }: Rows, primary: Float32Array): void {
  const whole = Math.floor(l.lungRows);
  const part = l.lungRows - whole;
  const from = (v: number): number => (v < 0 ? 0 : v >= size ? size - 1 : v) * size;
  for (let y = 0; y < size; y++) {
    upsampleRow(l.background, grid, cell, y, row, wide);
    const a = from(y - whole);
    const b = from(y - whole - 1);
    const o = y * size;
    for (let x = 0; x < size; x++) {
      const lx = x - l.lungColumns;
      const c = lx < 0 ? 0 : lx >= size ? size - 1 : lx;
      const lung = (l.lung[a + c] as number) * (1 - part) + (l.lung[b + c] as number) * part;
      primary[o + x] = Math.exp(-((wide[x] as number) + (l.fixed[o + x] as number) + lung + (l.moving[o + x] as number)));
    }
  }
}

/** Edge enhancement, display curve and shutter: grey values to what is shown, and stored where there are more bits. */
function makeDisplay({ size, edgeGain: gain, bits = 8 }: ToneChoice): (grey: Float32Array, shutter: Float32Array) => ReturnType<Tone['develop']> {
  const curve = displayCurve();
  const table = Uint8Array.from(curve, Math.round);
  const box = new Float32Array(size * size);
  const top = 2 ** bits - 1;
  return (grey, shutter) => {
    boxMean5(grey, size, box);
    const out = new Uint8Array(size * size);
    const stored = top > 255 ? new Uint16Array(size * size) : null;
    for (let i = 0; i < out.length; i++) {
      const g = grey[i] as number;
      const sharp = g + gain * (g - (box[i] as number));
      const entry = ((sharp + 64) * 4) | 0;
      const shown = table[entry < 0 ? 0 : entry >= table.length ? table.length - 1 : entry] as number;
      out[i] = shown * (shutter[i] as number) + 0.5;
      if (stored) stored[i] = (finely(curve, (sharp + 64) * 4) * (shutter[i] as number) * top) / 255 + 0.5;
    }
    return { shown: out, stored };
  };
}

export function makeTone(choice: ToneChoice): Tone {
  const { size, style } = choice;
  const cell = lowCell(size);
  const grid = size / cell;
  const unitPx = size / 512;
  const low = new Float32Array(grid * grid);
  const scatter = new Float32Array(grid * grid);
  const dynamic = new Float32Array(grid * grid);
  const primary = new Float32Array(size * size);
  const grey = new Float32Array(size * size);
  const row = new Float32Array(grid);
  const [rowA, rowB] = [new Float32Array(size), new Float32Array(size)];
  const sigmaScatter = (35 * unitPx) / cell;
  const sigmaDynamic = (32 * unitPx) / cell;
  const scatterGain = choice.scatterFraction / (1 - choice.scatterFraction);
  const display = makeDisplay(choice);
  let exposure = 1;

  const measureScatter = (): void => {
    downsample(primary, size, cell, low);
    scatter.set(low);
    blur(scatter, grid, sigmaScatter);
    for (let i = 0; i < low.length; i++) scatter[i] = (scatter[i] as number) * scatterGain;
  };
  const measureDynamic = (): void => {
    for (let i = 0; i < low.length; i++) dynamic[i] = Math.log(((low[i] as number) + (scatter[i] as number)) * exposure);
    blur(dynamic, grid, sigmaDynamic);
  };
  const expose = (l: Layers): void => {
    expandPrimary(l, { size, grid, cell, row, wide: rowA }, primary);
    measureScatter();
    let sum = 0;
    let n = 0;
    for (let y = grid >> 2; y < grid - (grid >> 2); y++) {
      for (let x = grid >> 2; x < grid - (grid >> 2); x++, n++) sum += (low[y * grid + x] as number) + (scatter[y * grid + x] as number);
    }
    exposure = n / sum;
  };
  const toGrey = (noise: Float32Array): void => {
    const perRoot = 1 / Math.sqrt(choice.quanta);
    for (let y = 0; y < size; y++) {
      upsampleRow(scatter, grid, cell, y, row, rowA);
      if (style === 'log') upsampleRow(dynamic, grid, cell, y, row, rowB);
      const o = y * size;
      for (let x = 0; x < size; x++) {
        let intensity = ((primary[o + x] as number) + (rowA[x] as number)) * exposure;
        intensity += (noise[o + x] as number) * perRoot * Math.sqrt(intensity);
        if (intensity < 1e-3) intensity = 1e-3;
        grey[o + x] = style === 'log' ? 106 + 108 * (Math.log(intensity) - 0.5 * (rowB[x] as number)) : 9 + 92 * intensity;
      }
    }
  };
  const develop: Tone['develop'] = (l, noise, shutter) => {
    expandPrimary(l, { size, grid, cell, row, wide: rowA }, primary);
    measureScatter();
    if (style === 'log') measureDynamic();
    toGrey(noise);
    return display(grey, shutter);
  };
  return { cell, grid, expose, develop };
}

