// Orthanc with its DICOMweb plug-in. It listens on all addresses whatever it is told: only for a process in a network of its own.

import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PROGRAM = '/usr/sbin/Orthanc';
const PLUGIN = '/usr/share/orthanc/plugins/libOrthancDicomWeb.so';

export const haveOrthanc = (): boolean => existsSync(PROGRAM) && existsSync(PLUGIN);

export type Orthanc = { readonly url: string; store(file: Uint8Array): Promise<void>; close(): Promise<void> };

export const startOrthanc = async (): Promise<Orthanc> => {
  const folder = mkdtempSync(join(tmpdir(), 'hamdel-orthanc-'));
  const [http, dicom] = [8942, 4942];
  writeFileSync(join(folder, 'orthanc.json'), JSON.stringify({
    Name: 'peer', HttpPort: http, DicomPort: dicom, StorageDirectory: folder, IndexDirectory: folder, Plugins: [PLUGIN],
    AuthenticationEnabled: false, RemoteAccessAllowed: false, DicomWeb: { Enable: true, Root: '/dicom-web/' },
  }));
  const child: ChildProcess = spawn(PROGRAM, [join(folder, 'orthanc.json')], { stdio: 'ignore' });
  const url = `http://127.0.0.1:${http}`;
  const until = Date.now() + 30_000;
  for (;;) {
    if ((await fetch(`${url}/system`).catch(() => null))?.ok) break;
    if (Date.now() > until || child.exitCode !== null) throw new Error('Orthanc did not start');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return {
    url,
    async store(file) {
      const answer = await fetch(`${url}/instances`, { method: 'POST', body: file as Uint8Array<ArrayBuffer>, headers: { 'content-type': 'application/dicom' } });
      if (!answer.ok) throw new Error(`Orthanc took no file: ${answer.status}`);
    },
    async close() {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
