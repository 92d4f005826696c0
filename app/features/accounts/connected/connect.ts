import type { Origin } from '#app/features/audit/event-origin.ts'
import { queueMail } from '#app/features/mail/queue-mail.ts'
import type { Identity } from '#app/integrations/sign-in/identity.ts'
import type { Db, Tx } from '#app/platform/db.server.ts'
import { AppError } from '#app/platform/errors.ts'
import type { Sealer } from '#app/platform/sealer.server.ts'
import { type ProviderName, providerTitles } from '#app/platform/sign-in-providers.ts'
import { inRetriedTransaction } from '#app/platform/transaction.server.ts'
import { mailOfConnection } from '../account-mails.ts'
import { recordAccountEvent } from '../record-account-event.ts'

type Telling = { sealer: Sealer; appUrl: string }
type Whose = { userId: string; origin: Origin }

/**
 * Connects who somebody is at a provider with an account, in the caller's transaction; the account's owner is told. Throws the
 * database's error where either has another connection by now.
 */
export async function connectInside(
  tx: Tx,
  telling: Telling,
  { userId, origin, identity }: Whose & { identity: Identity },
): Promise<void> {
  const { provider, subject } = identity
  await tx.connectedAccount.create({ data: { userId, provider, providerUserId: subject } })
  await recordAccountEvent(tx, `account.${provider}-connected`, { userId, origin })
  await tell(tx, telling, { userId, provider, isConnected: true })
}

/**
 * Connects for who is signed in and has asked for it. Connected already, it stays as it is. Throws `connected-elsewhere`
 * where they are another account's, `connected-otherwise` where the account is connected with somebody else there.
 */
export async function connectAccount(
  db: Db,
  telling: Telling,
  { userId, origin, identity }: Whose & { identity: Identity },
): Promise<void> {
  const { provider, subject } = identity
  await inRetriedTransaction(db, async (tx) => {
    const there = await tx.connectedAccount.findUnique({
      where: { provider_providerUserId: { provider, providerUserId: subject } },
    })
    if (there?.userId === userId) return
    if (there)
      throw new AppError('connected-elsewhere', 'It is connected with another account.', { status: 409 })
    if (await tx.connectedAccount.findUnique({ where: { userId_provider: { userId, provider } } }))
      throw new AppError('connected-otherwise', 'Another one is connected.', { status: 409 })
    await connectInside(tx, telling, { userId, origin, identity })
  })
}

/**
 * Disconnects; the owner is told. Not connected, it stays so. Throws `last-way-in` where nothing else lets them in: neither a
 * password nor another provider, nor a code by mail, which `mailArrives` says.
 */
export async function disconnectAccount(
  db: Db,
  telling: Telling,
  { userId, origin, provider, mailArrives }: Whose & { provider: ProviderName; mailArrives: boolean },
): Promise<void> {
  await db.$transaction(async (tx) => {
    // Two at once would each leave the other as the last way in.
    await tx.$queryRaw`select id from users where id = ${userId}::uuid for no key update`
    const { count } = await tx.connectedAccount.deleteMany({ where: { userId, provider } })
    if (count === 0) return
    const { email, passwordHash, _count } = await tx.user.findUniqueOrThrow({
      where: { id: userId },
      select: { email: true, passwordHash: true, _count: { select: { connectedAccounts: true } } },
    })
    const isIn = email !== null && (passwordHash !== null || mailArrives)
    if (!isIn && _count.connectedAccounts === 0)
      throw new AppError(
        'last-way-in',
        `${providerTitles[provider]} is your last way in: choose a password first, then disconnect it.`,
        { status: 409 },
      )
    await recordAccountEvent(tx, `account.${provider}-disconnected`, { userId, origin })
    await tell(tx, telling, { userId, provider, isConnected: false })
  })
}

async function tell(
  tx: Tx,
  { sealer, appUrl }: Telling,
  { userId, provider, isConnected }: { userId: string; provider: ProviderName; isConnected: boolean },
): Promise<void> {
  const { email } = await tx.user.findUniqueOrThrow({ where: { id: userId }, select: { email: true } })
  if (email !== null)
    await queueMail(tx, sealer, {
      to: email,
      ...mailOfConnection(appUrl, providerTitles[provider], isConnected),
    })
}
