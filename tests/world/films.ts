// The committed films of the phantom, as runs of a case: a still and a preview cine each. Where a file is missing the run is left out.

import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Picture } from './acts.ts';
import { type FilmEntry, type FilmManifest, FILMS_FOLDER, filmName } from './films/manifest.ts';

export type Film = { run: number; label: string; sidecar: Record<string, unknown>; certificate: Record<string, unknown>; pictures: Picture[] };

const folder = join(import.meta.dirname, '..', '..', FILMS_FOLDER);
const entries = (): readonly FilmEntry[] => {
  const file = join(folder, 'manifest.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as FilmManifest).films : [];
};

const sidecarOf = (f: FilmEntry): Record<string, unknown> => ({
  version: 1, modality: 'XA', frames: f.frames, rows: f.rows, columns: f.columns, timing: 'frame-time',
  frameTimesMs: Array.from({ length: f.frames }, (_, i) => Math.round(i * f.frameMs * 1000) / 1000),
  primaryAngle: f.primary, secondaryAngle: f.secondary, stillFrame: f.stillFrame, burnedIn: 'NO', capture: false, invert: false, lossy: true,
});

const bytesOf = (f: FilmEntry, kind: 'webp' | 'mp4'): Promise<Uint8Array | null> =>
  readFile(join(folder, filmName(f.case, f.run, kind))).then((b) => new Uint8Array(b), () => null);

/** Runs of one demo case, in order. */
export const filmsOf = async (caseId: string): Promise<Film[]> => {
  const found = await Promise.all(entries().filter((f) => f.case === caseId).map(async (f): Promise<Film | null> => {
    const [still, cine] = await Promise.all([bytesOf(f, 'webp'), bytesOf(f, 'mp4')]);
    if (!still || !cine) return null;
    return {
      run: f.run, label: f.label, sidecar: sidecarOf(f),
      certificate: { version: 1, software: 'phantom', sha256Before: f.framesSha256, sha256After: f.cine.sha256, frames: f.frames, masks: [], reviewed: true },
      pictures: [{ tier: 't0', mediaType: 'image/webp', bytes: still }, { tier: 't1', mediaType: 'video/mp4', bytes: cine }],
    };
  }));
  return found.filter((f) => f !== null);
};
