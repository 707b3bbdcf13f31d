/**
 * Centrelines and diameters of the named branches, in heart coordinates (see heart.ts). Calibres: Dodge 1992
 * (10.1161/01.CIR.86.1.232) and Vieweg 1976; side branches tuned by eye. `segment` is the SYNTAX number.
 */
export type Dominance = 'right' | 'left';
export type BranchKind = 'main' | 'side' | 'septal' | 'twig' | 'collateral' | 'vein';

/** Where on the parent a branch leaves: its end, a share of its length, or where s or φ is first passed. */
export type Leaving = { end: true } | { share: number } | { s: number } | { phi: number };

/** s, φ, k; a left-out k is 1.02. */
export type ControlPoint = readonly [number, number, number?];

export type BranchRow = {
  readonly name: string;
  readonly segment: string;
  readonly kind: BranchKind;
  /** Empty for a root, whose first point is then its ostium. */
  readonly parent: string;
  readonly at: Leaving;
  readonly points: readonly ControlPoint[];
  /** [share of the length, diameter in mm]. */
  readonly diameters: readonly (readonly [number, number])[];
  /** Factor on the wander of the centreline. */
  readonly wander: number;
};

export type LadEnd = 'short' | 'apical' | 'wrap-around' | 'dual';
export type Variant = {
  dominance: Dominance;
  ramus: boolean;
  lad: LadEnd;
  leftMain: 'usual' | 'short' | 'absent';
  rcaOrigin: 'usual' | 'high';
  circumflexFrom: 'left' | 'right';
};

const even = (...mm: number[]): (readonly [number, number])[] => mm.map((d, i) => [i / (mm.length - 1), d] as const);
const END: Leaving = { end: true };

type Shape = Pick<BranchRow, 'at' | 'points' | 'diameters'> & { wander?: number };
const row = (name: string, segment: string, kind: BranchKind, parent: string, shape: Shape): BranchRow => ({
  name, segment, kind, parent, wander: 1, ...shape,
});

/** Behind (52, 4): to the apex and how far round it. */
const LAD_ENDS: Readonly<Record<LadEnd, readonly ControlPoint[]>> = {
  'wrap-around': [[68, 1, 1.03], [80, 2, 1.03], [87.5, 20, 1], [88.5, 110, 1], [86, 172, 1.02], [77, 178, 1.03]],
  apical: [[68, 1, 1.03], [80, 2, 1.03], [86, 8, 1], [88, 40, 1]],
  short: [[62, 2, 1.03], [68, 3, 1.03]],
  dual: [[56, 3, 1.03]],
};

/** The long one of two LADs: beside the groove on the left ventricle, back into it below. */
const LONG_LAD = row('LAD2', '8', 'side', 'LAD', {
  at: { s: 16 },
  points: [[26, -9, 1.03], [40, -13, 1.03], [52, -11, 1.03], [62, -2, 1.03], [72, 2, 1.03], [82, 3, 1.03], [88, 30, 1]],
  diameters: [[0, 2.7], [0.4, 2.2], [0.8, 1.5], [1, 0.6]],
  wander: 1.25,
});

function ladRows(end: LadEnd): BranchRow[] {
  const septals = [12, 20, 29, 38, 48, 58].map((s, i) => {
    const l = [1, 0.8, 0.75, 0.6, 0.5, 0.4][i] as number;
    const side = i % 2 ? -1 : 1;
    const points: ControlPoint[] = [
      [s + 3, side * 2, 0.82], [s + 9, side * 10, 0.82 - 0.35 * l], [s + 16, side * 20, 0.82 - 0.75 * l],
    ];
    return row(`S${i + 1}`, 'septal', 'septal', 'LAD', { at: { s }, points, diameters: even(1.5 - 0.14 * i, 0.4) });
  });
  return [
    row('LAD', '6', 'main', 'LM', {
      at: END,
      points: [[4, -5, 1], [18, 2, 1.03], [35, 5, 1.03], [52, 4, 1.03], ...LAD_ENDS[end]],
      diameters: [[0, 3.7], [0.12, 3.5], [0.2, 3.1], [0.36, 2.6], [0.6, 2], [0.8, 1.6], [1, 0.7]],
      wander: 1.25,
    }),
    row('D1', '9', 'side', 'LAD', { at: { s: 13 }, points: [[18, -12], [28, -27], [42, -38], [56, -45], [69, -47]], diameters: even(2.3, 1.8, 0.8) }),
    row('D2', '10', 'side', 'LAD', { at: { s: 34 }, points: [[40, -6], [50, -18], [62, -25], [74, -28]], diameters: even(1.8, 0.6) }),
    row('D3', '10a', 'side', 'LAD', { at: { s: 55 }, points: [[62, -4], [72, -12], [80, -20]], diameters: even(1.2, 0.5) }),
    ...septals,
    ...(end === 'dual' ? [LONG_LAD] : []),
  ];
}

