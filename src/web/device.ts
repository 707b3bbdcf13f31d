// What this browser keeps for its person: a tiny wrapper of IndexedDB. Where the browser refuses it, memory serves until the page closes.

const NAME = 'hamdel';
const STORES = ['outbox', 'kept'] as const;
type Store = (typeof STORES)[number];

let opened: Promise<IDBDatabase | undefined> | undefined;
const memory: Record<Store, Map<string, unknown>> = { outbox: new Map(), kept: new Map() };

const open = (): Promise<IDBDatabase | undefined> => {
  opened ??= new Promise((done) => {
    try {
      const asked = indexedDB.open(NAME, 1);
      asked.onupgradeneeded = () => { for (const store of STORES) asked.result.createObjectStore(store); };
      asked.onsuccess = () => done(asked.result);
      asked.onerror = () => done(undefined);
    } catch {
      done(undefined);
    }
  });
  return opened;
};

const run = async <T>(store: Store, mode: IDBTransactionMode, work: (at: IDBObjectStore) => IDBRequest, else_: () => T): Promise<T> => {
  const db = await open();
  if (db === undefined) return else_();
  return new Promise((done, fail) => {
    const tx = db.transaction(store, mode);
    const asked = work(tx.objectStore(store));
    // After the transaction, not the request: only then is it on the disc.
    tx.oncomplete = () => done(asked.result as T);
    tx.onabort = () => fail(tx.error ?? new Error('The browser could not keep it'));
  });
};

export const device = {
  put: async (store: Store, key: string, value: unknown): Promise<void> => {
    await run<unknown>(store, 'readwrite', (at) => at.put(value, key), () => void memory[store].set(key, structuredClone(value)));
  },
  get: async <T>(store: Store, key: string): Promise<T | undefined> =>
    (await run<unknown>(store, 'readonly', (at) => at.get(key), () => memory[store].get(key))) as T | undefined,
  all: async <T>(store: Store): Promise<T[]> =>
    (await run<unknown[]>(store, 'readonly', (at) => at.getAll(), () => [...memory[store].values()])) as T[],
  drop: async (store: Store, key: string): Promise<void> => {
    await run<unknown>(store, 'readwrite', (at) => at.delete(key), () => void memory[store].delete(key));
  },
  clear: async (store: Store): Promise<void> => {
    await run<unknown>(store, 'readwrite', (at) => at.clear(), () => void memory[store].clear());
  },
};
