// Randomness is an argument. Secrets use the platform's generator; tests and demo worlds a seeded one.

export type Random = { bytes(n: number): Uint8Array };

/** xorshift128+ seeded by splitmix64; not for secrets. Deterministic: same seed, same bytes. */
export const seededRandom = (seed: number): Random => {
  const mask = (1n << 64n) - 1n;
  let s = BigInt(seed) & mask;
  const splitmix = (): bigint => {
    s = (s + 0x9e3779b97f4a7c15n) & mask;
    let z = s;
    z = ((z ^ (z >> 30n)) * 0xbf58476d1ce4e5b9n) & mask;
    z = ((z ^ (z >> 27n)) * 0x94d049bb133111ebn) & mask;
    return z ^ (z >> 31n);
  };
  let a = splitmix();
  let b = splitmix();
  const next = (): bigint => {
    let x = a;
    const y = b;
    a = y;
    x = (x ^ (x << 23n)) & mask;
    b = x ^ y ^ (x >> 17n) ^ (y >> 26n);
    return (b + y) & mask;
  };
  return {
    bytes(n) {
      const out = new Uint8Array(n);
      for (let i = 0; i < n; i += 8) {
        let v = next();
        for (let j = i; j < Math.min(n, i + 8); j++, v >>= 8n) out[j] = Number(v & 255n);
      }
      return out;
    },
  };
};
