// What changed is written anew a moment later: on the hint of an announcement, else within the second. The list of what is due is the truth.

import type { House } from '#server/house.ts';
import { putDocuments, standInLine, takeDue } from './index.store.ts';
import { sources } from './sources/all.ts';

const BATCH = 200;
const LOOK_MS = 700;
const AFTER_FAULT_MS = 5000;

/** Writes all that is due; answers how many things. What fails stays due. */
export const indexDue = async (house: House): Promise<number> => {
  let all = 0;
  for (;;) {
    const n = await house.db.asNode(async (tx) => {
      await standInLine(tx);
      const things = await takeDue(tx, BATCH);
      const ids = (kind: string) => things.filter((t) => t.kind === kind).map(({ about }) => about);
      const documents = [];
      for (const { kind, documents: of } of sources) if (ids(kind).length > 0) documents.push(...(await of(tx, ids(kind))));
      if (things.length > 0) await putDocuments(tx, things, documents);
      return things.length;
    });
    all += n;
    if (n === 0) return all;
  }
};

export type Indexing = { close(): Promise<void> };

/** Keeps the index beside the tables for as long as the node runs. */
export const openIndexing = (house: House): Indexing => {
  let closed = false;
  let timer: NodeJS.Timeout | undefined;
  let working = Promise.resolve();
  const look = async (): Promise<void> => {
    const wait = await indexDue(house).then(() => LOOK_MS, () => { house.log('warn', 'indexing-failed'); return AFTER_FAULT_MS; });
    if (!closed) timer = setTimeout(go, wait).unref();
  };
  const go = (): void => { working = look(); };
  go();
  return { close: async () => { closed = true; clearTimeout(timer); await working; } };
};
