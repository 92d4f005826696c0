import { z } from 'zod'
import { rowsOf, type Within } from '#app/platform/statement.server.ts'

const rowSchema = z.tuple([z.object({ waiting: z.number(), underway: z.number() })])

/**
 * How far behind Stripe we are: the longest that an event of the last three days has waited for being followed up, and how long
 * the quickest of the events of a quarter of an hour took to arrive, since one alone may be a late try.
 */
export async function readStripe(within: Within, now: Date) {
  const [lag] = rowSchema.parse(
    await rowsOf(
      within,
      `select
         coalesce(extract(epoch from $1::timestamptz - min(received_at) filter (where handled_at is null)), 0)::float8
           as waiting,
         coalesce(extract(epoch from min(received_at - created_at)
           filter (where received_at > $1::timestamptz - interval '15 minutes')), 0)::float8 as underway
       from stripe_events
       where received_at > $1::timestamptz - interval '3 days' and received_at <= $1::timestamptz`,
      [now],
    ),
  )
  return { 'stripe-late': Math.max(lag.waiting, lag.underway) }
}
