/** Why a tier cannot be shown: its bytes do not come, or nothing here can decode them. */
export type Trouble = 'network' | 'codec';

/** The bytes did not come whole. */
export class Unreachable extends Error {}
/** The bytes are there and cannot be decoded here. */
export class Undecodable extends Error {}

/** A broken connection throws a TypeError from `fetch` and from reading its body; what else is unnamed is `unnamed`. */
export function troubleOf(error: unknown, unnamed: Trouble): Trouble {
  if (error instanceof Undecodable) return 'codec';
  return error instanceof Unreachable || error instanceof TypeError ? 'network' : unnamed;
}
