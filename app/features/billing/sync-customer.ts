import { queueMail } from '#app/features/mail/queue-mail.ts'
import type { StripeDoor } from '#app/integrations/stripe/door.ts'
import type { Db, Tx } from '#app/platform/db.server.ts'
import { AppError } from '#app/platform/errors.ts'
import type { Logger } from '#app/platform/logger.server.ts'
import type { PaymentSettings } from '#app/platform/payment-settings.ts'
import { enqueue } from '#app/platform/queue/enqueue.ts'
import type { Redis } from '#app/platform/redis/redis.ts'
import type { Sealer } from '#app/platform/sealer.server.ts'
import { listedInvoices } from './invoices.ts'
import { ledgerRows } from './ledger-rows.ts'
import { openRefunds } from './open-refunds.ts'
import { planMail } from './plan-mails.ts'
import { newsOf } from './plan-news.ts'
import { forgetEntitlements } from './plan-of.ts'
import { receiptMail, receiptsDue } from './receipts.ts'
import { recordChange } from './record-change.ts'
import { readStripeFacts, type StripeFacts } from './stripe-facts.ts'
import { isUnderWay, subscriptionState, trialBegan } from './subscription-state.ts'

export type SyncDependencies = {
  prisma: Db
  redis: Redis
  sealer: Sealer
  logger: Logger
  door: StripeDoor
  settings: Pick<PaymentSettings, 'proPrices'>
  appUrl: string
  supportEmail: string | null
}

/** More than ever write for one customer at once. */
const mostRounds = 40
/** Of what somebody was told; a month's worth of news is two or three. */
const mostTold = 60

/**
 * Asks Stripe how a customer stands and writes that down: the subscription, new rows of the books, and the messages that
 * come of it. The one way in which anything of Stripe's gets here, for the webhook, the success page, an admin and the
 * nightly reconcile alike.
 *
 * The lock of a customer is the version of their row: what was asked before another wrote is thrown away and asked again,
 * so that the last to write has always asked last. A lock of the database would hold a connection while Stripe is waited
 * for. Does nothing for a customer that is none of ours. Throws StripeFailures.
 */
export async function syncCustomer(dependencies: SyncDependencies, customerId: string): Promise<void> {
  const { prisma, redis, door } = dependencies
  let began: Date | null = null
  for (let round = 1; round <= mostRounds; round += 1) {
    const row = await prisma.subscription.findUnique({
      where: { customerId },
      select: {
        userId: true,
        version: true,
        told: true,
        trialUsedAt: true,
        syncedAt: true,
        monthlyCents: true,
        currency: true,
      },
    })
    const [{ now }] = await prisma.$queryRaw<[{ now: Date }]>`select clock_timestamp() as now`
    if (!row) {
      await markHandled(prisma, customerId, now)
      return
    }
    began ??= now
    // Whoever wrote asked after this was wished for, so there is nothing newer to hear.
    if (row.syncedAt && row.syncedAt > began) return
    const facts = await readStripeFacts(door, customerId, await openRefunds(prisma, customerId))
    const written = await prisma.$transaction(async (tx) => {
      const isWritten = await write(tx, dependencies, { ...row, customerId, facts, now })
      if (isWritten) await markHandled(tx, customerId, now)
      return isWritten
    })
    if (!written) continue
    await forgetEntitlements(redis, row.userId)
    return
  }
  throw new AppError('payments-busy', 'Your plan is being looked up already. Try again in a moment.', {
    status: 503,
    retryable: true,
  })
}

type Seen = {
  userId: string
  customerId: string
  version: number
  told: string[]
  trialUsedAt: Date | null
  monthlyCents: number
  currency: string | null
  facts: StripeFacts | null
  /** When Stripe was about to be asked. */
  now: Date
}

/** False where another has written since the row was seen. */
async function write(tx: Tx, dependencies: SyncDependencies, seen: Seen): Promise<boolean> {
  const { userId, customerId, version, facts, now } = seen
  const state = subscriptionState(facts, dependencies.settings)
  const news = facts ? newsOf(facts, state, seen.told, now) : []
  const receipts = facts ? receiptsDue(facts, seen.told, now) : []
  const { count } = await tx.subscription.updateMany({
    where: { userId, version, customerId },
    data: {
      ...state,
      // One that was deleted there is never theirs again; the next time they buy, there is a new one.
      ...(facts ? { invoices: listedInvoices(facts) } : { customerId: null, checkoutId: null }),
      trialUsedAt: seen.trialUsedAt ?? (facts && trialBegan(facts)),
      told: [...seen.told, ...[...news, ...receipts].map(({ key }) => key)].slice(-mostTold),
      version: version + 1,
      syncedAt: now,
    },
  })
  if (count === 0) return false
  await recordChange(
    tx,
    { userId, customerId, at: now },
    { cents: seen.monthlyCents, currency: seen.currency },
    { cents: state.monthlyCents, currency: state.currency },
  )
  if (!facts) return true
  complain(dependencies.logger, facts, state)
  await tx.ledgerEntry.createMany({
    data: ledgerRows(facts, now).map((row) => ({ ...row, userId, customerId })),
    skipDuplicates: true,
  })
  const person = await tx.user.findUnique({ where: { id: userId }, select: { email: true } })
  for (const each of news) {
    if (each.invoice) await enqueue(tx, 'note_payment_failure', { userId, reference: each.invoice.id })
    if (person?.email)
      await queueMail(tx, dependencies.sealer, {
        to: person.email,
        ...planMail(each, state, dependencies),
      })
  }
  if (person?.email)
    for (const { key, invoice, at } of receipts)
      await queueMail(tx, dependencies.sealer, {
        to: person.email,
        key,
        ...receiptMail(invoice, at, dependencies.appUrl),
      })
  return true
}

/** What only whoever runs this can mend. */
function complain(logger: Logger, facts: StripeFacts, state: ReturnType<typeof subscriptionState>): void {
  const { subscriptionId, status, plan, priceId } = state
  if (priceId !== null && plan === null && isUnderWay(status))
    logger.error(
      { subscriptionId, priceId },
      'somebody pays a price that no STRIPE_PRICE setting names: add it there',
    )
  if (facts.subscriptions.filter((each) => isUnderWay(each.status)).length > 1)
    logger.error({ subscriptionId }, 'a customer has more than one subscription under way: end one at Stripe')
}

/** What was received before Stripe was asked is in what it answered. */
async function markHandled(tx: Db | Tx, customerId: string, askedAt: Date): Promise<void> {
  await tx.stripeEvent.updateMany({
    where: { customerId, handledAt: null, receivedAt: { lte: askedAt } },
    data: { handledAt: askedAt },
  })
}
