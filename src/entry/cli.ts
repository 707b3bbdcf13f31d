// The command line. The words are compiled first, because every sentence below comes from them.
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { ensureWords } from '../../scripts/words/fresh.ts';
import { cacheFolder } from '../server/postgres/places.ts';

// Compiled code is kept beside the database programs: a start of the server takes a third less.
enableCompileCache(join(cacheFolder(), 'node'));
const problems = await ensureWords(join(import.meta.dirname, '../..'));
for (const problem of problems) console.error(problem);
const { runCommandLine } = await import('./cli/run.ts');
process.exitCode = await runCommandLine(process.argv.slice(2));
