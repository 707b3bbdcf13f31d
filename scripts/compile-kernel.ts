// npx node scripts/compile-kernel.ts: compiles the kernels of the imaging instrument to WASM and writes each, as text, beside its source. The
// artefacts are kept so that nobody needs the compiler (94 MB) to run Hamdel; `kernel/compile.test.ts` holds them to the sources.

import { writeFileSync } from 'node:fs';
import { binaryFile, compileKernel, KERNELS, kernelSource } from './kernel/compile.ts';

for (const kernel of KERNELS) {
  writeFileSync(`${kernel.folder}binary.ts`, binaryFile(await compileKernel(kernelSource(kernel), kernel.flags), kernel.source));
  console.log(`${kernel.source} is compiled.`);
}
