// From the kernel's source to the file that Hamdel carries. No runtime, no assertions, no custom sections: the same bytes from any folder.

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import asc from 'assemblyscript/asc';

export const KERNEL_FOLDER = fileURLToPath(new URL('../../imaging/src/pixels/jpeg/kernel/', import.meta.url));

const OPTIONS = ['-O3', '--runtime', 'stub', '--noAssert', '--initialMemory', '2'];

/** WASM bytes of a kernel's source. */
export async function compileKernel(source: string): Promise<Uint8Array> {
  let binary: Uint8Array | null = null;
  const { error, stderr } = await asc.main(['kernel.ts', '--outFile', 'kernel.wasm', ...OPTIONS], {
    readFile: (name) => (name === 'kernel.ts' ? source : null),
    writeFile: (_name, contents) => { binary = contents as Uint8Array; },
    listFiles: () => [],
  });
  if (error || !binary) throw new Error(`the kernel does not compile: ${stderr.toString()}`);
  return binary;
}

export const kernelSource = (): string => readFileSync(`${KERNEL_FOLDER}left-predicted.as`, 'utf8');

/** The file that carries the kernel into Node and the browser by one way. */
export const binaryFile = (wasm: Uint8Array): string => [
  '// Written by `node scripts/compile-kernel.ts` from left-predicted.as; not by hand.',
  '',
  `/** sha256 ${createHash('sha256').update(wasm).digest('hex')}. */`,
  `export const KERNEL = '${Buffer.from(wasm).toString('base64')}';`,
  '',
].join('\n');

export const keptBinaryFile = (): string => readFileSync(`${KERNEL_FOLDER}binary.ts`, 'utf8');
