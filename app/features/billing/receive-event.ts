import Stripe from 'stripe'
import { z } from 'zod'
import type { Db } from '#app/platform/db.server.ts'
import { minutes } from '#app/platform/durations.ts'
import type { PaymentSettings } from '#app/platform/payment-settings.ts'
import { enqueue } from '#app/platform/queue/enqueue.ts'
import { parseEvent, refuseEvent } from '#app/platform/take-event.server.ts'

const toleranceSeconds = minutes(5) / 1000

const eventSchema = z.object({
  id: z.string().regex(/^evt_\w{1,250}$/),
  type: z.string().max(200),
  created: z.number().int().positive(),
  livemode: z.boolean(),
  /** Of a connected account, of which there is none here. */
  account: z.string().nullish(),
  data: z.object({
    object: z.looseObject({
      object: z.string(),
      id: z.string().optional(),
      customer: z.union([z.string(), z.looseObject({ id: z.string() })]).nullish(),
      charge: z.union([z.string(), z.looseObject({ customer: z.unknown() })]).nullish(),
    }),
  }),
})
type SentEvent = z.output<typeof eventSchema>

/** The kinds of events after which Stripe is asked how a customer stands; all others are written down and left. */
const telling =
  /^(customer\.(updated|deleted)$|customer\.subscription\.|checkout\.session\.|invoice\.|charge\.|refund\.|payment_intent\.)/

/**
 * Takes what somebody says is an event of Stripe's: looks at its signature (of any of our secrets, from five minutes ago to
 * five minutes ahead, since the library minds only what is old), whether it is of our kind and account, writes its id down
 * once, and in the same transaction adds the job that asks Stripe. Nothing is taken from what it says but whom it is about.
 * Throws AppErrors with 400, and then nothing was written. An event that came before changes nothing.
 */
export async function receiveEvent(
  prisma: Db,
  settings: Pick<PaymentSettings, 'webhookSecrets' | 'isLive'>,
  { body, signature }: { body: string; signature: string | null },
  now = new Date(),
): Promise<void> {
  assertSigned(settings.webhookSecrets, body, signature, now)
  const event = parseEvent(eventSchema, body, 'Stripe')
  if (event.livemode !== settings.isLive)
    throw refuseEvent('event-of-other-mode', 'This event is of the other mode than our key.')
  if (event.account) throw refuseEvent('event-of-other-account', 'This event is of another account.')
  const customerId = await customerOf(prisma, event)
  const isTelling = telling.test(event.type) && customerId !== null
  await prisma.$transaction(async (tx) => {
    const { count } = await tx.stripeEvent.createMany({
      data: [
        {
          id: event.id,
          type: event.type,
          customerId,
          createdAt: new Date(event.created * 1000),
          handledAt: isTelling ? null : now,
        },
      ],
      skipDuplicates: true,
    })
    if (count > 0 && isTelling) await enqueue(tx, 'sync_customer', { customerId })
  })
}

function assertSigned(secrets: string[], body: string, signature: string | null, now: Date): void {
  const at = Number(/(?:^|,)t=(\d+)(?:,|$)/.exec(signature ?? '')?.[1])
  const isAhead = !(at <= now.getTime() / 1000 + toleranceSeconds)
  const holds = secrets.some((secret) => {
    try {
      Stripe.webhooks.constructEvent(
        body,
        signature ?? '',
        secret,
        toleranceSeconds,
        undefined,
        now.getTime(),
      )
      return true
    } catch {
      return false
    }
  })
  if (!holds || isAhead)
    throw refuseEvent('event-not-signed', 'This isn’t signed by Stripe for us, or too long ago.')
}

/** Whom an event is about; a dispute names but its charge, whose customer the ledger knows. */
async function customerOf(prisma: Db, { data: { object } }: SentEvent): Promise<string | null> {
  if (object.object === 'customer') return object.id ?? null
  const { customer, charge } = object
  if (customer) return typeof customer === 'string' ? customer : customer.id
  if (typeof charge !== 'string') return null
  const paid = await prisma.ledgerEntry.findUnique({
    where: { kind_reference: { kind: 'payment', reference: charge } },
    select: { customerId: true },
  })
  return paid?.customerId ?? null
}
