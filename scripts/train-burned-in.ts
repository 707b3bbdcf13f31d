// Trains the trees that tell writing from vessels, wires and clips, and writes them as code: `node scripts/train-burned-in.ts [PHANTOMS] [SPECKLES] [PASS …]`.
// Fed by the phantom, the speckle and the words of training alone, so that it gives the same tables everywhere; takes some minutes.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Pass } from '../imaging/src/pixels/burned-in/accept.ts';
import { boost, type Sample } from './burned-in/boost.ts';
import { type Samples, samplesOf } from './burned-in/samples.ts';

const GROWTH = { trees: 120, leaves: 12, rate: 0.1, l2: 1 };
/** Weight of all writing beside that of all else. */
const WRITING = 0.3;

const [phantoms, speckles] = [Number(process.argv[2] ?? 66), Number(process.argv[3] ?? 10)];
const named = process.argv.slice(4) as Pass[];
const passes: readonly Pass[] = named.length > 0 ? named : ['static', 'run', 'frame', 'image'];
const all: Samples = { static: [], run: [], frame: [], image: [] };
for (let n = 0; n < phantoms + speckles; n++) {
  const speckle = n >= phantoms;
  const samples = samplesOf(speckle ? 7000 + n - phantoms : 5000 + n, speckle, passes);
  for (const pass of passes) all[pass].push(...samples[pass]);
  process.stderr.write(`${n + 1}/${phantoms + speckles}: ${passes.map((pass) => `${pass} ${all[pass].filter(({ writing }) => writing).length}/${all[pass].length}`).join(', ')}\n`);
}
for (const pass of passes) {
  const table = boost(balanced(all[pass]), GROWTH);
  const text = `import type { TreeTable } from './trees.ts';

/** Made by scripts/train-burned-in.ts from ${all[pass].length} lines of ${phantoms} phantoms and ${speckles} speckle runs; not for editing. */
export const ${pass}Table: TreeTable = {
  base: ${table.base},
  edges: [
${table.edges.map((ends) => `    [${ends.join(', ')}],`).join('\n')}
  ],
  trees:
    '${table.trees}',
};
`;
  writeFileSync(join(import.meta.dirname, `../imaging/src/pixels/burned-in/${pass}-table.ts`), text);
}

function balanced(samples: readonly Sample[]): Sample[] {
  const sum = (writing: boolean): number => samples.reduce((so, one) => so + (one.writing === writing ? one.weight : 0), 0);
  const by = (WRITING * sum(false)) / sum(true);
  return samples.map((one) => (one.writing ? { ...one, weight: one.weight * by } : one));
}
