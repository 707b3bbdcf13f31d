import * as words from '#words/entry.ts';
import type { Command } from './command.ts';
import { markFolder } from './folder.ts';
import { runNode } from './node.ts';
import { nodeOptions, readNodeOptions } from './options.ts';

/** `./hamdel up`: a real node. */
export const command: Command = {
  help: words.helpUp,
  options: nodeOptions,
  async run(given, terminal) {
    const options = readNodeOptions(given, 'node', terminal);
    const { l, say } = terminal;
    markFolder(options.dataDir, 'up', terminal);
    const ready = async ({ url }: { url: string }): Promise<void> => say(options.json ? JSON.stringify({ url }) : words.upReady(l, { url }));
    return runNode({ kind: 'up', options, fresh: false, prepare: async () => {}, ready }, terminal);
  },
};
