// Verified objects as files: <dataDir>/objects/ab/<id>. Written beside, synced, renamed into place; never changed afterwards.

import { createReadStream } from 'node:fs';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { isId, type Id } from '#kernel/ids.ts';
import { openFiles } from './open-files.ts';

export type Blobs = {
  /** Durable when it resolves. */
  put(id: Id, bytes: Uint8Array): Promise<void>;
  size(id: Id): Promise<number | null>;
  /** Bytes from `start` to `end`, both included. */
  read(id: Id, start: number, end: number): Readable;
  /** The same for a small part, at once; the file stays open for the next one. */
  part(id: Id, start: number, end: number): Promise<Uint8Array>;
  remove(id: Id): Promise<void>;
};

export const fileBlobs = (dataDir: string): Blobs => {
  const root = join(dataDir, 'objects');
  const files = openFiles();
  const place = (id: Id): string => {
    if (!isId(id)) throw new Error('an object is named by an id');
    return join(root, id.slice(-2), id);
  };
  const settle = async (path: string, id: Id): Promise<void> => {
    const target = place(id);
    await mkdir(dirname(target), { recursive: true, mode: 0o700 });
    await rename(path, target);
    const folder = await open(dirname(target));
    await folder.sync().finally(() => folder.close());
  };
  return {
    put: async (id, bytes) => {
      await mkdir(root, { recursive: true, mode: 0o700 });
      const part = join(root, `${id}.part`);
      const file = await open(part, 'w', 0o600);
      try { await file.writeFile(bytes); await file.sync(); } finally { await file.close(); }
      await settle(part, id);
    },
    size: (id) => stat(place(id)).then((s) => s.size, () => null),
    read: (id, start, end) => createReadStream(place(id), { start, end }),
    part: (id, start, end) => files.part(place(id), start, end),
    remove: (id) => {
      files.forget(place(id));
      return rm(place(id), { force: true });
    },
  };
};
