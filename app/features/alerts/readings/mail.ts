import { z } from 'zod'
import { rowsOf, type Within } from '#app/platform/statement.server.ts'
import { leastBounces, leastComplaints } from '../rules.ts'

const rowSchema = z.tuple([z.object({ sent: z.number(), bounced: z.number(), complained: z.number() })])

const share = (count: number, sent: number, least: number) =>
  sent === 0 ? null : count < least ? 0 : (100 * count) / sent

/** What came back and what was complained of, in percent of the messages of a day; a few alone count as none. */
export async function readMailReadings(within: Within, now: Date) {
  const [{ sent, bounced, complained }] = rowSchema.parse(
    await rowsOf(
      within,
      `select count(*) filter (where state = 'sent')::int as sent, count(bounced_at)::int as bounced,
              count(complained_at)::int as complained
       from mails where created_at > $1::timestamptz - interval '1 day' and created_at <= $1::timestamptz`,
      [now],
    ),
  )
  return {
    'mail-bounces': share(bounced, sent, leastBounces),
    'mail-complaints': share(complained, sent, leastComplaints),
  }
}
