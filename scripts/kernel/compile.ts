// From a kernel's source to the file that Hamdel carries. No runtime, no assertions, no custom sections: the same bytes from any folder.

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import asc from 'assemblyscript/asc';

/** What is compiled: the folder holds the source and the file that carries what it compiles to. */
export type Kernel = { readonly folder: string; readonly source: string; readonly flags: readonly string[] };

const pixels = (folder: string): string => fileURLToPath(new URL(`../../imaging/src/pixels/${folder}/`, import.meta.url));

export const KERNELS: readonly Kernel[] = [
  { folder: pixels('jpeg/kernel'), source: 'left-predicted.as', flags: [] },
  { folder: pixels('planes'), source: 'sixteen-at-once.as', flags: ['--enable', 'simd'] },
];

const OPTIONS = ['-O3', '--runtime', 'stub', '--noAssert', '--initialMemory', '2'];

/** WASM bytes of a kernel's source. */
export async function compileKernel(source: string, flags: readonly string[]): Promise<Uint8Array> {
  let binary: Uint8Array | null = null;
  const { error, stderr } = await asc.main(['kernel.ts', '--outFile', 'kernel.wasm', ...OPTIONS, ...flags], {
    readFile: (name) => (name === 'kernel.ts' ? source : null),
    writeFile: (_name, contents) => { binary = contents as Uint8Array; },
    listFiles: () => [],
  });
  if (error || !binary) throw new Error(`the kernel does not compile: ${stderr.toString()}`);
  return binary;
}

export const kernelSource = ({ folder, source }: Kernel): string => readFileSync(`${folder}${source}`, 'utf8');

/** The file that carries a kernel into Node and the browser by one way. */
export const binaryFile = (wasm: Uint8Array, source: string): string => [
  `// Written by \`node scripts/compile-kernel.ts\` from ${source}; not by hand.`,
  '',
  `/** sha256 ${createHash('sha256').update(wasm).digest('hex')}. */`,
  `export const KERNEL = '${Buffer.from(wasm).toString('base64')}';`,
  '',
].join('\n');

export const keptBinaryFile = ({ folder }: Kernel): string => readFileSync(`${folder}binary.ts`, 'utf8');
