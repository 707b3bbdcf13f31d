import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as words from '#words/entry.ts';
import { type Command, Plain } from './command.ts';
import type { Database } from './database.ts';
import { markFolder } from './folder.ts';
import { runNode } from './node.ts';
import { nodeOptions, readNodeOptions } from './options.ts';
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
    const prepare = async (database: Database, stops: Stops): Promise<void> => {
      if (!fresh) return;
      const { seedDemo } = await import('../../../tests/world/demo.ts');
      await stops.unlessAsked(step(words.stepWorld(l), seedDemo({ ...database, dataDir: options.dataDir, clock: systemClock })));
      writeFileSync(made, '');
    };
    const ready = async ({ url }: { url: string }): Promise<void> => say(options.json ? JSON.stringify({ url }) : words.demoReady(l, { url }));
    return runNode({ kind: 'demo', options, fresh, prepare, ready }, terminal);
  },
};
