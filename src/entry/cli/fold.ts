import { fold, foldTerms } from 'language';
import * as words from '#words/entry.ts';
import { type Command, Plain } from './command.ts';
import { answerLines } from './line-by-line.ts';

const exitCall = 2;

/** `./hamdel fold [--terms [--grams]]`: each line of the standard input in the form in which texts are compared. */
export const command: Command = {
  help: words.helpFold,
  options: { terms: { type: 'boolean' }, grams: { type: 'boolean' } },
  usage: exitCall,
  async run({ values, positionals }, { l }) {
    if (positionals.length > 0 || (values.grams === true && values.terms !== true)) throw new Plain(words.helpFold(l), exitCall);
    await answerLines(values.terms === true ? (line) => termsOf(line, values.grams === true) : fold);
    return 0;
  },
};

const termsOf = (line: string, withGrams: boolean): string => {
  const terms = foldTerms(line);
  return [...terms.words, ...terms.joined, ...(withGrams ? terms.grams : [])].join(' ');
};
