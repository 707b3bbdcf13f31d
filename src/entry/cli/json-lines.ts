import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';

/** The lines of a file that are not empty, each with its number; a byte order mark is no part of the first. */
export async function* numberedLines(file: string, missing: () => Error): AsyncGenerator<{ line: string; n: number }> {
  const stream = createReadStream(file, 'utf8');
  try {
    await once(stream, 'open');
  } catch {
    throw missing();
  }
  let n = 0;
  for await (const line of createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY })) {
    n += 1;
    const text = n === 1 ? line.replace(/^\ufeff/, '') : line;
    if (text.trim() !== '') yield { line: text, n };
  }
}
