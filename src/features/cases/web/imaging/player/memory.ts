/** Bytes of decoded frames that this page may hold, all panes and tiers together. */
export const DEVICE_BYTES = 64 * 1024 * 1024;

/** A share of the memory for decoded frames. */
export type Lease = {
  /** Says how many bytes would hold everything; shares are measured out anew. */
  need(bytes: number): void;
  readonly bytes: number;
  release(): void;
};

export type SharedMemory = {
  /** @param changed hears each new size of the share, the first one too */
  lease(changed: (bytes: number) => void): Lease;
};

/** Measures out `total` so that small needs are met whole and the rest is shared evenly. Same order as `needs`; never more than `total`. */
export function allot(total: number, needs: readonly number[]): number[] {
  const shares = needs.map(() => 0);
  let left = total;
  const order = needs.map((_, i) => i).sort((a, b) => (needs[a] as number) - (needs[b] as number));
  for (const [n, i] of order.entries()) {
    shares[i] = Math.min(needs[i] as number, Math.floor(left / (order.length - n)));
    left -= shares[i] as number;
  }
  return shares;
}

export function sharedMemory(total: number): SharedMemory {
  type Holder = { need: number; bytes: number; readonly changed: (bytes: number) => void };
  const holders = new Set<Holder>();
  const measure = (): void => {
    const all = [...holders];
    const shares = allot(total, all.map(({ need }) => need));
    // Those who give come first, so that the sum never passes the total.
    const changes = all.map((holder, i) => ({ holder, bytes: shares[i] as number })).filter(({ holder, bytes }) => holder.bytes !== bytes);
    for (const { holder, bytes } of changes.sort((a, b) => a.bytes - a.holder.bytes - (b.bytes - b.holder.bytes))) {
      holder.bytes = bytes;
      holder.changed(bytes);
    }
  };
  return {
    lease(changed) {
      const holder: Holder = { need: 0, bytes: 0, changed };
      holders.add(holder);
      return {
        need(bytes) {
          if (holder.need === bytes) return;
          holder.need = bytes;
          measure();
        },
        get bytes() {
          return holder.bytes;
        },
        release() {
          holders.delete(holder);
          measure();
        },
      };
    },
  };
}

/** The one that all panes of the page draw from. */
export const deviceMemory = sharedMemory(DEVICE_BYTES);
