// Bytes that something beside the outbox still sends (films of a case): the top bar counts them, so that "all sent" is true.

let bytes = 0;
const listeners = new Set<() => void>();

export const bytesBeside = (): number => bytes;

/** Called by whoever sends, with what is left; 0 when all has gone. */
export const setBytesBeside = (left: number): void => {
  if (left === bytes) return;
  bytes = left;
  for (const listener of listeners) listener();
};

export const onBeside = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};
