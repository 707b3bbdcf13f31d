import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const cli = join(import.meta.dirname, '../../src/entry/cli.ts');

/** Feeds bytes to a command that reads its standard input; the answer is split at LF alone. */
function feed(args: readonly string[], pieces: readonly (string | Buffer)[]): Promise<{ code: number | null; lines: string[]; err: string }> {
  const child = spawn(process.execPath, [cli, ...args], { env: { ...process.env, HAMDEL_LANG: 'en' } });
  let err = '';
  const out: Buffer[] = [];
  child.stdout.on('data', (data: Buffer) => void out.push(data));
  child.stderr.on('data', (data: Buffer) => (err += String(data)));
  for (const piece of pieces) child.stdin.write(piece);
  child.stdin.end();
  return new Promise((done) => child.once('close', (code) => {
    const text = Buffer.concat(out).toString('utf8');
    expect(text === '' || text.endsWith('\n')).toBe(true);
    done({ code, lines: text.split('\n').slice(0, -1), err });
  }));
}

test('each line is folded into one line, whatever stands in it and wherever the bytes are parted', async () => {
  const bytes = Buffer.from('\ufeffكتابهاي EF=٣٥٪\r\n\nهم‌دل\u2028x\u0085y\u001cz\nمُحمّد', 'utf8');
  const cut = 5; // in the middle of a letter
  const { code, lines } = await feed(['fold'], [bytes.subarray(0, cut), bytes.subarray(cut), Buffer.from([0x0a, 0xff, 0x41])]);
  expect(lines).toEqual(['کتابهای ef=35%', '', 'هم دل x y z', 'محمد', '\ufffda']);
  expect(code).toBe(0);
});

test('--terms gives the words of an index, parted and joined; --grams the pieces as well', async () => {
  const text = 'داشت می‌خورد\nاست\nنرم‌افزار';
  expect((await feed(['fold', '--terms'], [text])).lines).toEqual(['خورد میخورد', '', 'نرم افزار نرمافزار']);
  expect((await feed(['fold', '--terms', '--grams'], [text])).lines[0]).toBe('خورد میخورد _خور خورد ورد_');
  expect(await feed(['fold', '--grams'], [])).toMatchObject({ code: 2, lines: [] });
});

test('a long text and many lines are answered in step', async () => {
  const long = 'ضايعهٔ كلسيفيه '.repeat(80_000);
  const { lines } = await feed(['fold'], [...Array.from({ length: 20_000 }, (_, i) => `${i} ي\n`), long]);
  expect(lines).toHaveLength(20_001);
  expect(lines[12_345]).toBe('12345 ی');
  expect(lines.at(-1)?.length).toBe(long.trim().length - 80_000); // the hamza of «هٔ» is gone
});

test('two names a line become a number; other lines are told by number and answered empty', async () => {
  const { code, lines, err } = await feed(['same-name'], ['Hashemian\tهاشمیان\n\nalone\na\tb\tc\n\tx\nHossein\tحسن\n']);
  expect(lines.map((line) => line === '' ? null : Number(line) >= 0.8)).toEqual([true, null, null, null, null, false]);
  expect(err.match(/Line \d/g)).toEqual(['Line 3', 'Line 4', 'Line 5']);
  expect(code).toBe(3);
  expect((await feed(['same-name'], ['a\ta\n'])).code).toBe(0);
});

test('whatever bytes come, there is a line out for each line in', async () => {
  // A linear congruence, so that a failure can be repeated; every fifth byte ends a line, a sixth parts two names.
  let state = 12345;
  const bytes = Buffer.from(Array.from({ length: 50_000 }, () => {
    state = (state * 1103515245 + 12345) % 2 ** 31;
    const byte = (state >> 8) & 0xff;
    return byte < 40 ? 0x0a : byte < 70 ? 0x09 : byte;
  }));
  const lines = bytes.filter((byte) => byte === 0x0a).length + (bytes.at(-1) === 0x0a ? 0 : 1);
  for (const args of [['fold'], ['fold', '--terms'], ['fold', '--terms', '--grams']]) expect((await feed(args, [bytes])).lines, args.join(' ')).toHaveLength(lines);
  const names = await feed(['same-name'], [bytes]);
  expect(names.lines).toHaveLength(lines);
  expect(names.lines.every((line) => line === '' || (Number(line) >= 0 && Number(line) <= 1))).toBe(true);
  expect(names.code).toBe(3);
});