function lcxRows(dominance: Dominance): BranchRow[] {
  const proximal: ControlPoint[] = [[-3, -34, 0.99], [-1, -58, 1.05], [1, -84, 1.06], [2, -108, 1.05], [3, -130, 1.02]];
  const left = dominance === 'left';
  const rows = [
    row('LCX', '11', 'main', 'LM', {
      at: END,
      points: left ? [...proximal, [2, -155, 1], [1, -176, 0.97]] : [...proximal, [6, -146, 1.02]],
      diameters: left ? even(4.1, 3.7, 3.1, 2.5) : even(3.4, 3, 2.2, 1.6, 0.9),
    }),
    row('OM1', '12a', 'side', 'LCX', { at: { phi: -48 }, points: [[7, -56], [20, -68], [36, -76], [52, -79], [66, -77]], diameters: even(2.4, 1.8, 0.7) }),
    row('OM2', '12b', 'side', 'LCX', { at: { phi: -86 }, points: [[8, -93], [22, -103], [38, -108], [54, -108]], diameters: even(2.1, 0.6) }),
    row('OM3', '14', 'side', 'LCX', { at: { phi: -116 }, points: [[9, -122], [22, -132], [36, -138]], diameters: even(1.6, 0.6) }),
    row('LA', 'atrial', 'side', 'LCX', { at: { phi: -30 }, points: [[-10, -40, 0.98], [-22, -62, 0.9], [-28, -90, 0.8]], diameters: even(1.2, 0.4), wander: 1.4 }),
  ];
  if (!left) return rows;
  return [
    ...rows,
    row('LPDA', '15', 'side', 'LCX', { at: END, points: [[10, -180], [26, -180], [42, -181], [56, -182]], diameters: even(2.3, 0.8) }),
    row('LPLV', '14', 'side', 'LCX', { at: { share: 0.86 }, points: [[10, -150], [24, -156], [40, -158]], diameters: even(1.9, 0.6) }),
  ];
}

/** The circumflex from the right sinus: behind the aorta into the left groove. Angles run on past 180. */
function rightCircumflexRows(dominance: Dominance): BranchRow[] {
  const round = (rows: BranchRow[]): BranchRow[] => rows.map((r) => ({ ...r, points: r.points.map(([s, phi, k]): ControlPoint => [s, phi + 360, ...(k === undefined ? ([] as const) : ([k] as const))]) }));
  const [own, ...branches] = lcxRows(dominance === 'left' ? 'right' : dominance);
  const shares: Readonly<Record<string, number>> = { OM1: 0.62, OM2: 0.78, OM3: 0.9, LA: 0.5 };
  const points: ControlPoint[] = [[-19, 105, 0.28], [-20, 190, 0.25], [-14, 290, 0.5], [-5, 318, 0.85], [-1, 302, 1.05], [1, 276, 1.06], [2, 252, 1.05], [3, 230, 1.02], [6, 214, 1.02]];
  return [
    { ...(own as BranchRow), parent: 'RCA', at: { share: 0.012 }, points },
    ...round(branches).map((r) => ({ ...r, at: { share: shares[r.name] ?? 0.7 } })),
  ];
}

const LEFT_MAINS: Readonly<Record<Variant['leftMain'], readonly ControlPoint[]>> = {
  usual: [[-15, 14, 0.36], [-13, 4, 0.6], [-8, -6, 0.8], [-4, -14, 0.9]],
  short: [[-15, 14, 0.36], [-14, 9, 0.48], [-13, 4, 0.6]],
  absent: [[-15, 14, 0.36], [-14.7, 12.6, 0.385], [-14.3, 11, 0.42]],
};

/** The left coronary artery, parents before children. */
export function leftRows(variant: Variant): BranchRow[] {
  const rows = [
    row('LM', '5', 'main', '', {
      at: END,
      points: LEFT_MAINS[variant.leftMain],
      diameters: even(4.9, 4.5, 4.2),
      wander: 0.6,
    }),
    ...ladRows(variant.lad),
    ...(variant.circumflexFrom === 'left' ? lcxRows(variant.dominance) : []),
  ];
  if (variant.ramus) {
    rows.push(row('RI', '12', 'side', 'LM', { at: END, points: [[6, -28, 1], [20, -42], [38, -54], [55, -60]], diameters: even(2.4, 0.7) }));
  }
  return rows;
}

