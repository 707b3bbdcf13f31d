import { spawn } from 'node:child_process';
import { root } from './root.ts';

/** Runs one of the repository's scripts with the same Node and the same terminal; Ctrl-C reaches it too. Answers its exit code. */
export function runScript(script: string, args: readonly string[]): Promise<number> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [`${root}/${script}`, ...args], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
    child.once('error', fail);
    child.once('close', (code) => done(code ?? 130));
  });
}
