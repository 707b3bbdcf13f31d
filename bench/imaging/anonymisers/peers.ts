// Other anonymisers on a folder of files, each as its makers offer it.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { haveOrthanc } from '../first-frame/orthanc.ts';

/** Milliseconds of the whole call, and of the work where the program tells them apart. */
export type PeerRun = { readonly out: string; readonly wholeMs: number; readonly workMs: number; readonly written: number };
/** Null with a reason when it is not installed. */
export type Peer = { readonly name: string; readonly run: ((from: string) => PeerRun) | null; readonly absent: string };

const fresh = (): string => mkdtempSync(join(tmpdir(), 'hamdel-peer-'));

const timed = (out: string, command: string, args: readonly string[]): PeerRun => {
  const began = performance.now();
  const ran = spawnSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 1e8 });
  const wholeMs = performance.now() - began;
  const told = /\{"ms":.*\}/.exec(ran.stdout)?.[0];
  return { out, wholeMs, workMs: told === undefined ? wholeMs : (JSON.parse(told) as { ms: number }).ms, written: readdirSync(out).length };
};

const gdcmanon = (from: string): PeerRun => {
  const folder = fresh();
  const certificate = join(folder, 'certificate.pem');
  spawnSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', join(folder, 'key.pem'), '-out', certificate, '-subj', '/CN=bench', '-days', '2'], { stdio: 'ignore' });
  const out = fresh();
  return timed(out, 'gdcmanon', ['-c', certificate, '-e', '--continue', '-r', '-i', from, '-o', out]);
};

const child = (name: string): string => join(import.meta.dirname, name);

const dcmjs = (from: string): PeerRun => {
  const out = fresh();
  return timed(out, process.execPath, [child('dcmjs-process.ts'), from, out]);
};

/** It listens on all addresses, so it runs in a network of its own, which only root may make. */
const orthanc = (from: string): PeerRun => {
  const out = fresh();
  return timed(out, 'unshare', ['-n', 'sh', '-c', 'ip link set lo up && exec "$0" "$@"', process.execPath, child('orthanc-process.ts'), from, out]);
};

export const PEERS: readonly Peer[] = [
  { name: 'gdcmanon', run: existsSync('/usr/bin/gdcmanon') ? gdcmanon : null, absent: 'gdcmanon (libgdcm-tools) is not installed' },
  { name: 'dcmjs', run: dcmjs, absent: '' },
  { name: 'Orthanc /anonymize', run: haveOrthanc() && process.getuid?.() === 0 ? orthanc : null, absent: 'Orthanc is not installed, or this is not root, who alone may give it a network of its own' },
];