function rightDistalRows(): BranchRow[] {
  const septals = [8, 16, 25, 34].map((s, i) =>
    row(`IS${i + 1}`, 'septal', 'septal', 'PDA', {
      at: { s },
      points: [[s + 3, 181, 0.82], [s + 8, 176 + 8 * (i % 2), 0.6], [s + 12, 172 + 14 * (i % 2), 0.4]],
      diameters: even(0.9, 0.35),
    }),
  );
  return [
    row('PDA', '4', 'side', 'RCA', { at: END, points: [[5, 181, 0.99], [18, 182], [34, 180], [48, 178], [60, 177]], diameters: even(2.3, 1.9, 0.7) }),
    row('PLV', '16', 'side', 'RCA', {
      at: END,
      points: [[-5, 188, 0.86], [-3, 196, 0.9], [3, 206, 1], [6, 222, 1.03], [12, 236, 1.03], [24, 244, 1.03]],
      diameters: even(2.6, 2, 0.7),
    }),
    row('PL1', '16a', 'side', 'PLV', { at: { share: 0.42 }, points: [[12, 210], [26, 214], [40, 214]], diameters: even(1.7, 0.6) }),
    row('PL2', '16b', 'side', 'PLV', { at: { share: 0.66 }, points: [[16, 226], [30, 230], [42, 230]], diameters: even(1.4, 0.5) }),
    row('AVN', 'AV node', 'side', 'PLV', { at: { share: 0.1 }, points: [[-2, 186, 0.6], [4, 182, 0.35]], diameters: even(0.8, 0.35) }),
    ...septals,
  ];
}

/** The right coronary artery, parents before children. */
export function rightRows(variant: Variant): BranchRow[] {
  const origin: ControlPoint[] = variant.rcaOrigin === 'high' ? [[-28, 46, 0.3], [-21, 55, 0.46]] : [[-15, 60, 0.38]];
  const proximal: ControlPoint[] = [...origin, [-12, 66, 0.64], [-6, 77, 0.92], [-1, 91, 1.05]];
  const left = variant.dominance === 'left';
  const points: ControlPoint[] = left
    ? [...proximal, [2, 108, 1.07], [8, 120, 1.05], [20, 125, 1.03]]
    : [...proximal, [3, 107, 1.08], [5, 126, 1.08], [4, 148, 1.05], [2, 166, 1.01], [0, 180, 0.96]];
  const rows: BranchRow[] = [
    row('RCA', '1', 'main', '', {
      at: END,
      points,
      diameters: left ? even(2.9, 2.2, 1) : [[0, 4.1], [0.12, 3.9], [0.32, 3.5], [0.6, 3.2], [0.85, 2.9], [1, 2.7]],
      wander: 1.7,
    }),
    row('CB', 'conus', 'side', 'RCA', { at: { share: 0.07 }, points: [[-6, 56, 0.8], [4, 44, 0.98], [16, 36], [26, 32]], diameters: even(1.4, 0.5), wander: 1.4 }),
    row('SN', 'sinus node', 'side', 'RCA', { at: { share: 0.1 }, points: [[-18, 78, 0.7], [-28, 90, 0.72], [-38, 100, 0.6]], diameters: even(1.3, 0.4), wander: 1.5 }),
    row('RV', 'right ventricular', 'side', 'RCA', { at: { share: 0.34 }, points: [[8, 92, 1.06], [20, 86], [34, 78], [46, 70]], diameters: even(1.6, 0.5), wander: 1.4 }),
    row('RA', 'atrial', 'side', 'RCA', { at: { share: 0.42 }, points: [[-6, 108], [-16, 116], [-26, 124, 0.85]], diameters: even(1, 0.4), wander: 1.5 }),
  ];
  if (variant.circumflexFrom === 'right') rows.push(...rightCircumflexRows(variant.dominance));
  if (left) return rows;
  rows.push(row('AM', 'acute marginal', 'side', 'RCA', { at: { share: 0.55 }, points: [[12, 122, 1.07], [26, 128], [42, 132], [58, 134]], diameters: even(1.9, 0.6), wander: 1.3 }));
  return [...rows, ...rightDistalRows()];
}

/** Cardiac veins seen after a left injection: great cardiac vein into the sinus, a marginal and a posterior vein. */
export function veinRows(): BranchRow[] {
  return [
    row('GCV', 'vein', 'vein', '', {
      at: END,
      points: [[72, -9, 1.05], [50, -8, 1.06], [26, -8, 1.07], [6, -11, 1.07], [-7, -30, 1.08], [-7, -62, 1.1], [-7, -100, 1.1], [-7, -140, 1.1], [-8, -172, 1.08], [-12, -190, 1]],
      diameters: even(1.4, 2.2, 3, 4.2, 5.5, 7.2, 9),
    }),
    row('LMV', 'vein', 'vein', '', { at: END, points: [[58, -84, 1.04], [38, -88, 1.05], [18, -92, 1.06], [-6, -98, 1.1]], diameters: even(1.2, 3), wander: 1.3 }),
    row('PVLV', 'vein', 'vein', '', { at: END, points: [[56, -150, 1.04], [34, -150, 1.05], [14, -152, 1.06], [-6, -150, 1.1]], diameters: even(1.2, 3), wander: 1.3 }),
  ];
}
