import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isAlive } from '../../src/server/postgres/processes.ts';
import { databasePid, ended, somePort, startNode, untilReady } from '../faults/node.ts';
import { tell } from './told.ts';

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'hamdel-start-'));
  chmodSync(dataDir, 0o755);
});
afterEach(async () => {
  await tell(['down', '--data', dataDir]);
  rmSync(dataDir, { recursive: true, force: true });
});

test('up starts an empty node, a second start points to it, and Ctrl-C stops all that was started', async () => {
  const port = await somePort();
  const node = await startNode('up', dataDir, port);
  await untilReady(node.url, 3000);
  const database = databasePid(dataDir);

  const second = await tell(['up', '--data', dataDir]);
  expect(second.code).toBe(0);
  expect(second.out).toContain(node.url);
  expect((await fetch(`${node.url}/healthz`)).status).toBe(200);

  node.process.kill('SIGINT');
  expect(await ended(node.process)).toBe(0);
  expect(isAlive(database)).toBe(false);
  await expect(fetch(`${node.url}/healthz`)).rejects.toThrow();
}, 120_000);

test('two starts at the same moment leave one node, and the data is whole', async () => {
  const ports = [await somePort(), await somePort()];
  const starts = await Promise.allSettled(ports.map((port) => startNode('up', dataDir, port)));
  const up = starts.filter((start) => start.status === 'fulfilled').map((start) => start.value);
  expect(up.length).toBeGreaterThanOrEqual(1);
  const listening = await Promise.all(ports.map((port) => fetch(`http://127.0.0.1:${port}/healthz`).then(() => 1, () => 0)));
  expect(listening.reduce<number>((a, b) => a + b, 0)).toBe(1);
  expect((await tell(['down', '--data', dataDir])).out).toBe('Stopped. The data is safe.\n');
  const again = await startNode('up', dataDir, await somePort());
  await untilReady(again.url, 3000);
}, 120_000);

test('down ends a database that outlived a killed node', async () => {
  const node = await startNode('up', dataDir, await somePort());
  const database = databasePid(dataDir);
  node.process.kill('SIGKILL');
  await ended(node.process);
  expect(isAlive(database)).toBe(true);
  expect((await tell(['down', '--data', dataDir])).out).toBe('Stopped. The data is safe.\n');
  expect(isAlive(database)).toBe(false);
  expect((await tell(['down', '--data', dataDir])).out).toMatch(/^Nothing was running/);
}, 120_000);

test('a port in use and a folder of the other kind are refused in a sentence', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await new Promise((done) => other.once('listening', done));
  const port = String((other.address() as { port: number }).port);
  const taken = await tell(['up', '--data', dataDir, '--port', port]);
  other.close();
  expect(taken.code).toBe(1);
  expect(taken.err).toContain(`Port ${port} is already used by another program.`);
  writeFileSync(join(dataDir, 'kind'), 'demo\n');
  expect((await tell(['up', '--data', dataDir])).err).toMatch(/belongs to the demo/);
  writeFileSync(join(dataDir, 'kind'), 'up\n');
  expect((await tell(['demo', '--data', dataDir, '--fresh'])).err).toMatch(/belongs to a real node/);
}, 60_000);
