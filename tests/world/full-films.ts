// Full-fidelity films of the demo's five cases: rendered from the seeds of the committed previews, cleaned by the product's own cleaner, verified and
// attached as an upload would be. About two seconds a run, so a process of the lowest priority does it behind the usable demo.
//   node tests/world/full-films.ts DATABASE_URL OWNER_URL DATA_DIR

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rebuild, verify } from 'imaging';
import { demoRun, fakeIdentity, writeRun } from 'imaging/phantom';
import { Client } from 'pg';
import { newId } from '#kernel/ids.ts';
import { fileBlobs } from '#server/blobs.ts';
import { openDb } from '#server/db.ts';
import { secureRandom } from '#server/random.ts';
import { insertObject } from '#features/cases/server/store.ts';
import { type FilmManifest, FILMS_FOLDER } from './films/manifest.ts';
import { type BareRun, bareRuns, setSidecar } from './full-films.store.ts';

const manifest = JSON.parse(readFileSync(join(import.meta.dirname, '../..', FILMS_FOLDER, 'manifest.json'), 'utf8')) as FilmManifest;

/** The clean DICOM file of one demo run. Throws when the cleaner or the verifier refuses it: the demo would show what a node refuses. */
export const fullFilm = (caseId: string, run: number) => {
  const rendered = demoRun(caseId, run - 1);
  if (!rendered) throw new Error(`there is no demo run ${caseId} ${run}`);
  const source = writeRun(rendered, fakeIdentity(run, 'male', 60));
  const clean = rebuild(source, { key: secureRandom.bytes(32), caseSalt: new TextEncoder().encode(caseId), reviewed: true });
  if (!clean.ok) throw new Error(`the cleaner refuses ${caseId} ${run}: ${clean.code}`);
  const verified = verify(clean.value.bytes, { mustBeReviewed: true });
  if (!verified.ok) throw new Error(`the verifier refuses ${caseId} ${run}: ${verified.code}`);
  return { bytes: clean.value.bytes, sidecar: verified.value };
};

const attachAll = async (databaseUrl: string, ownerUrl: string, dataDir: string): Promise<void> => {
  const db = openDb(databaseUrl, { max: 2 });
  const blobs = fileBlobs(dataDir);
  const owner = new Client({ connectionString: ownerUrl });
  await owner.connect();
  const attach = async (bare: BareRun): Promise<void> => {
    const film = manifest.films.find((f) => f.framesSha256 === bare.framesSha256);
    if (!film?.case.startsWith('demo-')) return;
    const { bytes, sidecar } = fullFilm(film.case, film.run);
    const id = newId(new Date(), secureRandom);
    await blobs.put(id, bytes);
    await setSidecar(owner, bare.id, { ...sidecar, stillFrame: film.stillFrame });
    const sha256 = createHash('sha256').update(bytes).digest();
    await db.asNode((tx) => insertObject(tx, { id, caseId: bare.caseId, runId: bare.id, tier: 't2', mediaType: 'application/dicom', bytes: bytes.byteLength, sha256 }, new Date()));
  };
  try {
    for (const bare of await bareRuns(owner)) await attach(bare);
  } finally {
    await owner.end();
    await db.close();
  }
};

if (import.meta.main) {
  const [databaseUrl, ownerUrl, dataDir] = process.argv.slice(2);
  if (!databaseUrl || !ownerUrl || !dataDir) throw new Error('full-films.ts DATABASE_URL OWNER_URL DATA_DIR');
  await attachAll(databaseUrl, ownerUrl, dataDir);
}
