// Renders the phantom runs of the demo world and encodes their stills and preview cines:
//   npx node scripts/make-demo-films.ts [--sheet FILE.png] [case …]
// Needs a Chromium; writes tests/world/films. Cases not named keep the films they have.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { DEMO_STUDIES, demoStudy, type RenderedRun, renderRun } from 'imaging/phantom';
import { contactSheet } from './films/contact-sheet.ts';
import { type FilmEncoder, openEncoder } from './films/encoder.ts';
import { fullestFrame } from './films/still-frame.ts';
import { FILMS_FOLDER, type FilmEntry, type FilmManifest, filmName } from '../tests/world/films/manifest.ts';

const root = join(import.meta.dirname, '..');
const folder = join(root, FILMS_FOLDER);
const manifestFile = join(folder, 'manifest.json');
const sha = (...parts: readonly Uint8Array[]): string => parts.reduce((h, p) => h.update(p), createHash('sha256')).digest('hex');

async function film(encoder: FilmEncoder, caseId: string, run: RenderedRun): Promise<FilmEntry> {
  const { spec, frames, truth } = run;
  const still = fullestFrame(frames, spec.size);
  const made = await encoder.encode({ frames, size: spec.size, frameMs: spec.frameMs, still });
  mkdirSync(join(folder, caseId), { recursive: true });
  writeFileSync(join(folder, filmName(caseId, spec.run, 'webp')), made.still);
  writeFileSync(join(folder, filmName(caseId, spec.run, 'mp4')), made.cine);
  return {
    case: caseId, run: spec.run, seed: spec.seed, system: spec.system, label: truth.label,
    primary: spec.projection.primary, secondary: spec.projection.secondary,
    frames: frames.length, frameMs: spec.frameMs, rows: spec.size, columns: spec.size, stillFrame: still,
    framesSha256: sha(...frames),
    still: { sha256: sha(made.still), bytes: made.still.length },
    cine: { sha256: sha(made.cine), bytes: made.cine.length },
  };
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({ options: { sheet: { type: 'string' } }, allowPositionals: true });
  const wanted = positionals.length > 0 ? positionals : DEMO_STUDIES.map((s) => s.id);
  const before: readonly FilmEntry[] = existsSync(manifestFile) ? (JSON.parse(readFileSync(manifestFile, 'utf8')) as FilmManifest).films : [];
  const made: FilmEntry[] = [];
  const tiles: Uint8Array[] = [];
  const encoder = await openEncoder(root);
  try {
    for (const id of wanted) {
      for (const spec of demoStudy(id) ?? []) {
        const started = performance.now();
        const run = renderRun(spec);
        const rendered = performance.now();
        const entry = await film(encoder, id, run);
        made.push(entry);
        tiles.push(run.frames[entry.stillFrame] as Uint8Array);
        console.log(`${id} ${spec.run} ${entry.label}: ${entry.frames} frames, rendered ${((rendered - started) / 1000).toFixed(1)} s, still ${entry.still.bytes} B, cine ${entry.cine.bytes} B`);
      }
    }
  } finally {
    await encoder.close();
  }
  const order = DEMO_STUDIES.map((s) => s.id);
  const films = [...before.filter((f) => !wanted.includes(f.case) && order.includes(f.case)), ...made].sort((a, b) => order.indexOf(a.case) - order.indexOf(b.case) || a.run - b.run);
  writeFileSync(manifestFile, `${JSON.stringify({ films } satisfies FilmManifest, null, 1)}\n`);
  if (values.sheet !== undefined) writeFileSync(values.sheet, contactSheet(tiles, 512, 4));
  console.log(`${films.length} runs, ${films.reduce((sum, f) => sum + f.still.bytes + f.cine.bytes, 0)} bytes in all`);
}

await main();
