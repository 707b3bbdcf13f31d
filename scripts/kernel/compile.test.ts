import { expect, test } from 'vitest';
import { binaryFile, compileKernel, type Kernel, KERNELS, keptBinaryFile, kernelSource } from './compile.ts';

test.each(KERNELS)('the kernel that is kept is what $source compiles to, byte for byte', { timeout: 60_000 }, async (kernel) => {
  expect(binaryFile(await compileKernel(kernelSource(kernel), kernel.flags), kernel.source)).toBe(keptBinaryFile(kernel));
});

test('another source gives another kernel, and a broken one is refused', { timeout: 60_000 }, async () => {
  const [kernel] = KERNELS as [Kernel];
  const other = kernelSource(kernel).replace('if (bit > bits) return 0;', '');
  expect(other).not.toBe(kernelSource(kernel));
  expect(binaryFile(await compileKernel(other, kernel.flags), kernel.source)).not.toBe(keptBinaryFile(kernel));
  await expect(compileKernel('export function broken(): i32 { return nowhere; }', [])).rejects.toThrow('does not compile');
});
