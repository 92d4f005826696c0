import type pg from 'pg'

/**
 * 151 days of events up to today (UTC), every one alike but two: 40 sign-ups rather than 10 twelve days ago, and 8 threads
 * ready of 20 five days ago rather than 18. Of ten who sign up five come to a thread at once. Ten pay 12.00 a month from 100
 * days ago on; two stop 20 days ago, and one goes over to 29.00 three days ago.
 */
export async function seedNumbers(pool: pg.Pool, now: Date): Promise<void> {
  const today = `'${now.toISOString().slice(0, 10)}'::date`
  const seeded = `(
    select n as ago, ((${today} - n)::timestamp + interval '8 hours') at time zone 'utc' as at
    from generate_series(0, 150) as n) as seeded`
  await pool.query(`
    with people as (
      insert into users (id, email, name, created_at)
      select gen_random_uuid(), 'seeded-' || ago || '-' || n || '@example.com', 'Ada', at
      from ${seeded}, generate_series(1, case when ago = 12 then 40 else 10 end) as n
      returning id, email, created_at
    ), begun as (
      insert into analytics_events (at, name, user_id) select created_at, 'signed_up', id from people
    )
    insert into analytics_events (at, name, user_id, props)
    select created_at + interval '1 hour', 'thread_ready', id, ${props(2)} from people
    where split_part(email, '-', 3) in ('1@example.com', '2@example.com', '3@example.com', '4@example.com', '5@example.com')`)
  // With the five of those who signed up, 18 threads are ready a day; five of them were given again.
  await pool.query(`
    insert into analytics_events (at, name, props)
    select at + interval '2 hours', 'thread_ready', ${props('n')}
    from ${seeded}, generate_series(1, case when ago = 5 then 3 else 13 end) as n
    union all
    select at + interval '2 hours', 'thread_failed', '{"code":"model-down","costMicros":0}'::jsonb
    from ${seeded}, generate_series(1, case when ago = 5 then 12 else 2 end) as n`)
  await pool.query(`
    insert into subscription_changes (id, user_id, customer_id, from_cents, to_cents, currency, at)
    select gen_random_uuid(), ('00000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, 'cus_' || n, was, becomes, 'usd',
      ((${today} - ago)::timestamp + interval '1 minute') at time zone 'utc'
    from (
      select n, 0 as was, 1200 as becomes, 100 as ago from generate_series(1, 10) as n
      union all values (1, 1200, 0, 20), (2, 1200, 0, 20), (3, 1200, 2900, 3)
    ) as changes`)
}

/** A thread that took from 1.7 to 2.9 seconds, some of them given again, at 500 millionths. */
const props = (n: string | number) => `jsonb_build_object(
  'totalMs', 1600 + 100 * ${n}, 'readingMs', 200, 'planningMs', 300, 'writingMs', 900, 'checkingMs', 100,
  'costMicros', 500, 'cacheHit', ${n} % 3 = 1, 'writer', 'openai', 'promptVersion', '7')`
