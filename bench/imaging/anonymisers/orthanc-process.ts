// Orthanc's /anonymize on every file of a folder, in a network of its own; told: milliseconds of anonymising and of storing before it.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startOrthanc } from '../first-frame/orthanc.ts';

const [from = '', to = ''] = process.argv.slice(2);
const orthanc = await startOrthanc();
let [ms, storeMs, failed] = [0, 0, 0];
try {
  for (const name of readdirSync(from)) {
    const start = performance.now();
    const stored = await fetch(`${orthanc.url}/instances`, { method: 'POST', body: readFileSync(join(from, name)), headers: { 'content-type': 'application/dicom' } });
    const { ID } = stored.ok ? ((await stored.json()) as { ID?: string }) : {};
    storeMs += performance.now() - start;
    const began = performance.now();
    const clean = ID === undefined ? null : await fetch(`${orthanc.url}/instances/${ID}/anonymize`, { method: 'POST', body: '{}' });
    if (clean?.ok) writeFileSync(join(to, name), new Uint8Array(await clean.arrayBuffer()));
    else failed++;
    ms += performance.now() - began;
  }
} finally {
  await orthanc.close();
}
process.stdout.write(`\n${JSON.stringify({ ms, storeMs, failed })}\n`);
