import { once } from 'node:events';

/** How a command meets the lines of its input: numbered from 1, each answered by exactly one line, so that the numbers stay the same. */
export type Answer = (line: string, n: number) => string;

/**
 * Answers every line of the standard input on the standard output, as it comes. Lines end at LF, with or without CR, and nowhere
 * else: a name may hold U+2028, where readline would part it. Bytes that are no UTF-8 become U+FFFD.
 */
export async function answerLines(answer: Answer): Promise<void> {
  process.stdin.setEncoding('utf8');
  let rest = '';
  let n = 0;
  const reply = (line: string): string => {
    n += 1;
    const bare = line.endsWith('\r') ? line.slice(0, -1) : line;
    return `${answer(n === 1 ? bare.replace(/^\ufeff/, '') : bare, n)}\n`;
  };
  for await (const chunk of process.stdin as AsyncIterable<string>) {
    // A long line comes in many chunks; only the new one is searched.
    const end = chunk.lastIndexOf('\n');
    if (end < 0) { rest += chunk; continue; }
    const lines = (rest + chunk.slice(0, end)).split('\n');
    rest = chunk.slice(end + 1);
    if (!process.stdout.write(lines.map(reply).join(''))) await once(process.stdout, 'drain');
  }
  if (rest !== '') process.stdout.write(reply(rest));
}
