import { z } from 'zod'
import { rowsOf, type Within } from '#app/platform/statement.server.ts'

const rowSchema = z.tuple([z.object({ model: z.number(), mail: z.number(), stripe: z.number() })])

/** Whether one is open that nobody has asked for so long is not known: its provider may be back. */
const knownFor = '30 minutes'

/** Open breakers, by whom they stand before: their names begin with what is asked, and a model's with its server. */
export async function readResting(within: Within, now: Date) {
  const [open] = rowSchema.parse(
    await rowsOf(
      within,
      `select count(*) filter (where name like 'mail %')::int as mail,
              count(*) filter (where name like 'stripe %')::int as stripe,
              count(*) filter (where name not like 'mail %' and name not like 'stripe %')::int as model
       from circuit_breakers
       where opened_at <= $1::timestamptz and opened_at > $1::timestamptz - $2::interval`,
      [now, knownFor],
    ),
  )
  return { 'model-resting': open.model, 'mail-resting': open.mail, 'payments-resting': open.stripe }
}
