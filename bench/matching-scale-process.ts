// One size of ./hamdel bench matching-scale, in a process of its own: time of a question, memory, and agreement with scoring everybody.

import { readNetwork, readPieces } from '#features/routing/rules/evidence.ts';
import { POLICY, weightsFor } from '#features/routing/rules/policy.ts';
import { rankScored, type Scored, scoreAll } from '#features/routing/rules/ranking.ts';
import type { Asked, PersonFeatures } from '#features/routing/rules/route-input.ts';
import { leftOutBy } from '#features/routing/rules/route-rules.ts';
import { questionOf } from '#features/routing/rules/score-evidence.ts';
import { WideNetwork } from '#features/routing/rules/wide-network.ts';
import { type Figure, round } from './figure.ts';
import { question, synthetic } from './synthetic-network.ts';

const NOW = Date.UTC(2026, 10, 25, 9);
const TOP = 7;
const SAMPLE = 20_000;
const MB = 1024 * 1024;

const p95 = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.ceil(values.length * 0.95) - 1] as number;
function* first(n: number): Generator<PersonFeatures> { for (let i = 0; i < n; i++) yield synthetic(i, NOW); }

/** Everybody scored for some questions at once, by the same function, none passed over by bounds; the best some dozen of each are kept on the way. */
const exhaustive = (wide: WideNetwork, n: number, asked: readonly Asked[]): string[][] => {
  const figures = wide.figures;
  const weights = weightsFor(POLICY, figures.people);
  const termOf = new Map<string, number>();
  const idOf = (word: string): number => { const known = termOf.get(word); if (known !== undefined) return known; termOf.set(word, termOf.size); return termOf.size - 1; };
  for (const one of asked) readPieces({ ...synthetic(0, NOW), evidence: [{ id: '', kind: 'case', at: null, text: one.text, concepts: [] }] }, idOf);
  const asks = asked.map((of) => ({ of, q: questionOf(of, { termOf }, figures, POLICY, NOW), best: [] as Scored[] }));
  for (const person of first(n)) {
    const known = { person, pieces: readPieces(person, (word) => termOf.get(word) ?? -1) };
    for (const one of asks) {
      if (leftOutBy(person, one.of, NOW) !== null) continue;
      one.best.push(...scoreAll([known], one.of, one.q, weights));
      if (one.best.length > 4000) one.best = one.best.sort((a, b) => b.score - a.score).slice(0, 400);
    }
  }
  return asks.map(({ best }) => rankScored(best, weights, TOP).map(({ known }) => known.person.id));
};

/** Milliseconds of this thread's own work: what else runs on a shared machine is nobody's. */
const own = (): number => { const { user, system } = process.threadCpuUsage(); return (user + system) / 1000; };

const at = (n: number, questions: number, compared: number, bar: number): Figure[] => {
  const means = { ...readNetwork([...first(SAMPLE)]).at(NOW), people: n };
  const began = performance.now();
  const wide = new WideNetwork(first(n), POLICY, NOW, means);
  const built = (performance.now() - began) / 1000;
  for (let i = 0; i < 20; i++) wide.best(question(10_000 + i), NOW, TOP);
  const [wall, mine, looked]: [number[], number[], number[]] = [[], [], []];
  for (let i = 0; i < questions; i++) {
    const asked = question(i);
    const [w, c] = [performance.now(), own()];
    wide.best(asked, NOW, TOP);
    wall.push(performance.now() - w); mine.push(own() - c); looked.push(wide.looked);
  }
  const memory = Math.round(process.memoryUsage().rss / MB);
  const asked = Array.from({ length: compared }, (_, i) => question(i));
  const truth = exhaustive(wide, n, asked);
  const overlaps = asked.map((one, i) => { const found = wide.best(one, NOW, TOP).map(({ person }) => person); return found.filter((id, k) => truth[i]?.[k] === id).length / TOP; });
  const changed = performance.now();
  wide.update([...first(100)].map((one) => ({ ...one, openAsks: 0, focus: [{ concept: 'cor.cto.retro', level: 'reference' as const, casesPerYear: 5000 }] })));
  wide.best(question(1), NOW, TOP);
  const seen = (performance.now() - changed) / 1000;
  const name = `${n.toLocaleString('en-GB')} clinicians`;
  const note = `${questions} questions; p95 by the clock ${round(p95(wall))} ms; ${round(looked.reduce((sum, one) => sum + one, 0) / questions)} people scored a question on average; built in ${Math.round(built)} s`;
  return [
    { name: `best ${TOP} of ${name}, p95`, unit: 'ms of the thread', value: round(p95(mine)), bar: { at: bar, is: 'at most', of: 'value' }, note },
    { name: `agreement with scoring all ${name}, place by place`, unit: 'share', value: round(overlaps.reduce((sum, one) => sum + one, 0) / compared), bar: { at: 0.95, is: 'at least', of: 'value' }, note: `${compared} questions` },
    { name: `memory with ${name}`, unit: 'MB resident', value: memory, bar: { at: 1536, is: 'at most', of: 'value' } },
    { name: `a hundred changed people among ${name} are seen after`, unit: 's', value: round(seen), bar: { at: 5, is: 'at most', of: 'value' } },
  ];
};

const [n, questions, compared, bar] = process.argv.slice(2).map(Number) as [number, number, number, number];
process.stdout.write(JSON.stringify(at(n, questions, compared, bar)));
