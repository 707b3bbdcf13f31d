import { createServer } from 'node:net';

/** Whether a port of the loopback can be taken. */
export function isFree(port: number): Promise<boolean> {
  return new Promise((done) => {
    const probe = createServer();
    probe.once('error', () => done(false));
    probe.listen({ port, host: '127.0.0.1' }, () => probe.close(() => done(true)));
  });
}

/** The usual port, or the next free one of twenty; null when none is. */
export async function freePort(usual: number): Promise<number | null> {
  for (let port = usual; port < usual + 20; port++) if (await isFree(port)) return port;
  return null;
}
