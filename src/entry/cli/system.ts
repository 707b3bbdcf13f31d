import type { Clock } from '#kernel/clock.ts';

export { secureRandom as systemRandom } from '#server/random.ts';

export const systemClock: Clock = { now: () => new Date() };
