-- Work for later, enqueued inside the transaction that causes it. The allow-list is here: a request can start these and nothing else.
create function app.enqueue(task text, payload json default '{}', key text default null, at timestamptz default null)
returns void language plpgsql security definer set search_path = graphile_worker, pg_temp as $$
begin
  if task not in ('mail-link', 'mail-notices', 'keep-clocks') then raise exception 'no task is named %', task; end if;
  perform graphile_worker.add_job(task, payload => payload, job_key => key, run_at => at, max_attempts => 8);
end $$;
revoke execute on function app.enqueue from public;
grant execute on function app.enqueue to hamdel_app, hamdel_door, hamdel_node;
