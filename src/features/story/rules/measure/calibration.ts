// Millimetres of a pixel, and how they are known. A number without its method misleads, so the two never part.

/** One French is a third of a millimetre of outer diameter. */
export const MM_PER_FRENCH = 1 / 3;
export const FRENCH = { least: 3, most: 24 } as const;
/** A catheter seen narrower than this many pixels says nothing: one pixel of error would be a fifth of it. */
export const LEAST_CATHETER_PX = 5;
/** Rows and columns may differ by this share and still count as square. */
const SQUARE = 0.005;
/** How far from the isocentre a coronary vessel may lie, mm: the phantom's and a usual heart's half-size. */
export const FROM_ISOCENTRE_MM = 50;

/** What a run says of its own geometry: of the sidecar. Spacings are row, column in mm. */
export type Header = {
  readonly pixelSpacing?: readonly [number, number] | null | undefined;
  readonly pixelSpacingType?: 'GEOMETRY' | 'FIDUCIAL' | null | undefined;
  readonly imagerPixelSpacing?: readonly [number, number] | null | undefined;
  readonly sourceToDetectorMm?: number | null | undefined;
  readonly sourceToPatientMm?: number | null | undefined;
};

/** `px`: the catheter's outer diameter in pixels of the picture. `isocentre`: a header's detector spacing over its magnification. */
export type Calibration =
  | { readonly by: 'catheter'; readonly french: number; readonly px: number }
  | { readonly by: 'isocentre'; readonly mmPerPx: number; /** Per cent that a vessel 50 mm off the isocentre is wrong by. */ readonly offPct: number }
  | { readonly by: 'header'; readonly mmPerPx: number; readonly type: 'GEOMETRY' | 'FIDUCIAL' }
  | { readonly by: 'none' };

export type NoHeader = 'not-square' | 'no-spacing' | 'no-magnification';

export const NONE: Calibration = { by: 'none' };

const square = ([row, column]: readonly [number, number]): boolean => Math.abs(row - column) <= SQUARE * Math.max(row, column);
const sensible = (mm: number): boolean => mm >= 0.01 && mm <= 2;

/** Pixels that are not square would bend every angle and every ratio: such a run is not measured at all. */
export const notSquare = ({ pixelSpacing, imagerPixelSpacing }: Header): boolean =>
  [pixelSpacing, imagerPixelSpacing].some((spacing) => spacing != null && !square(spacing));

/**
 * Calibration by the header alone (PS3.3 sections 10.7.1.1 and C.8.7.5): a Pixel Spacing that says how it was calibrated; else the detector's
 * spacing divided by SID/SOD, which holds in the plane of the isocentre. A plain Pixel Spacing may be the detector's and is not believed.
 */
export const fromHeader = (header: Header): Calibration | NoHeader => {
  const { pixelSpacing, pixelSpacingType, imagerPixelSpacing, sourceToDetectorMm: sid, sourceToPatientMm: sod } = header;
  if (notSquare(header)) return 'not-square';
  if (pixelSpacing && pixelSpacingType && sensible(pixelSpacing[0])) return { by: 'header', mmPerPx: pixelSpacing[0], type: pixelSpacingType };
  if (!imagerPixelSpacing || !sensible(imagerPixelSpacing[0])) return 'no-spacing';
  if (!sid || !sod || sod < 300 || sid > 2000 || sid <= sod) return 'no-magnification';
  return { by: 'isocentre', mmPerPx: (imagerPixelSpacing[0] * sod) / sid, offPct: (100 * FROM_ISOCENTRE_MM) / (sod - FROM_ISOCENTRE_MM) };
};

/** Null when the size is none that catheters have or the catheter is too narrow on the picture. */
export const fromCatheter = (french: number, px: number): Calibration | null =>
  french >= FRENCH.least && french <= FRENCH.most && px >= LEAST_CATHETER_PX ? { by: 'catheter', french, px } : null;

/** Null where nothing is known: the number stays in pixels. */
export const mmPerPx = (calibration: Calibration): number | null => {
  if (calibration.by === 'none') return null;
  return calibration.by === 'catheter' ? (calibration.french * MM_PER_FRENCH) / calibration.px : calibration.mmPerPx;
};
