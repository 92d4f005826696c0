import type { Origin } from '#app/features/audit/event-origin.ts'
import type { Identity } from '#app/integrations/sign-in/identity.ts'
import type { Db, Tx } from '#app/platform/db.server.ts'
import { AppError } from '#app/platform/errors.ts'
import type { Sealer } from '#app/platform/sealer.server.ts'
import { inRetriedTransaction } from '#app/platform/transaction.server.ts'
import { currentMetrics } from '#app/platform/work.server.ts'
import { emailSchema } from '../email.ts'
import { makeAccount } from '../make-account.ts'
import { connectInside } from './connect.ts'

type Dependencies = {
  prisma: Db
  sealer: Sealer
  appUrl: string
  /** Asked before an account is made for an address; throws where there were too many. */
  takeSignUp(email: string): Promise<void>
}

/**
 * Whose account it is that somebody signs in to through a provider: the connected one; else a new one for the address that
 * the provider says is theirs. Of somebody's who has an account with that address, it is theirs only where the provider
 * runs that mailbox: then its word is as good as the code by mail that would let them in as well. Another provider may have seen
 * the address proven years ago, to whoever had it then; so may not know that it has changed hands. Those, and who wants a
 * second factor asked, sign in first and connect then. Throws `address-unproven`, `account-exists`, `account-disabled`.
 */
export async function findPerson(
  { prisma, sealer, appUrl, takeSignUp }: Dependencies,
  { identity, visitorId, origin }: { identity: Identity; visitorId: string; origin: Origin },
): Promise<{ userId: string }> {
  const { provider, subject } = identity
  const known = { provider_providerUserId: { provider, providerUserId: subject } }
  const email = emailSchema.safeParse(identity.email).data ?? null
  const before = await prisma.connectedAccount.findUnique({ where: known })
  const isNew = !before && email !== null && !(await prisma.user.findUnique({ where: { email } }))
  if (isNew) await takeSignUp(email)
  const person = await inRetriedTransaction(prisma, async (tx) => {
    const connected = await tx.connectedAccount.findUnique({ where: known, select: { userId: true } })
    if (connected) return { userId: connected.userId, isMade: false }
    if (email === null)
      throw new AppError('address-unproven', 'The provider knows no proven address.', { status: 422 })
    const there = await personWith(tx, email, identity)
    if (there?.isConnected) return { userId: there.userId, isMade: false }
    const { userId } =
      there ?? (await makeAccount(tx, { sealer, appUrl }, { email, passwordHash: null, visitorId, origin }))
    if (there) await connectInside(tx, { sealer, appUrl }, { userId, origin, identity })
    else await tx.connectedAccount.create({ data: { userId, provider, providerUserId: subject } })
    return { userId, isMade: !there }
  })
  if (person.isMade) currentMetrics()?.signUp()
  return { userId: person.userId }
}

/** Who has an account with an address that they may enter by the provider's word; null where nobody has one with it. */
async function personWith(tx: Tx, email: string, { provider, subject, runsMailbox }: Identity) {
  const person = await tx.user.findUnique({
    where: { email },
    select: {
      id: true,
      disabledAt: true,
      totpSince: true,
      connectedAccounts: { where: { provider }, select: { providerUserId: true } },
    },
  })
  if (!person) return null
  if (person.disabledAt)
    throw new AppError('account-disabled', 'This account can’t be used.', { status: 403 })
  // Another browser of theirs has come back since the connection was looked for.
  if (person.connectedAccounts.some(({ providerUserId }) => providerUserId === subject))
    return { userId: person.id, isConnected: true }
  if (!runsMailbox || person.totpSince || person.connectedAccounts.length > 0)
    throw new AppError('account-exists', 'This address has an account. Sign in to it first.', {
      status: 409,
    })
  return { userId: person.id, isConnected: false }
}
