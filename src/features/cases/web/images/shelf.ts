// Clean runs that a person confirmed, kept on this device until the node has them: a reload or a sleep loses none. Sources never come here.
import type { Sidecar } from 'imaging/clean/sidecar';
import type { Refused } from '#web/refusals.ts';

export const tiers = ['t0', 't1', 't2'] as const;
export type Tier = (typeof tiers)[number];
export type Kind = 'xa' | 'us' | 'still';
export type Part = { readonly bytes: number; readonly sha256: string; readonly done: boolean };
export type Kept = {
  readonly id: string;
  readonly caseId: string;
  /** Whose it is: nobody else who signs in on this device sees or sends it. */
  readonly person: string;
  readonly kind: Kind;
  readonly position: number;
  /** The file's name, for this screen alone. */
  readonly name: string;
  readonly view: string;
  readonly frames: number;
  readonly sidecar: Sidecar | Readonly<Record<string, unknown>>;
  readonly certificate: { readonly id: string; readonly body: Readonly<Record<string, unknown>> };
  readonly parts: { readonly [tier in Tier]?: Part };
  /** The person said: send. */
  readonly going: boolean;
  readonly announced: boolean;
  /** The person said: do not wait for Wi-Fi. */
  readonly hurry: boolean;
  readonly refused?: Refused | undefined;
};

const NAME = 'hamdel-images';
const stores = ['runs', 'blobs', 'keys'] as const;
type Store = (typeof stores)[number];

let opened: Promise<IDBDatabase | undefined> | undefined;
// Where the browser refuses a database, the page's memory serves until it closes.
const memory: Record<Store, Map<string, unknown>> = { runs: new Map(), blobs: new Map(), keys: new Map() };

const open = (): Promise<IDBDatabase | undefined> => {
  opened ??= new Promise((done) => {
    try {
      const asked = indexedDB.open(NAME, 1);
      asked.onupgradeneeded = () => { for (const store of stores) asked.result.createObjectStore(store); };
      asked.onsuccess = () => done(asked.result);
      asked.onerror = () => done(undefined);
    } catch {
      done(undefined);
    }
  });
  return opened;
};

const inOne = async <T>(over: readonly Store[], mode: IDBTransactionMode, work: (at: (store: Store) => IDBObjectStore) => IDBRequest | undefined): Promise<T | undefined> => {
  const db = await open();
  if (db === undefined) return undefined;
  return new Promise((done, fail) => {
    const tx = db.transaction([...over], mode);
    const asked = work((store) => tx.objectStore(store));
    // After the transaction, not the request: only then is it on the disc.
    tx.oncomplete = () => done(asked?.result as T);
    tx.onabort = () => fail(tx.error ?? new Error('The browser could not keep it'));
  });
};

const changed = new Set<() => void>();
export const onShelf = (listener: () => void): (() => void) => {
  changed.add(listener);
  return () => void changed.delete(listener);
};
const tell = (): void => { for (const listener of changed) listener(); };

const blobKey = (id: string, tier: Tier): string => `${id} ${tier}`;

/** Puts a run and its files down together. */
export const keep = async (run: Kept, files: { readonly [tier in Tier]?: Blob }): Promise<void> => {
  if ((await open()) === undefined) {
    memory.runs.set(run.id, run);
    for (const tier of tiers) if (files[tier]) memory.blobs.set(blobKey(run.id, tier), files[tier]);
  }
  await inOne(['runs', 'blobs'], 'readwrite', (at) => {
    for (const tier of tiers) if (files[tier]) at('blobs').put(files[tier], blobKey(run.id, tier));
    return at('runs').put(run, run.id);
  });
  tell();
};

export const kept = async (person: string): Promise<Kept[]> => {
  const all = (await inOne<Kept[]>(['runs'], 'readonly', (at) => at('runs').getAll())) ?? ([...memory.runs.values()] as Kept[]);
  return all.filter((one) => one.person === person).sort((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1));
};

export const fileOf = async (id: string, tier: Tier): Promise<Blob | undefined> =>
  (await inOne<Blob>(['blobs'], 'readonly', (at) => at('blobs').get(blobKey(id, tier)))) ?? (memory.blobs.get(blobKey(id, tier)) as Blob | undefined);

/** Changes a run that still lies here; a run that was dropped meanwhile stays dropped. */
export const alter = async (id: string, how: (run: Kept) => Kept): Promise<void> => {
  const there = memory.runs.get(id) as Kept | undefined;
  if (there !== undefined) memory.runs.set(id, how(there));
  await inOne(['runs'], 'readwrite', (at) => {
    const asked = at('runs').get(id);
    asked.onsuccess = () => { if (asked.result !== undefined) at('runs').put(how(asked.result as Kept), id); };
    return undefined;
  });
  tell();
};

/** A tier the node has: its bytes go from this device. */
export const sent = async (id: string, tier: Tier): Promise<void> => {
  memory.blobs.delete(blobKey(id, tier));
  await inOne(['blobs'], 'readwrite', (at) => at('blobs').delete(blobKey(id, tier)));
  await alter(id, (run) => ({ ...run, parts: { ...run.parts, [tier]: { ...(run.parts[tier] as Part), done: true } } }));
};

export const drop = async (id: string): Promise<void> => {
  memory.runs.delete(id);
  for (const tier of tiers) memory.blobs.delete(blobKey(id, tier));
  await inOne(['runs', 'blobs'], 'readwrite', (at) => {
    for (const tier of tiers) at('blobs').delete(blobKey(id, tier));
    return at('runs').delete(id);
  });
  tell();
};

/** The secret of this device for one case's patient: 32 bytes, made once, never sent. A later disc of the case gets the same days and identifiers. */
export const keyOf = async (caseId: string): Promise<Uint8Array<ArrayBuffer>> => {
  const there = (await inOne<Uint8Array<ArrayBuffer>>(['keys'], 'readonly', (at) => at('keys').get(caseId))) ?? (memory.keys.get(caseId) as Uint8Array<ArrayBuffer> | undefined);
  if (there !== undefined) return there;
  const made = crypto.getRandomValues(new Uint8Array(32));
  memory.keys.set(caseId, made);
  await inOne(['keys'], 'readwrite', (at) => at('keys').put(made, caseId));
  return made;
};
