import { z } from 'zod'
import type { Db, Tx } from '#app/platform/db.server.ts'
import { type Signal, signalKinds } from './score.ts'

/** What people decide about an account, as it is written down. */
export const decisionKinds = ['cleared', 'kept', 'suspended'] as const
export type DecisionKind = (typeof decisionKinds)[number]

const entrySchema = z.object({
  id: z.bigint(),
  kind: z.enum([...signalKinds, ...decisionKinds]),
  count: z.number(),
  reference: z.string().nullable(),
  byId: z.string().nullable(),
  score: z.number(),
  reasons: z.array(z.string()),
  at: z.date(),
})
export type Entry = z.infer<typeof entrySchema>

/** More signals than this of one account say nothing new. */
const mostEntries = 500

/** The last 500 entries of an account, the oldest first. */
export async function readEntries(db: Db | Tx, userId: string): Promise<Entry[]> {
  const rows = await db.riskEntry.findMany({
    where: { userId },
    orderBy: { id: 'desc' },
    take: mostEntries,
  })
  return rows.map((row) => entrySchema.parse(row)).reverse()
}

/** The signals that count: those since the account was last cleared. */
export function signalsOf(entries: readonly Entry[]): Signal[] {
  const since = entries.findLastIndex(({ kind }) => kind === 'cleared') + 1
  return entries.slice(since).flatMap(({ kind, count, at }) => {
    const signal = signalKinds.find((each) => each === kind)
    return signal ? [{ kind: signal, count, at }] : []
  })
}

/** Holds an account for as long as the transaction takes, so that its entries come one after the other; null for none. */
export async function lockAccount(tx: Tx, userId: string): Promise<{ isLimited: boolean } | null> {
  const rows = await tx.$queryRaw<{ isLimited: boolean }[]>`
    select limited_at is not null as "isLimited" from users where id = ${userId}::uuid for no key update`
  return rows[0] ?? null
}
