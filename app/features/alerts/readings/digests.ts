import { z } from 'zod'
import { rowsOf, type Within } from '#app/platform/statement.server.ts'

const rowSchema = z.tuple([z.object({ late: z.number() })])

/** For how long the digest that is latest has been due. */
export async function readDigests(within: Within, now: Date) {
  const [{ late }] = rowSchema.parse(
    await rowsOf(
      within,
      `select coalesce(extract(epoch from $1::timestamptz - min(next_at)), 0)::float8 as late
       from digest_settings where next_at <= $1::timestamptz`,
      [now],
    ),
  )
  return { 'digests-late': late }
}
