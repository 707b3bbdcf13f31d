// From a drop or a file field to a list of files: folders are walked, nothing is opened.

type Entry = FileSystemEntry & { readonly createReader?: FileSystemDirectoryEntry['createReader']; readonly file?: FileSystemFileEntry['file'] };
/** A disc holds a few thousand files; more is a wrong folder, and the walk stops there. */
const MOST = 20_000;

/** Call it in the drop's own event: the list of entries is gone afterwards. */
export const filesOfDrop = async (data: DataTransfer): Promise<File[]> => {
  const items = [...data.items].filter(({ kind }) => kind === 'file');
  const entries = items.map((item) => item.webkitGetAsEntry?.() ?? null);
  const plain = [...data.files];
  if (entries.every((entry) => entry === null || entry.isFile)) return plain;
  const files: File[] = [];
  for (const entry of entries) if (entry !== null) await walk(entry, files);
  return files;
};

const walk = async (entry: Entry, into: File[]): Promise<void> => {
  if (into.length >= MOST) return;
  if (entry.isFile) {
    const file = await new Promise<File | undefined>((done) => entry.file?.(done, () => done(undefined)));
    if (file !== undefined) into.push(file);
    return;
  }
  const reader = entry.createReader?.();
  // A reader gives a hundred entries a time, and none when it is done.
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((done) => (reader === undefined ? done([]) : reader.readEntries(done, () => done([]))));
    if (some.length === 0) return;
    for (const one of some) await walk(one, into);
  }
};
