import { z } from 'zod'
import { rowsOf, type Within } from '#app/platform/statement.server.ts'

const rowSchema = z.tuple([
  z.object({
    ready_age: z.number().nullable(),
    locked_age: z.number().nullable(),
    given_up: z.number(),
    workers: z.number(),
    web: z.number(),
  }),
])

/** Which processes are alive, and how it stands with the queue. */
export async function readProcesses(within: Within, now: Date) {
  const [row] = rowSchema.parse(
    await rowsOf(
      within,
      `select f.*, (select count(*)::int from measure_sources
         where kind = 'web' and seen_at > $1::timestamptz - interval '1 minute') as web
       from queue_facts($1::timestamptz) f`,
      [now],
    ),
  )
  return {
    'web-gone': row.web,
    'workers-gone': row.workers,
    'queue-old': row.ready_age ?? 0,
    'jobs-locked': row.locked_age ?? 0,
    'jobs-given-up': row.given_up,
  }
}
