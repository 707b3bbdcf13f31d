// npx node scripts/compile-kernel.ts: compiles the kernel of lossless JPEG to WASM and writes it, as text, beside its source. The
// artefact is kept so that nobody needs the compiler (94 MB) to run Hamdel; `kernel/compile.test.ts` holds it to the source.

import { writeFileSync } from 'node:fs';
import { binaryFile, compileKernel, KERNEL_FOLDER, kernelSource } from './kernel/compile.ts';

writeFileSync(`${KERNEL_FOLDER}binary.ts`, binaryFile(await compileKernel(kernelSource())));
console.log('imaging/src/pixels/jpeg/kernel/binary.ts is written.');
