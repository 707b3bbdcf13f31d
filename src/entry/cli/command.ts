import type { ParseArgsConfig } from 'node:util';
import type { Locale } from '#kernel/locale.ts';
import type { Terminal } from './terminal.ts';

export type Given = { values: Readonly<Record<string, string | boolean | undefined>>; positionals: readonly string[] };

/** One command of `./hamdel`. `run` answers the exit code (sysexits.h: 64 usage, 69 unavailable). */
export type Command = {
  help: (l: Locale) => string;
  options: NonNullable<ParseArgsConfig['options']>;
  /** The exit code of a call that cannot be understood, where it is not 64. */
  usage?: number;
  run(given: Given, terminal: Terminal): Promise<number>;
};

export const exitUsage = 64;
export const exitUnavailable = 69;
/** Something was withheld or refused, and all else was done. */
export const exitWithheld = 3;

/** A failure whose message is already a sentence for the person at the terminal. */
export class Plain extends Error {
  readonly code: number;
  constructor(sentence: string, code = 1) {
    super(sentence);
    this.code = code;
  }
}
