import { readFileSync } from 'node:fs';
import { verifyAny } from 'imaging/node/verify-any';
import * as words from '#words/entry.ts';
import { reasonSentence } from './cleaning-reasons.ts';
import { type Command, exitWithheld, Plain } from './command.ts';

const exitUsage = 2;

/** `./hamdel verify FILE…`: the check that a node makes of what arrives, on this computer. Files are named by their place. */
export const command: Command = {
  help: words.helpVerify,
  usage: exitUsage,
  options: { json: { type: 'boolean' } },
  async run({ values, positionals }, { l, say }) {
    if (positionals.length === 0) throw new Plain(words.verifyUsage(l), exitUsage);
    const files = positionals.map((path, place) => ({ input: place + 1, ...checked(path) }));
    if (values.json === true) say(JSON.stringify({ files }));
    else {
      for (const { input, reason, where } of files)
        say(reason === null ? words.verifyClean(l, { place: input }) : words.verifyRefused(l, { place: input, reason: [reason, ...Object.values(where)].join(' '), sentence: reasonSentence(l, reason) }));
    }
    return files.every((file) => file.reason === null) ? 0 : exitWithheld;
  },
};

function checked(path: string): ReturnType<typeof verifyAny> {
  try {
    return verifyAny(readFileSync(path));
  } catch {
    return { outcome: 'refused', reason: 'file-unreadable', where: {}, sha256: null };
  }
}
