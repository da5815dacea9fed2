-- Lets the application put a job into the queue inside its own transaction; the queue itself belongs to the owner alone.
create function enqueue_job(task text, payload json, key text, run_at timestamptz, queue text) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  -- Body names are looked up when it runs: graphile-worker installs its schema after the migrations.
  perform graphile_worker.add_job(
    identifier => enqueue_job.task,
    payload => enqueue_job.payload,
    queue_name => enqueue_job.queue,
    run_at => enqueue_job.run_at,
    job_key => enqueue_job.key
  );
end
$$;
comment on function enqueue_job(text, json, text, timestamptz, text) is 'The outbox: a job leaves with the act that asked for it. A pending job of the same key is replaced.';
revoke all on function enqueue_job(text, json, text, timestamptz, text) from public;
grant execute on function enqueue_job(text, json, text, timestamptz, text) to motcua_app;
