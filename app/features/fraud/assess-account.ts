import type { Db, Tx } from '#app/platform/db.server.ts'
import type { JobPayload } from '#app/platform/queue/catalog.ts'
import type { Sealer } from '#app/platform/sealer.server.ts'
import { addSignals } from './add-signals.ts'
import { isDisposableAddress } from './disposable-address.server.ts'
import type { SignalKind } from './score.ts'
import { countInRange } from './sign-up-range.ts'
import { readEntries, signalsOf } from './standing.ts'
import type { Telling } from './tell-of-limit.ts'

type Dependencies = Telling & { prisma: Db }
type Found = { kind: SignalKind; count: number }

/**
 * Looks at an account that was just made, or has just got another address, and adds what speaks for its being one of many
 * in one hand. Done again it adds nothing. An account that is gone by then is left alone.
 */
export async function assessAccount(
  { prisma, ...telling }: Dependencies,
  { userId, madeIn }: JobPayload<'assess_account'>,
): Promise<void> {
  await prisma.$transaction(async (tx) => {
    const account = await tx.user.findUnique({ where: { id: userId }, select: { email: true } })
    if (!account) return
    const ofAddress = await signalsOfAddress(tx, { userId, email: account.email })
    if (!madeIn) return addSignals(tx, telling, userId, ofAddress)
    const ofSignUp = await signalsOfSignUp(tx, telling.sealer, { userId, ...madeIn })
    // Each once for a sign-up, whatever is found when the job is done again.
    const found = [...ofSignUp, ...ofAddress].map((signal) => ({ ...signal, reference: 'sign-up' }))
    return addSignals(tx, telling, userId, found)
  })
}

async function signalsOfSignUp(
  tx: Tx,
  sealer: Sealer,
  { userId, visitorId, network }: { userId: string; visitorId: string; network: string | null },
): Promise<Found[]> {
  const inRange = network === null ? 0 : await countInRange(tx, sealer, { userId, network })
  const inBrowser = await tx.knownBrowser.count({ where: { visitorId, userId: { not: userId } } })
  return [
    ...(inRange > 1 ? [{ kind: 'range' as const, count: inRange }] : []),
    ...(inBrowser > 0 ? [{ kind: 'browser' as const, count: inBrowser }] : []),
  ]
}

/** What an address says that its last signal doesn't say already; of one that always was a lasting one, nothing. */
async function signalsOfAddress(
  tx: Tx,
  { userId, email }: { userId: string; email: string | null },
): Promise<Found[]> {
  if (email === null) return []
  const signals = signalsOf(await readEntries(tx, userId))
  const last = signals.findLast(({ kind }) => kind.endsWith('-address'))?.kind ?? 'lasting-address'
  const kind = isDisposableAddress(email) ? 'disposable-address' : 'lasting-address'
  return kind === last ? [] : [{ kind, count: 1 }]
}
