import * as words from '#words/entry.ts';
import type { Command } from './command.ts';
import { markFolder } from './folder.ts';
import { runNode, type Started } from './node.ts';
import { nodeOptions, readNodeOptions } from './options.ts';

/** `./hamdel up`: a real node. An empty one tells how to become its first steward. */
export const command: Command = {
  help: words.helpUp,
  options: nodeOptions,
  async run(given, terminal) {
    const options = readNodeOptions(given, 'node', terminal);
    const { l, say } = terminal;
    const { dataDir, json } = options;
    markFolder(dataDir, 'up', terminal);
    const ready = async ({ url, database }: Started): Promise<void> => {
      const { firstStewardLink } = await import('./steward.ts');
      const link = await firstStewardLink({ databaseUrl: database.databaseUrl, dataDir, origin: process.env.HAMDEL_ORIGIN ?? url });
      if (json) return say(JSON.stringify({ url, stewardLink: link }));
      say(words.upReady(l, { url }));
      if (link !== null) say(words.stewardLink(l, { url: link }));
    };
    return runNode({ kind: 'up', options, fresh: false, prepare: async () => {}, ready }, terminal);
  },
};
