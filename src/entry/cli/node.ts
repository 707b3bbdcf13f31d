import * as words from '#words/entry.ts';
import { buildWeb } from '../../../scripts/build/build.ts';
import { Plain } from './command.ts';
import { type Database, openDatabase } from './database.ts';
import { forgetRunning, type Kind, noteRunning } from './folder.ts';
import type { NodeOptions } from './options.ts';
import { freePort, isFree } from './ports.ts';
import { root } from './root.ts';
import { Interrupted, openStops, type Stops } from './stops.ts';
import { systemClock, systemRandom } from './system.ts';
import type { Terminal } from './terminal.ts';

const usualPort = 4870;

export type Started = { url: string; database: Database };
export type Plan = {
  kind: Kind;
  options: NodeOptions;
  /** Empty the demo's world first. */
  fresh: boolean;
  /** Before the doors open. */
  prepare(database: Database, stops: Stops): Promise<void>;
  /** When they are open. */
  ready(started: Started): Promise<void>;
};

/** Runs a node in the foreground until Ctrl-C and answers the exit code. */
export async function runNode(plan: Plan, terminal: Terminal): Promise<number> {
  const stops = openStops();
  try {
    return await start(plan, terminal, stops);
  } catch (error) {
    if (error instanceof Interrupted) return 130;
    throw error;
  } finally {
    await stops.all();
  }
}

async function start({ kind, options, fresh, prepare, ready }: Plan, terminal: Terminal, stops: Stops): Promise<number> {
  const { l, note, step } = terminal;
  const { dataDir } = options;
  const port = await choosePort(options.port, terminal);
  // Both go on while the database starts, and are awaited below; a failing database must not leave theirs unheard.
  const built = buildWeb(root);
  const serverCode = import('../server.ts');
  for (const work of [built, serverCode]) work.catch(() => {});
  const database = await step(words.stepDatabase(l), openDatabase(dataDir, fresh, stops, terminal));
  if ('elsewhere' in database) return tellElsewhere(database.elsewhere, options, terminal);
  await prepare(database, stops);
  await stops.unlessAsked(step(words.stepPages(l), built));
  const { startServer } = await serverCode;
  const server = await stops.unlessAsked(
    startServer({ ...database, dataDir, port, host: '127.0.0.1', mode: kind, clock: systemClock, random: systemRandom, log: (line) => process.stderr.write(line) }),
  );
  stops.add(() => server.close());
  noteRunning(dataDir, server.url);
  stops.add(async () => forgetRunning(dataDir));
  await ready({ url: server.url, database });
  await stops.asked;
  note(words.stopping(l));
  return 0;
}

async function choosePort(wanted: number | null, { l }: Terminal): Promise<number> {
  if (wanted === null) {
    const port = await freePort(usualPort);
    if (port === null) throw new Plain(words.noPort(l));
    return port;
  }
  if (wanted !== 0 && !(await isFree(wanted))) throw new Plain(words.portTaken(l, { port: String(wanted) }));
  return wanted;
}

function tellElsewhere(other: { pid: number | null; url: string | null }, options: NodeOptions, { l, say }: Terminal): number {
  if (options.json) say(JSON.stringify({ running: true, ...other }));
  else if (other.url === null) say(words.startsElsewhere(l, { pid: other.pid ?? 0 }));
  else say(words.runsElsewhere(l, { pid: other.pid ?? 0, url: other.url }));
  return other.url === null ? 1 : 0;
}
