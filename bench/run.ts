// ./hamdel bench [name …]: JSON figures, each with what stood beside it in the same run.

import { cpus, loadavg } from 'node:os';
import { candidates } from './candidates.ts';
import { caseRead, openProbe } from './case-read.ts';
import { dropToReady } from './drop-to-ready.ts';
import { type Figure, meets } from './figure.ts';
import { imaging } from './imaging/all.ts';
import { language } from './language/all.ts';
import { matching } from './matching.ts';
import { matchingScale } from './matching-scale.ts';
import { memory } from './memory.ts';
import { network } from './network/all.ts';
import { waysInSql } from './network/ways-in-sql.ts';
import { type BenchNode, openBenchNode } from './node.ts';
import { openWriteProbe, opinionWrite } from './opinion-write.ts';
import { queries } from './queries.ts';
import { routing } from './routing.ts';
import { scripts } from './scripts.ts';
import { search } from './search.ts';
import { searchQuality } from './search-quality.ts';

const onNode: Record<string, (node: BenchNode) => Promise<Figure[]>> = { queries, 'case-read': caseRead, 'opinion-write': opinionWrite, candidates, search };
const alone: Record<string, () => Promise<Figure[]>> = { matching, 'matching-scale': matchingScale, scripts, routing, memory, 'search-quality': searchQuality, 'drop-to-ready': dropToReady, language, network, 'network-sql': waysInSql };

const asked = process.argv.slice(2).filter((a) => !a.startsWith('-')).flatMap((name) => (name === 'imaging' ? Object.keys(imaging) : name === 'search' ? ['search', 'search-quality'] : name));
const unknown = asked.filter((name) => !(name in onNode) && !(name in alone) && !(name in imaging));
if (unknown.length > 0) {
  process.stderr.write(`There is no measure named ${unknown.join(', ')}. There are: ${[...Object.keys(alone), ...Object.keys(onNode), 'imaging', ...Object.keys(imaging)].join(', ')}.\n`);
  process.exit(2);
}
const wants = (name: string): boolean => asked.length === 0 || asked.includes(name);
const say = (name: string) => process.stderr.write(`Measuring: ${name} …\n`);
const figures: Figure[] = [];

for (const [name, measure] of Object.entries({ ...alone, ...imaging })) if (wants(name)) { say(name); figures.push(...(await measure())); }
if (Object.keys(onNode).some(wants)) {
  const node = await openBenchNode();
  openProbe(node);
  openWriteProbe(node);
  await node.listen();
  try {
    for (const [name, measure] of Object.entries(onNode)) if (wants(name)) { say(name); figures.push(...(await measure(node))); }
  } finally {
    await node.close();
  }
}

process.stdout.write(`${JSON.stringify({ node: process.version, cores: cpus().length, load: loadavg()[0], figures: figures.map((f) => ({ ...f, meets: meets(f) })) }, null, 2)}\n`);
