// Raw pictures as files of the node that nobody reads but through their owner: <dataDir>/quarantine/<id>, sealed with AES-256-GCM under a key of the
// file's own, made from the node's key. A copy of the disk without node.key holds nothing. Layout: nonce (12 bytes), sealed bytes, tag (16 bytes).

import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { isId, type Id } from '#kernel/ids.ts';
import type { House } from '#server/house.ts';

const NONCE = 12;
const TAG = 16;

export type Quarantine = {
  /** Seals what comes into a file; durable when it resolves with the number of bytes. A throw of `from` leaves nothing behind. */
  put(id: Id, from: AsyncIterable<Uint8Array>): Promise<number>;
  read(id: Id): Promise<Readable>;
  /** `part`: the file of an arrival that was cut off. */
  remove(id: Id, part?: boolean): Promise<void>;
  /** Names of all files, with the moment each was last written. */
  files(): Promise<{ name: string; at: Date }[]>;
};

export const quarantineOf = (house: Pick<House, 'dataDir' | 'nodeKey' | 'random'>): Quarantine => {
  const root = join(house.dataDir, 'quarantine');
  const keyOf = (id: Id): Buffer => Buffer.from(hkdfSync('sha256', house.nodeKey, Buffer.alloc(0), `quarantine ${id}`, 32));
  const place = (id: Id): string => {
    if (!isId(id)) throw new Error('a file of the quarantine is named by an id');
    return join(root, id);
  };
  return {
    put: async (id, from) => {
      await mkdir(root, { recursive: true, mode: 0o700 });
      const part = `${place(id)}.part`;
      const nonce = house.random.bytes(NONCE);
      const cipher = createCipheriv('aes-256-gcm', keyOf(id), nonce);
      const file = await open(part, 'wx', 0o600);
      let bytes = 0;
      try {
        await file.writeFile(nonce);
        for await (const piece of from) {
          bytes += piece.byteLength;
          await file.writeFile(cipher.update(piece));
        }
        await file.writeFile(Buffer.concat([cipher.final(), cipher.getAuthTag()]));
        await file.sync();
      } catch (error) {
        await file.close();
        await rm(part, { force: true });
        throw error;
      }
      await file.close();
      await rename(part, place(id));
      return bytes;
    },
    read: async (id) => {
      const path = place(id);
      const { size } = await stat(path);
      const file = await open(path);
      const [nonce, tag] = [Buffer.alloc(NONCE), Buffer.alloc(TAG)];
      try {
        await file.read(nonce, 0, NONCE, 0);
        await file.read(tag, 0, TAG, size - TAG);
      } finally {
        await file.close();
      }
      const decipher = createDecipheriv('aes-256-gcm', keyOf(id), nonce);
      decipher.setAuthTag(tag);
      return createReadStream(path, { start: NONCE, end: size - TAG - 1 }).on('error', (fault) => decipher.destroy(fault)).pipe(decipher);
    },
    remove: (id, part = false) => rm(part ? `${place(id)}.part` : place(id), { force: true }),
    files: async () => {
      const names = await readdir(root).catch(() => []);
      return Promise.all(names.map(async (name) => ({ name, at: await stat(join(root, name)).then((s) => s.mtime, () => new Date(0)) })));
    },
  };
};
