-- A run whose browser could make no preview has one made on the node.
create or replace function app.enqueue(task text, payload json default '{}', key text default null, at timestamptz default null)
returns void language plpgsql security definer set search_path = graphile_worker, pg_temp as $$
begin
  if task not in ('mail-link', 'mail-notices', 'keep-clocks', 'make-preview') then raise exception 'no task is named %', task; end if;
  perform graphile_worker.add_job(task, payload => payload, job_key => key, run_at => at, max_attempts => 8);
end $$;
