// The process that bench/imaging/intake.ts measures: FOLDER and what to do with it; prints seconds and the most memory it ever had.

import { openAsBlob, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { held, openRun } from '../../imaging/src/browser/open-run.ts';
import { expand } from '../../imaging/src/intake/expand.ts';
import { rebuild } from '../../imaging/src/clean/rebuild.ts';
import { nodeCodecs } from '../../imaging/src/node/codecs.ts';
import { proposeMasks } from '../../imaging/src/pixels/burned-in/propose.ts';

const [folder = '', what] = process.argv.slice(2);
const options = { key: new Uint8Array(32).fill(9), caseSalt: new Uint8Array(8) };
const paths = readdirSync(folder).map((name) => join(folder, name));
const codecs = nodeCodecs();
const began = performance.now();

/** Everything at once, as a page without slices would. */
const whole: unknown[] = what === 'whole' ? paths.map((path) => readFileSync(path)) : [];

if (what === 'read' || what === 'clean') {
  const files = await Promise.all(paths.map(async (name) => ({ name, bytes: await openAsBlob(name) })));
  const { runs } = await expand(files);
  if (runs.length !== paths.length) throw new Error(`${runs.length} runs of ${paths.length}`);
  for (const one of what === 'clean' ? runs.flatMap((run) => run.files) : []) {
    const source = (files[one.place.entry] as (typeof files)[number]).bytes.slice(one.source.from, one.source.to);
    const opened = await openRun(new Uint8Array(await source.arrayBuffer()), options, codecs, () => {});
    if (!opened.ok) throw new Error(opened.code);
    proposeMasks(opened.value.luma);
    const waiting = held(opened.value, source);
    const made = rebuild(new Uint8Array(await waiting.source.arrayBuffer()), { ...options, reviewed: true });
    if (!made.ok) throw new Error(made.code);
  }
}

// maxRSS is in kilobytes.
process.stdout.write(JSON.stringify({ seconds: (performance.now() - began) / 1000, bytes: process.resourceUsage().maxRSS * 1024, held: whole.length }));
