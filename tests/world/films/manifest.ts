/** One run of the demo world with its committed still and preview cine. */
export type FilmEntry = {
  /** A demo case's id, or `pool-1` … `pool-8`. */
  readonly case: string;
  /** From 1; the run is `demoRun(case, run − 1)`. */
  readonly run: number;
  readonly seed: number;
  readonly system: 'LCA' | 'RCA' | 'AO';
  readonly label: string;
  /** Positioner angles in degrees, LAO + and cranial +. */
  readonly primary: number;
  readonly secondary: number;
  readonly frames: number;
  readonly frameMs: number;
  readonly rows: number;
  readonly columns: number;
  /** Frame shown as the still, from 0. */
  readonly stillFrame: number;
  /** SHA-256 of all frames one after another, as rendered. */
  readonly framesSha256: string;
  readonly still: FilmFile;
  readonly cine: FilmFile;
};

export type FilmFile = { readonly sha256: string; readonly bytes: number };
export type FilmManifest = { readonly films: readonly FilmEntry[] };

/** From the root of the repository. */
export const FILMS_FOLDER = 'tests/world/films';

/** Path of a film's file within the films folder. */
export const filmName = (caseId: string, run: number, kind: 'webp' | 'mp4'): string => `${caseId}/${String(run).padStart(2, '0')}.${kind}`;
