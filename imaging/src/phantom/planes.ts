/** Operations on square planes of Float32 values. */

/** Gaussian-like blur by three box passes in each direction; σ in cells. */
export function blur(plane: Float32Array, size: number, sigma: number): void {
  const reach = Math.max(0, Math.round(Math.sqrt(sigma * sigma + 1 / 12) - 0.5));
  if (reach === 0) return;
  const line = new Float32Array(size);
  for (let pass = 0; pass < 3; pass++) {
    for (let y = 0; y < size; y++) boxLine(plane, line, y * size, 1, size, reach);
    for (let x = 0; x < size; x++) boxLine(plane, line, x, size, size, reach);
  }
}

function boxLine(plane: Float32Array, line: Float32Array, start: number, stride: number, n: number, reach: number): void {
  const width = 2 * reach + 1;
  const at = (i: number): number => plane[start + stride * (i < 0 ? 0 : i >= n ? n - 1 : i)] as number;
  let sum = 0;
  for (let i = -reach; i <= reach; i++) sum += at(i);
  for (let i = 0; i < n; i++) {
    line[i] = sum / width;
    sum += at(i + reach + 1) - at(i - reach);
  }
  for (let i = 0; i < n; i++) plane[start + stride * i] = line[i] as number;
}

/** `passes` of a separable 1-2-1 filter (variance 0.5 each), edges repeated. */
export function smooth121(plane: Float32Array, size: number, passes: number, spare: Float32Array): void {
  for (let pass = 0; pass < passes; pass++) {
    for (let y = 0; y < size; y++) {
      const o = y * size;
      for (let x = 1; x < size - 1; x++) {
        const i = o + x;
        spare[i] = 0.25 * ((plane[i - 1] as number) + (plane[i + 1] as number)) + 0.5 * (plane[i] as number);
      }
      spare[o] = 0.75 * (plane[o] as number) + 0.25 * (plane[o + 1] as number);
      spare[o + size - 1] = 0.75 * (plane[o + size - 1] as number) + 0.25 * (plane[o + size - 2] as number);
    }
    for (let i = size; i < size * (size - 1); i++) {
      plane[i] = 0.25 * ((spare[i - size] as number) + (spare[i + size] as number)) + 0.5 * (spare[i] as number);
    }
    const last = size * (size - 1);
    for (let x = 0; x < size; x++) {
      plane[x] = 0.75 * (spare[x] as number) + 0.25 * (spare[x + size] as number);
      plane[last + x] = 0.75 * (spare[last + x] as number) + 0.25 * (spare[last + x - size] as number);
    }
  }
}

/** Bilinear value of one row of a low grid, for every full-size column; cell centres are at (i + ½)·cell. */
export function upsampleRow(low: Float32Array, grid: number, cell: number, y: number, row: Float32Array, out: Float32Array): void {
  const fy = Math.max(0, Math.min(grid - 1, (y + 0.5) / cell - 0.5));
  const y0 = Math.floor(fy);
  const wy = fy - y0;
  const a = y0 * grid;
  const b = Math.min(grid - 1, y0 + 1) * grid;
  for (let x = 0; x < grid; x++) row[x] = (low[a + x] as number) * (1 - wy) + (low[b + x] as number) * wy;
  const size = out.length;
  for (let x = 0; x < size; x++) {
    const fx = (x + 0.5) / cell - 0.5;
    if (fx <= 0) out[x] = row[0] as number;
    else if (fx >= grid - 1) out[x] = row[grid - 1] as number;
    else {
      const i = fx | 0;
      const w = fx - i;
      out[x] = (row[i] as number) * (1 - w) + (row[i + 1] as number) * w;
    }
  }
}

/** Means of `cell`² blocks. */
export function downsample(plane: Float32Array, size: number, cell: number, out: Float32Array): void {
  const grid = Math.floor(size / cell);
  for (let y = 0; y < grid; y++) {
    for (let x = 0; x < grid; x++) {
      let sum = 0;
      for (let j = 0; j < cell; j++) {
        const o = (y * cell + j) * size + x * cell;
        for (let i = 0; i < cell; i++) sum += plane[o + i] as number;
      }
      out[y * grid + x] = sum / (cell * cell);
    }
  }
}

/** Mean of 5×5 neighbours by running sums; the outermost two rows and columns keep their own value. */
export function boxMean5(plane: Float32Array, size: number, out: Float32Array): void {
  const columns = new Float32Array(size);
  out.set(plane);
  for (let y = 2; y < size - 2; y++) {
    const o = y * size;
    if (y === 2) {
      for (let x = 0; x < size; x++) {
        let sum = 0;
        for (let j = 0; j < 5; j++) sum += plane[j * size + x] as number;
        columns[x] = sum;
      }
    } else {
      for (let x = 0; x < size; x++) columns[x] = (columns[x] as number) + (plane[o + 2 * size + x] as number) - (plane[o - 3 * size + x] as number);
    }
    let sum = 0;
    for (let x = 0; x < 5; x++) sum += columns[x] as number;
    for (let x = 2; x < size - 2; x++) {
      out[o + x] = sum / 25;
      if (x < size - 3) sum += (columns[x + 3] as number) - (columns[x - 2] as number);
    }
  }
}
