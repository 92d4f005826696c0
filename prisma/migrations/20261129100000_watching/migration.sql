-- How the queue and its workers stand, for the web process too, whose role may not read either. Only names, states, counts
-- and ages leave these functions; no payload does.
set check_function_bodies = false;
create function queue_state()
returns table (task text, state text, jobs int, age_seconds float8)
language sql
stable
security definer
set search_path = pg_catalog, pg_temp
as $$
  select t.identifier, s.state, count(*)::int,
    case when s.state = 'ready' then extract(epoch from now() - min(j.run_at)) else 0 end::float8
  from graphile_worker._private_jobs j
  join graphile_worker._private_tasks t on t.id = j.task_id
  cross join lateral (
    select case
      when j.locked_at is not null then 'running'
      when j.attempts >= j.max_attempts then 'failed'
      when j.run_at > now() then 'scheduled'
      else 'ready'
    end as state
  ) s
  group by t.identifier, s.state
$$;

create function worker_state()
returns table (lane text, seen_at timestamptz)
language sql
stable
security definer
set search_path = pg_catalog, pg_temp
as $$
  select w.lane, w.seen_at from public.worker_pools w order by w.seen_at desc limit 100
$$;
reset check_function_bodies;
revoke all on function queue_state() from public;
revoke all on function worker_state() from public;

-- The oldest event that nobody has asked Stripe after, at every look at the metrics.
create index stripe_events_unhandled_idx on stripe_events (created_at) where handled_at is null;
