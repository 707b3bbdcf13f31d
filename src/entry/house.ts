// Puts the house together from the outside: settings of the environment, the node's key, the mechanisms.

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock } from '#kernel/clock.ts';
import type { Random } from '#kernel/random.ts';
import { fileBlobs } from '#server/blobs.ts';
import { openDb } from '#server/db.ts';
import type { House } from '#server/house.ts';
import { openLog } from '#server/log.ts';
import { smtpMailer } from '#server/mail.ts';

export type HouseOptions = {
  databaseUrl: string; dataDir: string; origin: string; mode: 'demo' | 'up'; clock: Clock; random: Random;
  /** Where log lines go; nowhere by default. */
  writeLog?: (line: string) => void;
};

/** 32 bytes made once and kept with mode 600; losing them ends pending links and second factors, nothing else. */
const nodeKeyOf = (dataDir: string, random: Random): Uint8Array => {
  const path = join(dataDir, 'node.key');
  mkdirSync(dataDir, { recursive: true });
  if (!existsSync(path)) writeFileSync(path, random.bytes(32), { mode: 0o600, flag: 'wx' });
  return new Uint8Array(readFileSync(path));
};

export const openHouse = (o: HouseOptions): House => {
  const log = openLog(() => o.clock.now(), o.writeLog ?? (() => {}));
  return {
    mode: o.mode, origin: o.origin, dataDir: o.dataDir, clock: o.clock, random: o.random, log,
    db: openDb(o.databaseUrl, { onFault: () => log('warn', 'database-away') }),
    blobs: fileBlobs(o.dataDir),
    mail: smtpMailer(process.env.HAMDEL_SMTP, process.env.HAMDEL_MAIL_FROM ?? 'Hamdel <hamdel@localhost>'),
    nodeKey: nodeKeyOf(o.dataDir, o.random),
  };
};
