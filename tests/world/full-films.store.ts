import type { Client } from 'pg';

export type BareRun = { id: string; caseId: string; framesSha256: string };

/** Runs of the phantom that have their previews and no full film, the oldest case first. */
export const bareRuns = async (owner: Client): Promise<BareRun[]> =>
  (await owner.query<BareRun>(
    `select r.id, r.case_id as "caseId", c.body ->> 'sha256Before' as "framesSha256" from app.runs r join app.certificates c on c.run_id = r.id
      where c.body ->> 'software' = 'phantom' and r.removed_at is null and not exists (select from app.objects o where o.run_id = r.id and o.tier = 't2') order by r.position, r.id`)).rows;

export const setSidecar = (owner: Client, runId: string, sidecar: object): Promise<unknown> =>
  owner.query('update app.runs set sidecar = $2 where id = $1', [runId, JSON.stringify(sidecar)]);
