import { once } from 'node:events';
import { createReadStream, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { type Network, readNetwork } from '#features/routing/rules/evidence.ts';
import { POLICY, type Policy } from '#features/routing/rules/policy.ts';
import { readPolicy } from '#features/routing/rules/policy-file.ts';
import { type CaseLine, type LineTrouble, readCaseLine, readPersonLine } from '#features/routing/rules/rank-lines.ts';
import { rankIn } from '#features/routing/rules/ranking.ts';
import type { PersonFeatures } from '#features/routing/rules/route-input.ts';
import * as words from '#words/entry.ts';
import { type Command, exitWithheld, type Given, Plain } from './command.ts';
import type { Terminal } from './terminal.ts';

const exitCall = 2;

/** `./hamdel rank --people P.jsonl --cases C.jsonl`: the node's own order of people for each case, on any corpus, without a node. */
export const command: Command = {
  help: words.helpRank,
  options: { people: { type: 'string' }, cases: { type: 'string' }, top: { type: 'string' }, policy: { type: 'string' } },
  usage: exitCall,
  async run(given, terminal) {
    const { people, cases, top, policy } = asked(given, terminal);
    const skipped = new Set<string>();
    const trouble = (file: string, line: number, found: LineTrouble | 'twice'): void => { skipped.add(`${file}:${line}`); terminal.note(sentence(terminal, file, line, found)); };
    const network = readNetwork(await readPeople(people, terminal, trouble));
    const latest = latestOf(network);
    for await (const { line, n } of linesOf(cases, terminal)) {
      const read = readCaseLine(line);
      if ('trouble' in read) trouble(cases, n, read);
      else if (!process.stdout.write(`${JSON.stringify(ranked(network, read, policy, latest, top))}\n`)) await once(process.stdout, 'drain');
    }
    return skipped.size > 0 ? exitWithheld : 0;
  },
};

const asked = ({ values }: Given, { l }: Terminal): { people: string; cases: string; top: number; policy: Policy } => {
  const top = values.top === undefined ? 10 : Number(values.top);
  if (typeof values.people !== 'string' || typeof values.cases !== 'string') throw new Plain(words.helpRank(l), exitCall);
  if (!Number.isInteger(top) || top < 1) throw new Plain(words.rankBadTop(l, { top: String(values.top) }), exitCall);
  return { people: values.people, cases: values.cases, top, policy: typeof values.policy === 'string' ? policyOf(values.policy, l) : POLICY };
};

const policyOf = (file: string, l: Terminal['l']): Policy => {
  let text: string;
  try { text = readFileSync(file, 'utf8'); } catch { throw new Plain(words.rankNoFile(l, { file }), exitCall); }
  const policy = readPolicy(text);
  if ('field' in policy) throw new Plain(words.rankBadPolicy(l, { file, field: policy.field === '' ? '{}' : policy.field }), exitCall);
  return policy;
};

async function* linesOf(file: string, { l }: Terminal): AsyncGenerator<{ line: string; n: number }> {
  const stream = createReadStream(file, 'utf8');
  try { await once(stream, 'open'); } catch { throw new Plain(words.rankNoFile(l, { file }), exitCall); }
  let n = 0;
  for await (const line of createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY })) {
    n += 1;
    const text = n === 1 ? line.replace(/^\ufeff/, '') : line;
    if (text.trim() !== '') yield { line: text, n };
  }
}

const readPeople = async (file: string, terminal: Terminal, trouble: (file: string, line: number, found: LineTrouble | 'twice') => void): Promise<PersonFeatures[]> => {
  const people = new Map<string, PersonFeatures>();
  for await (const { line, n } of linesOf(file, terminal)) {
    const read = readPersonLine(line);
    if ('trouble' in read) trouble(file, n, read);
    else if (people.has(read.id)) trouble(file, n, 'twice');
    else people.set(read.id, read);
  }
  return [...people.values()];
};

/** A case without a date is asked just after the latest that is known. */
const latestOf = (network: Network): number => network.known.reduce((latest, { person, pieces }) => Math.max(latest, person.lastActive ?? 0, pieces.at(-1)?.at ?? 0), 0) + 1;

const ranked = (network: Network, { id, asked: question, at }: CaseLine, policy: Policy, latest: number, top: number): object => {
  const { ranking, leftOut } = rankIn(network, { asked: question, policy, now: at ?? latest }, top);
  return { case: id, ranking, rejected: leftOut };
};

const sentence = ({ l }: Terminal, file: string, n: number, found: LineTrouble | 'twice'): string => {
  if (found === 'twice') return words.rankTwice(l, { file, n });
  const { trouble, field } = found;
  return trouble === 'not-json' ? words.rankNotJson(l, { file, n }) : trouble === 'not-an-object' ? words.rankNotObject(l, { file, n })
    : trouble === 'no-id' ? words.rankNoId(l, { file, n }) : trouble === 'wrong-date' ? words.rankWrongDate(l, { file, n, field }) : words.rankWrongField(l, { file, n, field });
};
