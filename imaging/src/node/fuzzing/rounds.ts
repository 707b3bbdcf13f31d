import { randomFrom } from '../../planting/needles.ts';
import { execute } from './execute.ts';
import { mutated } from './mutate.ts';
import type { Seed } from './seeds.ts';

/** Something that must not be; `seed` and `round` make the same bytes again. */
export type Finding = { readonly seed: string; readonly round: number; readonly what: string };

/** Far above what a slow machine needs for a few kilobytes, far below what a person waits for. */
export const SLOWEST_MS = 1000;

/** Three rounds of four go to seeds below this: they are many times faster, and a byte of theirs is likelier to matter. */
const LIGHT_BYTES = 1100;

/** The bytes of one round. */
export const bytesOfRound = (seeds: readonly Seed[], round: number): { readonly seed: Seed; readonly bytes: Uint8Array } => {
  const among = round % 4 === 0 ? seeds : seeds.filter((seed) => seed.bytes.length < LIGHT_BYTES);
  const seed = among[(round >> 2) % among.length] as Seed;
  return { seed, bytes: mutated(seed, seeds, randomFrom(round * 2_654_435_761)) };
};

const fault = (error: unknown): string => (error instanceof Error ? `${error.name}: ${error.message}` : String(error));

const tried = async (seed: Seed, bytes: Uint8Array): Promise<string | null> => {
  try {
    const result = execute(seed.target, bytes);
    // Only archives are read asynchronously; waiting for the others would cost more than they do.
    return result instanceof Promise ? await result : result;
  } catch (error) {
    return fault(error);
  }
};

/** One round: what is wrong, or null, and how long it took. One slow run may be the machine's; the same bytes slow three times are ours. */
export const fuzzRound = async (seeds: readonly Seed[], round: number, now: () => number): Promise<{ readonly finding: Finding | null; readonly ms: number }> => {
  const { seed, bytes } = bytesOfRound(seeds, round);
  const found = (what: string): Finding => ({ seed: seed.name, round, what });
  const timed = async (): Promise<{ what: string | null; ms: number }> => {
    const began = now();
    const what = await tried(seed, bytes);
    return { what, ms: now() - began };
  };
  let fastest = await timed();
  for (let again = 0; again < 2 && fastest.ms > SLOWEST_MS; again++) {
    const next = await timed();
    if (next.ms < fastest.ms) fastest = next;
  }
  if (fastest.what !== null) return { finding: found(fastest.what), ms: fastest.ms };
  return { finding: fastest.ms > SLOWEST_MS ? found(`took ${Math.round(fastest.ms)} ms`) : null, ms: fastest.ms };
};
