// Files that are read in parts, again and again: each stays open while it is among the last that were asked for.

import { close, open, read } from 'node:fs';
import { promisify } from 'node:util';

const [openFile, readFile, closeFile] = [promisify(open), promisify(read), promisify(close)];

/** Descriptors that are kept. */
const MOST_OPEN = 64;

type Open = { readonly descriptor: Promise<number>; users: number; gone: boolean };

export type OpenFiles = {
  /** Bytes from `start` to `end`, both included. Rejects when the file is not there or is shorter. */
  part(path: string, start: number, end: number): Promise<Buffer<ArrayBuffer>>;
  /** The file was removed: it is closed once nobody reads it. */
  forget(path: string): void;
  /** Files open now. */
  readonly size: number;
};

export const openFiles = (most = MOST_OPEN): OpenFiles => {
  // In the order of use, longest ago first.
  const files = new Map<string, Open>();
  const settle = (file: Open): void => {
    if (file.gone && file.users === 0) void file.descriptor.then(closeFile).catch(() => {});
  };
  const forget = (path: string): void => {
    const file = files.get(path);
    if (!file) return;
    files.delete(path);
    file.gone = true;
    settle(file);
  };
  const take = (path: string): Open => {
    const file = files.get(path) ?? { descriptor: openFile(path, 'r'), users: 0, gone: false };
    files.delete(path);
    files.set(path, file);
    file.users++;
    for (const oldest of files.keys()) {
      if (files.size <= most) break;
      forget(oldest);
    }
    return file;
  };
  return {
    async part(path, start, end) {
      const file = take(path);
      try {
        const descriptor = await file.descriptor.catch((error: unknown) => { forget(path); throw error; });
        const buffer = Buffer.allocUnsafe(end - start + 1);
        for (let got = 0; got < buffer.length; ) {
          const { bytesRead } = await readFile(descriptor, buffer, got, buffer.length - got, start + got);
          if (bytesRead === 0) throw new Error('the file is shorter than its object');
          got += bytesRead;
        }
        return buffer;
      } finally {
        file.users--;
        settle(file);
      }
    },
    forget,
    get size() {
      return files.size;
    },
  };
};
