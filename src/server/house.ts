// What every door of the node is given: nothing is ambient.

import type { Clock } from '#kernel/clock.ts';
import type { Random } from '#kernel/random.ts';
import type { Blobs } from './blobs.ts';
import type { Db } from './db.ts';
import type { Log } from './log.ts';
import type { Mailer } from './mail.ts';

export type House = {
  readonly mode: 'demo' | 'up';
  /** Where people reach this node, for links in mail and for passkeys: `http://127.0.0.1:4870`. */
  readonly origin: string;
  readonly dataDir: string;
  readonly db: Db;
  readonly blobs: Blobs;
  readonly mail: Mailer;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  /** 32 bytes kept in the data folder: seals second-factor secrets, signs challenges and links. */
  readonly nodeKey: Uint8Array;
};
