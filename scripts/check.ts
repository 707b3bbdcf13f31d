// All checks without the tests: npx node scripts/check.ts
import { join } from 'node:path';
import { runChecks } from './checks/all.ts';

const { passed, failed } = await runChecks(join(import.meta.dirname, '..'), console.log);
console.log(`${passed} checks passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
