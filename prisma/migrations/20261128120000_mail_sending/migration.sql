-- What became of each message: where it stands with whom it was handed to, and what its reader's side answered.
alter table mails
  add column state text not null default 'waiting',
  add column provider text,
  add column provider_id text,
  add column reason text,
  add column tries integer not null default 0,
  add column handed_at timestamptz(3),
  add column settled_at timestamptz(3),
  add column delivered_at timestamptz(3),
  add column delayed_at timestamptz(3),
  add column bounced_at timestamptz(3),
  add column complained_at timestamptz(3),
  add column opened_at timestamptz(3),
  add column clicked_at timestamptz(3);
update mails set state = 'sent', provider = 'resend', settled_at = sent_at where sent_at is not null;
alter table mails add constraint mails_state_check
  check (state in ('waiting', 'sending', 'sent', 'refused', 'unknown', 'suppressed'));
create index mails_provider_id_idx on mails (provider_id);
create index mails_state_id_idx on mails (state, id desc);
-- Whose messages they are is asked by address: what is deleted with an account, and what came back.
create index mails_to_idx on mails ("to");

-- Addresses that nothing is sent to. The hash is what every send looks up; the address itself goes with its account.
create table mail_suppressions (
  address_hash text primary key,
  address text,
  reason text not null check (reason in ('bounced', 'complained', 'by-hand', 'provider')),
  created_at timestamptz(3) not null default now()
);
create index mail_suppressions_created_at_idx on mail_suppressions (created_at desc);

-- Events that the provider posted, so that each counts once.
create table mail_events (
  id text primary key,
  type text not null,
  mail_id uuid references mails (id) on delete cascade on update cascade,
  detail text,
  created_at timestamptz(3) not null,
  received_at timestamptz(3) not null default now()
);
create index mail_events_mail_id_idx on mail_events (mail_id);
create index mail_events_received_at_idx on mail_events (received_at);

-- When the next request may go to somebody who counts them, for all processes together.
create table paces (
  name text primary key,
  next_at timestamptz(3) not null
);

-- Jobs may share a queue, of which one runs at a time, and say which goes first.
drop function enqueue_job(text, json, int, text);
set check_function_bodies = false;
create function enqueue_job(
  identifier text, payload json, max_attempts int, job_key text, priority int default 0, queue_name text default null
)
returns void
language sql
security definer
set search_path = pg_catalog, pg_temp
as $$
  select graphile_worker.add_job(
    identifier => enqueue_job.identifier,
    payload => enqueue_job.payload,
    max_attempts => enqueue_job.max_attempts,
    job_key => enqueue_job.job_key,
    priority => enqueue_job.priority,
    queue_name => enqueue_job.queue_name
  )
$$;
reset check_function_bodies;
revoke all on function enqueue_job(text, json, int, text, int, text) from public;
