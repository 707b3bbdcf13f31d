// Compiles the words of both languages to typed functions: npx node scripts/compile-words.ts
import { compileWords } from './words/compile.ts';

const { problems, folders } = compileWords(process.cwd());
for (const problem of problems) console.error(problem);
console.log(problems.length === 0 ? `Words of ${folders} folders compiled.` : `${problems.length} problems in the words.`);
process.exitCode = problems.length === 0 ? 0 : 1;
