// A node, wired: database, doors, pages, live events, jobs. Closing goes the other way round.

import { applicationsJobs } from '#features/applications/server/jobs.ts';
import { arrivalsJobs } from '#features/arrivals/server/jobs.ts';
import { candidatesJobs } from '#features/candidates/server/jobs.ts';
import { whoIs } from '#features/people/server/door.ts';
import { opportunitiesJobs } from '#features/opportunities/server/jobs.ts';
import { casesJobs } from '#features/cases/server/jobs.ts';
import { peopleJobs } from '#features/people/server/jobs.ts';
import { networkJobs } from '#features/network/server/jobs.ts';
import { noticesJobs } from '#features/notices/server/jobs.ts';
import { openIndexing } from '#features/search/server/indexing.ts';
import { routingJobs } from '#features/routing/server/jobs.ts';
import { sponsorshipJobs } from '#features/sponsorship/server/jobs.ts';
import type { Clock } from '#kernel/clock.ts';
import type { Random } from '#kernel/random.ts';
import { openHttp } from '#server/http.ts';
import { openJobs } from '#server/jobs.ts';
import { openLive } from '#server/live.ts';
import { openPages } from '#server/pages.ts';
import { sweepJobs } from '#server/sweep.ts';
import { openDoors } from './doors.ts';
import { openHouse } from './house.ts';

export type ServerOptions = {
  databaseUrl: string; ownerUrl: string; dataDir: string; port: number; host: string; mode: 'demo' | 'up'; clock: Clock; random: Random;
  /** Where people reach the node, when that is not its own address. */
  origin?: string;
  log?: (line: string) => void;
};
export type RunningServer = { url: string; close(): Promise<void> };

export const startServer = async (o: ServerOptions): Promise<RunningServer> => {
  const url = `http://${o.host}:${o.port}`;
  const house = openHouse({ ...o, origin: o.origin ?? process.env.HAMDEL_ORIGIN ?? url, ...(process.env.HAMDEL_LOG === '1' && o.log ? { writeLog: o.log } : {}) });
  const app = await openHttp(house, whoIs(house));
  await openDoors(app, house);
  await openPages(app, house);
  const live = openLive(app, house, o.databaseUrl);
  const indexing = openIndexing(house);
  const jobs = await openJobs(house, o.ownerUrl, { ...peopleJobs(house), ...networkJobs(house), ...noticesJobs(house), ...casesJobs(house), ...arrivalsJobs(house), ...candidatesJobs(house), ...applicationsJobs(house), ...routingJobs(house), ...sponsorshipJobs(house), ...opportunitiesJobs(house), ...sweepJobs(house) },
    { 'keep-clocks': '* * * * *', 'tell-wishers': '* * * * *', 'mail-notices': '* * * * *', sweep: '17 * * * *', 'sweep-arrivals': '27 * * * *', 'sweep-references': '37 3 * * *', 'sweep-applications': '47 3 * * *', 'sweep-network': '37 * * * *', 'remind-sponsors': '7 * * * *' });
  await app.listen({ port: o.port, host: o.host });
  return {
    url,
    close: async () => {
      await app.close();
      await live.close();
      await indexing.close();
      await jobs.close();
      await house.db.close();
    },
  };
};
