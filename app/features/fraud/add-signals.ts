import { recordEvent } from '#app/features/audit/record-event.ts'
import type { Tx } from '#app/platform/db.server.ts'
import { limitedFrom, type SignalKind, scoreSignUp } from './score.ts'
import { lockAccount, readEntries, signalsOf } from './standing.ts'
import { type Telling, tellOfLimit } from './tell-of-limit.ts'

type NewSignal = {
  kind: SignalKind
  count?: number
  /** What it is known by elsewhere, where it may be told twice. */
  reference?: string
}

/**
 * Adds signals to an account and scores it anew, in the caller's transaction. From `limitedFrom` on it is limited, and
 * stands in the queue, and its owner is told; where a signal takes back what was there, and nobody has decided otherwise, that ends. Both stand in
 * the audit trail. Does nothing for an account that is gone, and nothing for what it has been told before.
 */
export async function addSignals(
  tx: Tx,
  telling: Telling,
  userId: string,
  given: NewSignal[],
): Promise<void> {
  const account = await lockAccount(tx, userId)
  if (!account) return
  const entries = await readEntries(tx, userId)
  const added = given.filter(
    ({ kind, reference }) =>
      reference === undefined ||
      !entries.some((entry) => entry.kind === kind && entry.reference === reference),
  )
  if (added.length === 0) return
  const at = new Date()
  const rows = added.map(({ kind, count = 1, reference }) => ({ kind, count, reference: reference ?? null }))
  const { score, reasons } = scoreSignUp([
    ...signalsOf(entries),
    ...rows.map(({ kind, count }) => ({ kind, count, at })),
  ])
  await tx.riskEntry.createMany({
    data: rows.map((row) => ({ ...row, userId, score, reasons })),
    skipDuplicates: true,
  })
  const isKept = entries.findLast(({ byId }) => byId !== null)?.kind === 'kept'
  const becomesLimited = score >= limitedFrom && !account.isLimited
  const isFreed = score < limitedFrom && account.isLimited && !isKept
  if (!becomesLimited && !isFreed) return
  await tx.user.update({ where: { id: userId }, data: { limitedAt: becomesLimited ? at : null } })
  await recordEvent(tx, {
    actor: { kind: 'system' },
    action: becomesLimited ? 'user.limited' : 'user.limit-lifted',
    subject: { kind: 'user', id: userId },
    reasonCode: 'score',
    data: { score },
  })
  if (becomesLimited) await tellOfLimit(tx, telling, userId)
}
