import type { Locale } from '#kernel/locale.ts';

/** Seconds of silence after which a step tells how long it has been going on. */
const QUIET_MS = 2000;

/** Where sentences go: results to the standard output, progress to the error output, so that `--json` can be piped. */
export type Terminal = {
  l: Locale;
  say(sentence: string): void;
  note(sentence: string): void;
  /** Shows that `work` is going on, and how long when it takes over two seconds. */
  step<T>(sentence: string, work: Promise<T>): Promise<T>;
};

/** The language of the shell; HAMDEL_LANG wins. */
export function shellLanguage(env: NodeJS.ProcessEnv): Locale {
  const named = env.HAMDEL_LANG ?? env.LC_ALL ?? env.LC_MESSAGES ?? env.LANG ?? '';
  return named.toLowerCase().startsWith('fa') ? 'fa' : 'en';
}

export function openTerminal(l: Locale): Terminal {
  // Terminals draw isolates as boxes; a left-to-right sentence does not need them.
  const plain = (text: string): string => (l === 'en' ? text.replace(/[\u2066-\u2069]/g, '') : text);
  const err = process.stderr;
  // `./hamdel score --list | head` closes the pipe early; that is no fault.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
  return {
    l,
    say: (sentence) => void process.stdout.write(`${plain(sentence)}\n`),
    note: (sentence) => void err.write(`${plain(sentence)}\n`),
    async step(sentence, work) {
      const text = plain(sentence);
      const began = Date.now();
      const seconds = (): string => new Intl.NumberFormat(l === 'fa' ? 'fa-IR' : 'en-GB').format(Math.round((Date.now() - began) / 1000));
      if (!err.isTTY) err.write(`${text} …\n`);
      else err.write(`  ${text} …`);
      const timer = setInterval(() => err.isTTY && Date.now() - began > QUIET_MS && err.write(`\r  ${text} … ${seconds()} s`), 500);
      try {
        const value = await work;
        if (err.isTTY) err.write(`\r\u001b[K✓ ${text}${Date.now() - began > QUIET_MS ? ` (${seconds()} s)` : ''}\n`);
        return value;
      } catch (error) {
        if (err.isTTY) err.write('\n');
        throw error;
      } finally {
        clearInterval(timer);
      }
    },
  };
}
