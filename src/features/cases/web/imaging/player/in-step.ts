// Which frame of one run belongs to a frame of another.

import { frameAtPlace, roundMs, wrapFrame } from './clock.ts';

/** What a run tells of its time: frames in ms from the first, R waves likewise where they were recorded. */
export type Timed = { readonly timesMs: readonly number[]; readonly rWavesMs?: readonly number[] | undefined };

/** `start`: the same time since the first frame. `beat`: the same time since the first R wave. `frame`: the same frame, of two planes shot at once. */
export type Step = 'start' | 'beat' | 'frame';

/** Two headers round the same rate differently: a frame that begins this little later is shown already. */
const ROUNDING_MS = 5;

/** The follower's frame while `leader` shows `frame`; a shorter run goes round. Without R waves in both, `beat` is `start`. */
export function inStep(step: Step, leader: Timed, frame: number, follower: Timed): number {
  if (step === 'frame') return wrapFrame(frame, follower.timesMs.length);
  const [beat, other] = [leader.rWavesMs?.[0], follower.rWavesMs?.[0]];
  const ahead = step === 'beat' && beat !== undefined && other !== undefined ? other - beat : 0;
  const round = roundMs(follower.timesMs);
  const place = (leader.timesMs[frame] ?? 0) + ahead + ROUNDING_MS;
  return round > 0 ? frameAtPlace(follower.timesMs, ((place % round) + round) % round) : 0;
}
