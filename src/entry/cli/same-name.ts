import { sameName } from 'language';
import * as words from '#words/entry.ts';
import { type Command, exitWithheld, Plain } from './command.ts';
import { answerLines } from './line-by-line.ts';

const exitCall = 2;

/** `./hamdel same-name`: two names a line, a tab between; answers how surely they are one name, 0 to 1. */
export const command: Command = {
  help: words.helpSameName,
  options: {},
  usage: exitCall,
  async run({ positionals }, { l, note }) {
    if (positionals.length > 0) throw new Plain(words.helpSameName(l), exitCall);
    let skipped = 0;
    await answerLines((line, n) => {
      if (line.trim() === '') return '';
      const names = line.split('\t').map((name) => name.trim());
      if (names.length === 2 && names.every((name) => name !== '')) return String(Math.round(sameName(names[0] as string, names[1] as string) * 1e6) / 1e6);
      skipped += 1;
      note(words.sameNameNotTwo(l, { n }));
      return '';
    });
    return skipped > 0 ? exitWithheld : 0;
  },
};
