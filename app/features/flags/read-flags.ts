import type pg from 'pg'
import { z } from 'zod'

const flagsSchema = z.array(
  z.object({
    name: z.string(),
    isOn: z.boolean(),
    percent: z.number(),
    users: z.array(z.string()),
    visitors: z.array(z.string()),
    plans: z.array(z.string()),
    version: z.number(),
    changedAt: z.date(),
  }),
)
export type StoredFlag = z.output<typeof flagsSchema>[number]

/** The flags that somebody has set; those that nobody has are as declared. */
export async function readFlags(queryable: Pick<pg.Pool, 'query'>): Promise<StoredFlag[]> {
  const { rows } = await queryable.query({
    name: 'flags',
    text: `select name, is_on as "isOn", percent, users, visitors, plans, version, changed_at as "changedAt" from flags`,
  })
  return flagsSchema.parse(rows)
}
