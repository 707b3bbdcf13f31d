// ./hamdel bench [name …]: JSON figures, each with what stood beside it in the same run.

import { cpus } from 'node:os';
import { caseRead, openProbe } from './case-read.ts';
import { type Figure, meets } from './figure.ts';
import { openBenchNode } from './node.ts';
import { openWriteProbe, opinionWrite } from './opinion-write.ts';

const wanted = process.argv.slice(2).filter((a) => !a.startsWith('-'));
const wants = (name: string): boolean => wanted.length === 0 || wanted.includes(name);
const figures: Figure[] = [];

if (wants('case-read') || wants('opinion-write')) {
  const node = await openBenchNode();
  openProbe(node);
  openWriteProbe(node);
  await node.listen();
  try {
    if (wants('case-read')) figures.push(...(await caseRead(node)));
    if (wants('opinion-write')) figures.push(...(await opinionWrite(node)));
  } finally {
    await node.close();
  }
}

process.stdout.write(`${JSON.stringify({ node: process.version, cores: cpus().length, figures: figures.map((f) => ({ ...f, meets: meets(f) })) }, null, 2)}\n`);
