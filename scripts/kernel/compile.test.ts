import { expect, test } from 'vitest';
import { binaryFile, compileKernel, keptBinaryFile, kernelSource } from './compile.ts';

test('the kernel that is kept is what its source compiles to, byte for byte', { timeout: 60_000 }, async () => {
  expect(binaryFile(await compileKernel(kernelSource()))).toBe(keptBinaryFile());
});

test('another source gives another kernel, and a broken one is refused', { timeout: 60_000 }, async () => {
  const other = kernelSource().replace('if (bit > bits) return 0;', '');
  expect(other).not.toBe(kernelSource());
  expect(binaryFile(await compileKernel(other))).not.toBe(keptBinaryFile());
  await expect(compileKernel('export function broken(): i32 { return nowhere; }')).rejects.toThrow('does not compile');
});
