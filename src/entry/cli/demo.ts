import { spawn } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import { join } from 'node:path';
import * as words from '#words/entry.ts';
import { type Command, Plain } from './command.ts';
import type { Database } from './database.ts';
import { markFolder } from './folder.ts';
import { runNode, type Started } from './node.ts';
import { nodeOptions, readNodeOptions } from './options.ts';
import { root } from './root.ts';
import type { Stops } from './stops.ts';
import { systemClock } from './system.ts';

/** `./hamdel demo`: the fictional world, made on the first start. */
export const command: Command = {
  help: words.helpDemo,
  options: { ...nodeOptions, fresh: { type: 'boolean' } },
  async run(given, terminal) {
    const options = readNodeOptions(given, 'demo', terminal);
    const { l, say, step } = terminal;
    if (given.values.fresh === true && (process.env.DATABASE_URL ?? '') !== '') throw new Plain(words.freshExternal(l));
    markFolder(options.dataDir, 'demo', terminal);
    // The mark stands only behind a whole world: one that was broken off is made again from nothing.
    const made = join(options.dataDir, 'world-made');
    const fresh = given.values.fresh === true || !existsSync(made);
    let ends: Stops | undefined;
    const prepare = async (database: Database, stops: Stops): Promise<void> => {
      ends = stops;
      if (!fresh) return;
      const { seedDemo } = await import('../../../tests/world/demo.ts');
      await stops.unlessAsked(step(words.stepWorld(l), seedDemo({ ...database, dataDir: options.dataDir, clock: systemClock })));
      writeFileSync(made, '');
    };
    const ready = async ({ url, database }: Started): Promise<void> => {
      say(options.json ? JSON.stringify({ url }) : words.demoReady(l, { url }));
      if (process.env.HAMDEL_FULL_FILMS !== '0') drawFullFilms(database, options.dataDir, ends);
    };
    return runNode({ kind: 'demo', options, fresh, prepare, ready }, terminal);
  },
};

/** The films in full fidelity come behind the usable demo, by a process that yields to everything else. Without them the previews serve. */
const drawFullFilms = ({ databaseUrl, ownerUrl }: Database, dataDir: string, stops: Stops | undefined): void => {
  const script = join(root, 'tests/world/full-films.ts');
  const child = spawn(process.execPath, [script, databaseUrl, ownerUrl, dataDir], { stdio: 'ignore' });
  if (child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_LOW);
  stops?.add(async () => { child.kill(); });
};
