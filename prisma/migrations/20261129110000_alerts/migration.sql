-- What processes have counted: a row a minute and series, and the same by the hour.
create table measure_minutes (
  minute timestamptz(3) not null,
  name text not null,
  labels text not null,
  value double precision not null,
  primary key (name, minute, labels)
);
create index measure_minutes_minute_idx on measure_minutes (minute);

create table measure_hours (
  hour timestamptz(3) not null,
  name text not null,
  labels text not null,
  value double precision not null,
  primary key (name, hour, labels)
);
create index measure_hours_hour_idx on measure_hours (hour);

-- Each batch of a process counts once, also where the answer to it got lost.
create table measure_sources (
  id uuid primary key,
  kind text not null check (kind in ('web', 'worker')),
  batch integer not null,
  seen_at timestamptz(3) not null
);
create index measure_sources_seen_at_idx on measure_sources (seen_at);

create table watch_marks (
  name text primary key,
  until timestamptz(3) not null
);

create table alerts (
  id uuid primary key,
  rule text not null,
  state text not null check (state in ('pending', 'firing', 'acknowledged', 'cleared')),
  value double precision not null,
  pending_at timestamptz(3) not null,
  fired_at timestamptz(3),
  escalations integer not null default 0,
  acknowledged_at timestamptz(3),
  acknowledged_by uuid,
  quiet_since timestamptz(3),
  cleared_at timestamptz(3),
  seen_at timestamptz(3) not null,
  constraint alerts_fired check ((state = 'pending') = (fired_at is null)),
  constraint alerts_cleared check ((state = 'cleared') = (cleared_at is not null))
);
-- Whoever looks at the rules, and however many at once: a rule is broken once at a time.
create unique index alerts_open_key on alerts (rule) where state <> 'cleared';
create index alerts_fired_at_idx on alerts (fired_at desc);

create table alert_posts (
  alert_id uuid not null references alerts (id) on delete cascade on update cascade,
  step text not null,
  tries integer not null default 0,
  tried_at timestamptz(3),
  done_at timestamptz(3),
  primary key (alert_id, step)
);

create table incident_notes (
  id uuid primary key,
  title text not null,
  text text not null,
  component text check (component in ('web', 'generation', 'mail', 'payments')),
  written_by uuid not null,
  created_at timestamptz(3) not null default now(),
  resolved_at timestamptz(3)
);
create index incident_notes_created_at_idx on incident_notes (created_at desc);

create table component_days (
  component text not null,
  day date not null,
  watched integer not null default 0,
  impaired integer not null default 0,
  down integer not null default 0,
  primary key (component, day)
);

-- What the rules ask of the queue and its workers, which the web process may not read: a few numbers, and nothing of what
-- jobs hold. It is not checked against the queue's tables here, since the database of a draft doesn't have them.
set check_function_bodies = false;
create function queue_facts(at timestamptz)
returns table (ready_age double precision, locked_age double precision, given_up integer, workers integer)
language sql
stable
security definer
set search_path = pg_catalog, pg_temp
as $$
  select
    -- Bulk mail waits by intention, and the jobs of a command that has died wait for good.
    (select extract(epoch from queue_facts.at - min(j.run_at)) from graphile_worker._private_jobs j
     join graphile_worker._private_tasks t on t.id = j.task_id
     where j.run_at <= queue_facts.at and j.locked_at is null and j.attempts < j.max_attempts
       and j.priority <= 0 and t.identifier not like '%:%'),
    (select extract(epoch from queue_facts.at - min(j.locked_at)) from graphile_worker._private_jobs j
     where j.locked_at <= queue_facts.at),
    (select count(*)::integer from graphile_worker._private_jobs j
     where j.attempts >= j.max_attempts and j.locked_at is null
       and j.updated_at > queue_facts.at - interval '1 hour' and j.updated_at <= queue_facts.at),
    (select count(*)::integer from public.worker_pools w
     where w.lane = 'service' and w.seen_at > queue_facts.at - interval '30 seconds')
$$;
reset check_function_bodies;
revoke all on function queue_facts(timestamptz) from public;
