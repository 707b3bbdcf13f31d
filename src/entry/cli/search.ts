import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DocumentLine, type LineTrouble, type QueryLine, readDocumentLine, readQueryLine } from '#features/search/rules/search-lines.ts';
import { indexCollection, searchCollection } from '#features/search/server/door.ts';
import { type Db, openDb } from '#server/db.ts';
import * as words from '#words/entry.ts';
import { migrate } from '../../server/migrate.ts';
import { ensureDatabase } from '../../server/postgres/database.ts';
import { startPostgres } from '../../server/postgres/launch.ts';
import { webUrl } from '../../server/postgres/roles.ts';
import { type Command, exitWithheld, Plain } from './command.ts';
import { numberedLines } from './json-lines.ts';
import { openStops } from './stops.ts';
import type { Terminal } from './terminal.ts';

const exitCall = 2;
/** Questions that are asked at once. */
const AT_ONCE = 4;

/** `./hamdel search --documents D.jsonl --queries Q.jsonl`: the node's own search over any collection, in a database that is thrown away. */
export const command: Command = {
  help: words.helpSearch,
  options: { documents: { type: 'string' }, queries: { type: 'string' }, top: { type: 'string' } },
  usage: exitCall,
  async run({ values }, terminal) {
    const { l } = terminal;
    const top = values.top === undefined ? 10 : Number(values.top);
    if (typeof values.documents !== 'string' || typeof values.queries !== 'string') throw new Plain(words.helpSearch(l), exitCall);
    if (!Number.isInteger(top) || top < 1 || top > 1000) throw new Plain(words.searchBadTop(l, { top: String(values.top) }), exitCall);
    const documents = await readAll(values.documents, readDocumentLine, terminal);
    const queries = await readAll(values.queries, readQueryLine, terminal);
    await inThrowAwayDatabase(async (db) => {
      await terminal.step(words.searchIndexing(l, { n: documents.read.length }), indexCollection(db, documents.read));
      await terminal.step(words.searchAsking(l, { n: queries.read.length }), answerAll(db, documents.read, queries.read, top, terminal));
    });
    return documents.skipped + queries.skipped > 0 ? exitWithheld : 0;
  },
};

/** Every line that can be read, an id once; the others are told by number. */
const readAll = async <T extends DocumentLine | QueryLine>(file: string, read: (line: string) => T | LineTrouble, { l, note }: Terminal): Promise<{ read: T[]; skipped: number }> => {
  const all = new Map<string, T>();
  let skipped = 0;
  for await (const { line, n } of numberedLines(file, () => new Plain(words.searchNoFile(l, { file }), exitCall))) {
    const one = read(line);
    const trouble = 'trouble' in one ? (one.trouble === 'not-json' ? words.searchNotJson(l, { file, n: String(n) }) : words.searchWrongField(l, { file, n: String(n), field: one.field }))
      : all.has(JSON.stringify(one.id)) ? words.searchTwice(l, { file, n: String(n) }) : undefined;
    if (trouble === undefined) all.set(JSON.stringify((one as T).id), one as T);
    else {
      note(trouble);
      skipped += 1;
    }
  }
  return { read: [...all.values()], skipped };
};

/** Answers in the order of the questions, some at a time. */
const answerAll = async (db: Db, documents: readonly DocumentLine[], queries: readonly QueryLine[], top: number, { l, note }: Terminal): Promise<void> => {
  for (let from = 0; from < queries.length; from += AT_ONCE) {
    const some = queries.slice(from, from + AT_ONCE);
    const answers = await Promise.all(some.map(({ text }) => searchCollection(db, documents, text, top)));
    for (const [i, { id }] of some.entries()) {
      if (answers[i]?.cut) note(words.searchCut(l, { id: String(id) }));
      if (!process.stdout.write(`${JSON.stringify({ query: id, hits: answers[i]?.hits ?? [] })}\n`)) await once(process.stdout, 'drain');
    }
  }
};

/** A database of its own, without durability; it goes with its folder whatever happens. */
const inThrowAwayDatabase = async (work: (db: Db) => Promise<void>): Promise<void> => {
  const stops = openStops();
  const folder = mkdtempSync(join(tmpdir(), 'hamdel-search-'));
  stops.add(async () => rmSync(folder, { recursive: true, force: true }));
  chmodSync(folder, 0o755);
  try {
    const postgres = await startPostgres({ dataDir: folder, settings: { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off' } });
    stops.add(() => postgres.stop());
    const ownerUrl = await ensureDatabase(postgres.url, 'search', { fresh: false });
    await stops.unlessAsked(migrate(ownerUrl));
    const db = openDb(webUrl(ownerUrl), { max: AT_ONCE });
    stops.add(() => db.close());
    await stops.unlessAsked(work(db));
  } finally {
    await stops.all();
  }
};
