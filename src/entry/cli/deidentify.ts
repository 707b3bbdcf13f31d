import { randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { cleanAll } from 'imaging/node/clean-all';
import type { Cleaned } from 'imaging/node/cleaned';
import * as words from '#words/entry.ts';
import { inputsOf } from './cleaning-inputs.ts';
import { reasonSentence } from './cleaning-reasons.ts';
import { type Command, exitWithheld, type Given, Plain } from './command.ts';
import type { Terminal } from './terminal.ts';

const exitUsage = 2;
/** A thread of its own takes 60 ms to start and holds a file: worth it from here on. */
const BYTES_PER_THREAD = 24 * 1024 * 1024;
const MOST_THREADS = 4;

const LINES = { clean: words.cleanLineClean, 'needs-review': words.cleanLineNeedsReview, refused: words.cleanLineRefused };

/** One outcome. `input` counts files from 1 in the order given, folders by name; `inner` counts the entries of an archive from 0. */
type Row = { readonly input: number; readonly inner?: number } & Cleaned;

/** `./hamdel deidentify IN… --out DIR`: cleans pictures on this computer, without a node. */
export const command: Command = {
  help: words.helpDeidentify,
  usage: exitUsage,
  options: { out: { type: 'string' }, 'accept-proposals': { type: 'boolean' }, report: { type: 'string' }, json: { type: 'boolean' } },
  async run(given, terminal) {
    const { l, say, note } = terminal;
    const out = outFolder(given, terminal);
    const { paths, bytes, cut } = inputsOf(given.positionals, out);
    if (paths.length === 0) throw new Plain(words.cleanNothing(l), exitUsage);
    if (cut) note(words.cleanCut(l, { n: paths.length }));
    const json = given.values.json === true;
    const rows: Row[] = [];
    await cleanAll(paths, threadsFor(paths.length, bytes), { out, secret: randomBytes(32), acceptProposals: given.values['accept-proposals'] === true }, (place, { inner, cleaned }) => {
      rows.push({ input: place + 1, ...(inner === null ? {} : { inner }), ...cleaned });
      if (paths.length > 1 && process.stderr.isTTY) process.stderr.write(`\r${rows.length}`);
    });
    rows.sort((a, b) => a.input - b.input || (a.inner ?? 0) - (b.inner ?? 0));
    if (typeof given.values.report === 'string') writeReport(given.values.report, rows, paths, terminal);
    if (json) say(JSON.stringify({ files: rows }));
    else tell(rows, terminal);
    return rows.every((row) => row.outcome === 'clean') && !cut ? 0 : exitWithheld;
  },
};

function outFolder({ values, positionals }: Given, { l }: Terminal): string {
  if (positionals.length === 0 || typeof values.out !== 'string') throw new Plain(words.cleanUsage(l), exitUsage);
  const out = resolve(values.out);
  if (positionals.some((path) => resolve(path) === out)) throw new Plain(words.cleanSamePlace(l), exitUsage);
  try {
    mkdirSync(out, { recursive: true });
  } catch {
    throw new Plain(words.cleanNoFolder(l), exitUsage);
  }
  return out;
}

const threadsFor = (files: number, bytes: number): number =>
  Math.min(MOST_THREADS, files, availableParallelism(), 1 + Math.floor(bytes / BYTES_PER_THREAD));

/**
 * The report may name the sources: it is written for the person who holds them, readable by nobody else, and says so. What goes
 * to the terminal never does, because terminals are copied into tickets.
 */
function writeReport(file: string, rows: readonly Row[], paths: readonly string[], { l }: Terminal): void {
  const report = { note: words.cleanReportNote(l), files: rows.map((row) => ({ name: paths[row.input - 1], ...row })) };
  try {
    writeFileSync(file, `${JSON.stringify(report, null, 2)}\n`, { mode: 0o600 });
  } catch {
    throw new Plain(words.cleanNoReport(l), exitUsage);
  }
}

function tell(rows: readonly Row[], { l, say }: Terminal): void {
  for (const row of rows) {
    const place = row.inner === undefined ? String(row.input) : `${row.input}.${row.inner}`;
    say(LINES[row.outcome](l, { place, output: row.output ?? '', reason: row.reason ?? '', removed: row.removed, kept: row.kept, masks: row.masks.length }));
  }
  const reasons = new Set(rows.flatMap((row) => (row.reason === null ? [] : [row.reason])));
  if (reasons.size > 0) say('');
  for (const reason of reasons) say(`${reason}: ${reasonSentence(l, reason)}`);
  const count = (outcome: Cleaned['outcome']): number => rows.filter((row) => row.outcome === outcome).length;
  say(`\n${words.cleanTotal(l, { clean: count('clean'), review: count('needs-review'), refused: count('refused') })}`);
}
