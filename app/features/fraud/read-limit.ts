import type { Db, Tx } from '#app/platform/db.server.ts'
import { limitedFrom, scoreSignUp } from './score.ts'
import { readEntries, signalsOf } from './standing.ts'

export type Limit = {
  email: string | null
  since: Date
  score: number
  reasons: string[]
  /** Whether another address is all it takes to end it. */
  endsWithLastingAddress: boolean
}

/** Why an account is limited; null where it isn't. */
export async function readLimit(db: Db | Tx, userId: string): Promise<Limit | null> {
  const user = await db.user.findUnique({
    where: { id: userId },
    select: { limitedAt: true, email: true },
  })
  if (!user?.limitedAt) return null
  const entries = await readEntries(db, userId)
  const latest = entries.at(-1)
  const isKept = entries.findLast(({ byId }) => byId !== null)?.kind === 'kept'
  const signals = signalsOf(entries)
  const lasting = { kind: 'lasting-address' as const, count: 1, at: new Date() }
  const without = scoreSignUp([...signals, lasting]).score
  return {
    email: user.email,
    since: user.limitedAt,
    score: latest?.score ?? 0,
    reasons: latest?.reasons ?? [],
    endsWithLastingAddress: !isKept && without < limitedFrom,
  }
}
