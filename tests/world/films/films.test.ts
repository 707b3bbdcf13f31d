import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { demoRun, demoStudy, DEMO_STUDIES } from 'imaging/phantom';
import { expect, test } from 'vitest';
import { FILMS_FOLDER, type FilmEntry, filmName, type FilmManifest } from './manifest.ts';

const root = join(import.meta.dirname, '../../..');
const { films } = JSON.parse(readFileSync(join(root, FILMS_FOLDER, 'manifest.json'), 'utf8')) as FilmManifest;
const sha = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

test('the films of every demo run are there, as the manifest says, small enough for a thin link', () => {
  expect(films.map((f) => `${f.case}/${f.run}`)).toEqual(DEMO_STUDIES.flatMap((s) => (demoStudy(s.id) ?? []).map((spec) => `${s.id}/${spec.run}`)));
  for (const film of films) {
    const still = readFileSync(join(root, FILMS_FOLDER, filmName(film.case, film.run, 'webp')));
    const cine = readFileSync(join(root, FILMS_FOLDER, filmName(film.case, film.run, 'mp4')));
    expect({ still: sha(still), cine: sha(cine) }).toEqual({ still: film.still.sha256, cine: film.cine.sha256 });
    expect(still.length).toBeLessThanOrEqual(8 * 1024);
    expect(cine.length).toBeLessThanOrEqual((70_000 * film.frames * film.frameMs) / 3000);
  }
  expect(films.reduce((sum, f) => sum + f.still.bytes + f.cine.bytes, 0)).toBeLessThan(3_000_000);
});

test('rendering a demo run again gives the frames its film was made of', () => {
  const film = films.find((f) => f.case === 'pool-2') as FilmEntry;
  const run = demoRun(film.case, film.run - 1);
  expect(sha(Buffer.concat(run?.frames ?? []))).toBe(film.framesSha256);
  expect(run?.truth.label).toBe(film.label);
});

test('an MP4 of the demo carries no time of making and no name of a tool', () => {
  for (const film of films) {
    const bytes = readFileSync(join(root, FILMS_FOLDER, filmName(film.case, film.run, 'mp4')));
    const at = bytes.indexOf('mvhd');
    expect(bytes.readUInt32BE(at + 8)).toBe(0);
    expect(bytes.includes('udta')).toBe(false);
  }
});

type CaseLesions = { id: string; angiography: { lesions: { segments: string[]; stenosisPct: number }[] } };

test('the demo runs show the lesions that the demo cases tell', () => {
  const { cases } = JSON.parse(readFileSync(join(root, 'tests/world/demo-cases.json'), 'utf8')) as { cases: CaseLesions[] };
  for (const one of cases) {
    const told = one.angiography.lesions.map(({ segments, stenosisPct }) => ({ segments, stenosisPct }));
    const shown = DEMO_STUDIES.find((s) => s.id === one.id)?.lesions.map(({ segments, stenosisPct }) => ({ segments: [...segments], stenosisPct }));
    expect(shown, one.id).toEqual(told);
  }
});
