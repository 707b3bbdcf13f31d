// Does acts as people whom no action stands before, each undone again: what row-level security alone allows.

import { Client } from 'pg';

export type Attempt = {
  readonly name: string;
  /** Id of who tries it; null: nobody. */
  readonly viewer: string | null;
  readonly wanted: boolean;
  /** As the owner, before: so that there is something to see or to do. */
  readonly first?: string;
  readonly sql: string;
};
export type Seen = { cell: string; wanted: boolean; found: string };

/** 'done' when a row came or was written, 'not' when none was or the database refused; anything else is a fault of the attempt. */
export const probeFunction = `create or replace function pg_temp.attempt(viewer text, before text, act text) returns text language plpgsql as $$
declare n bigint; begin
  if before <> '' then execute before; end if;
  perform set_config('role', 'hamdel_app', true);
  perform set_config('hamdel.viewer', viewer, true);
  execute act;
  get diagnostics n = row_count;
  raise exception using errcode = 'P0001', message = 'rows ' || n;
exception
  when insufficient_privilege then return 'not';
  when raise_exception then return case sqlerrm when 'rows 0' then 'not' else case when sqlerrm like 'rows %' then 'done' else sqlerrm end end;
  when others then return sqlstate || ' ' || sqlerrm;
end $$`;

/** `planted` runs first, in the same transaction, which is always rolled back. */
export const attempted = async (ownerUrl: string, attempts: readonly Attempt[], planted = ''): Promise<Seen[]> => {
  const owner = new Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    await owner.query('begin');
    if (planted) await owner.query(planted);
    await owner.query(probeFunction);
    const { rows } = await owner.query<{ found: string }>('select pg_temp.attempt(v, f, s) as found from unnest($1::text[], $2::text[], $3::text[]) with ordinality as t(v, f, s, i) order by i',
      [attempts.map((a) => a.viewer ?? ''), attempts.map((a) => a.first ?? ''), attempts.map((a) => a.sql)]);
    return attempts.map(({ name, wanted }, i) => ({ cell: name, wanted, found: rows[i]?.found ?? '' }));
  } finally {
    await owner.query('rollback').catch(() => {});
    await owner.end();
  }
};

export const unlike = (seen: readonly Seen[]): Seen[] => seen.filter(({ wanted, found }) => found !== (wanted ? 'done' : 'not'));
