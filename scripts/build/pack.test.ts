import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { packAssets } from './pack.ts';

test('scripts and styles get a packed twin that unpacks to the same bytes; small, huge and other files get none', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'hamdel-pack-'));
  try {
    const script = 'export const word = 1;\n'.repeat(100);
    for (const [name, text] of [['page.js', script], ['page.css', `a{color:red}${script}`], ['small.js', 'x'], ['huge.js', 'y'.repeat(200_000)], ['font.woff2', script]] as const) writeFileSync(join(folder, name), text);
    expect(await packAssets(folder)).toBe(2);
    expect(readdirSync(folder).filter((name) => name.endsWith('.br')).sort()).toEqual(['page.css.br', 'page.js.br']);
    expect(brotliDecompressSync(readFileSync(join(folder, 'page.js.br'))).toString()).toBe(script);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
