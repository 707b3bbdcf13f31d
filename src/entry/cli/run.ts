import { parseArgs } from 'node:util';
import * as words from '#words/entry.ts';
import { type Command, exitUsage, Plain } from './command.ts';
import { openTerminal, shellLanguage, type Terminal } from './terminal.ts';

// Loaded when asked for, so that help and scores need no server code.
const commands: Readonly<Record<string, () => Promise<{ command: Command }>>> = {
  demo: () => import('./demo.ts'),
  up: () => import('./up.ts'),
  down: () => import('./down.ts'),
  test: () => import('./test.ts'),
  bench: () => import('./bench.ts'),
  fold: () => import('./fold.ts'),
  'same-name': () => import('./same-name.ts'),
  score: () => import('./score.ts'),
  rank: () => import('./rank.ts'),
  search: () => import('./search.ts'),
  receive: () => import('./receive.ts'),
  'verify-ledger': () => import('./verify-ledger.ts'),
  deidentify: () => import('./deidentify.ts'),
  verify: () => import('./verify.ts'),
  admin: () => import('./admin.ts'),
  help: () => import('./help.ts'),
};

/** Runs `./hamdel …` and answers the exit code. */
export async function runCommandLine(args: readonly string[]): Promise<number> {
  const terminal = openTerminal(shellLanguage(process.env));
  const [name = 'help', ...rest] = args;
  if (name === '--help' || name === '-h') return run('help', [], terminal);
  if (name === '--version') return run('help', ['--version'], terminal);
  if (!Object.hasOwn(commands, name)) {
    terminal.note(words.unknownCommand(terminal.l, { name }));
    return exitUsage;
  }
  return run(name, rest, terminal);
}

async function run(name: string, args: readonly string[], terminal: Terminal): Promise<number> {
  try {
    const { command } = await (commands[name] as () => Promise<{ command: Command }>)();
    const given = parse(command, args, terminal);
    if (given.values.help === true) {
      terminal.say(command.help(terminal.l));
      return 0;
    }
    return await command.run(given, terminal);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    terminal.note(error.message);
    if (process.env.HAMDEL_DEBUG !== undefined) console.error(error);
    return error instanceof Plain ? error.code : 1;
  }
}

function parse(command: Command, args: readonly string[], { l }: Terminal) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { ...command.options, help: { type: 'boolean', short: 'h' } },
      allowPositionals: true,
    });
    return { values: values as Record<string, string | boolean | undefined>, positionals };
  } catch (error) {
    const option = /'(-[^' ]*)/.exec((error as Error).message)?.[1] ?? '';
    throw new Plain(words.unknownOption(l, { option }), command.usage ?? exitUsage);
  }
}
