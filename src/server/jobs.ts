// Work for later and by the clock. Tasks come from features; a task's payload holds ids only.

import { parseCronItems, run, type Runner } from 'graphile-worker';
import { Pool } from 'pg';
import type { House } from './house.ts';

export type Task = (payload: Record<string, unknown>) => Promise<void>;
export type Jobs = { close(): Promise<void> };

/** `clock`: when a task comes by itself, as crontab says it. The worker logs in as the owner, whose queue it is; tasks go through the house and its roles like everything else. */
export const openJobs = async (house: House, ownerUrl: string, tasks: Record<string, Task>, clock: Readonly<Record<string, string>>): Promise<Jobs> => {
  const onFault = () => house.log('warn', 'jobs-database-away');
  const pool = new Pool({ connectionString: ownerUrl, max: 3, application_name: 'hamdel-jobs' });
  pool.on('error', onFault);
  pool.on('connect', (client) => client.on('error', onFault));
  const silent = { scope: () => silent, error: () => {}, warn: () => {}, info: () => {}, debug: () => {} };
  const runner: Runner = await run({
    pgPool: pool, concurrency: 2, noHandleSignals: true, pollInterval: 5000, logger: silent as never,
    taskList: Object.fromEntries(Object.entries(tasks).map(([name, task]) => [name, async (payload: unknown) => {
      try {
        await task((payload ?? {}) as Record<string, unknown>);
      } catch (error) {
        house.log('warn', 'task-failed', { task: name });
        throw error;
      }
    }])),
    parsedCronItems: parseCronItems(Object.entries(clock).map(([task, match]) => ({ task, match, options: { backfillPeriod: 0, maxAttempts: 1, jobKey: task, jobKeyMode: 'replace' as const } }))),
  });
  return {
    close: async () => {
      await runner.stop().catch(() => {});
      await pool.end().catch(() => {});
    },
  };
};
