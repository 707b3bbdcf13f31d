// Whether a viewer may have an object. A film is fetched frame by frame, so for parts of one the answer of the database holds for some
// seconds in this process; a whole object is asked for anew each time. Whoever lost the right keeps it that long, for what a browser
// has in its cache anyway.

import type { Id } from '#kernel/ids.ts';
import type { House } from '#server/house.ts';
import { type ObjectRow, objectById } from './store.ts';

const HOLDS_MS = 5000;
const MOST_KNOWN = 10_000;

type Known = { readonly object: ObjectRow; readonly until: number };
const memories = new WeakMap<House, Map<string, Known>>();
// The age of a memory is this process's matter, not the node's calendar: not the clock that tests move.
const tick = (): number => performance.now();

/** The object, when it is there and the viewer may have it. */
export const objectFor = async (house: House, viewer: Id, id: Id, inParts: boolean): Promise<ObjectRow | undefined> => {
  const memory = memories.get(house) ?? new Map<string, Known>();
  memories.set(house, memory);
  const key = `${viewer} ${id}`;
  const known = memory.get(key);
  if (inParts && known && known.until > tick()) return known.object;
  memory.delete(key);
  const object = await house.db.asViewer(viewer, (tx) => objectById(tx, id));
  if (object?.tier !== 't2') return object;
  if (memory.size >= MOST_KNOWN) memory.clear();
  memory.set(key, { object, until: tick() + HOLDS_MS });
  return object;
};
