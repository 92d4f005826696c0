import type { Api, ReceivedRequest } from '../api/answer.ts'
import type { Fault, FaultKind } from '../api/faults.ts'
import { deleteCustomer } from '../life/cancel.ts'
import { changeSubscription } from '../life/change-subscription.ts'
import { type Conduct, completeCheckout } from '../life/checkout.ts'
import { catchUp } from '../life/due.ts'
import { closeDispute, disputeCharge, failRefund, refundCharge } from '../life/give-back.ts'
import { customerOf, recordOf } from '../read.ts'
import type { DisputeRecord, RefundRecord } from '../records/money.ts'
import type { CheckoutRecord } from '../records/session.ts'
import type { SubscriptionRecord } from '../records/subscription.ts'
import type { State } from '../state.ts'
import type { Deliverer, Delivery } from '../webhooks/deliver.ts'
import type { World } from '../world.ts'

/** What a test or a developer does to the stand-in, which at Stripe time, a bank or somebody at the dashboard does. */
export type Control = {
  /** Seconds since 1970 by its clock. */
  now(): number
  /** Moves the clock forward; all that comes due on the way happens at its own time. */
  advance(seconds: number): void
  /** Moves the clock past a subscription's next renewal (or end of trial) and the hour after which it is collected. */
  renew(subscription: string): void
  /** Completes a checkout as its page does, with no card where null is said; throws Stripe's 402 for a card that is declined. */
  completeCheckout(session: string, conduct?: Conduct | null): CheckoutRecord
  /** Gives back the last payment of a customer, or a charge by its id; the whole where no amount is said. */
  refund(of: string, amount?: number): RefundRecord
  /** Has the bank send a refund back. */
  failRefund(refund: string): RefundRecord
  dispute(of: string, reason?: string): DisputeRecord
  closeDispute(dispute: string, outcome: 'won' | 'lost'): DisputeRecord
  /** Pauses the collection of a subscription, or goes on with it (null). */
  pause(subscription: string, behavior: 'void' | 'keep_as_draft' | 'mark_uncollectible' | null): void
  deleteCustomer(customer: string): void
  /** Whether a subscription whose last retry failed is cancelled (as at first), unpaid, or stays past due. */
  afterRetries(what: State['afterRetries']): void
  /** Changes how a card behaves from now on: every card of a customer. */
  changeCards(customer: string, conduct: Conduct): void
  /** Requests go wrong: the next one, or so many, or (null) all until `mend`. */
  fail(fault: FaultKind & { times?: number | null; method?: string; path?: string }): void
  mend(): void
  /** How events leave from now on. */
  deliver(delivery: Delivery): void
  /** Signs with these from now on. */
  signWith(secrets: string[]): void
  /** Sends events now, in this order: those that are named, or all that haven't been taken. */
  redeliver(events?: string[]): Promise<void>
  /** Resolves when every event that was to leave has been answered once. */
  delivered(): Promise<void>
  /** Every request of the SDK, the oldest first. */
  requests: ReceivedRequest[]
  /** All that it remembers, to look at. */
  state: State
}

const hour = 3600

export function createControl({
  api,
  deliverer,
  save,
}: {
  api: Api
  deliverer: Deliverer
  save(): void
}): Control {
  const { world } = api
  const work = <T>(run: () => T) => world.work({ id: null, key: null }, run)

  function moveTo(moment: number): void {
    catchUp(world, moment)
    world.state.ahead += Math.max(0, moment - world.now())
    save()
  }

  return {
    now: () => world.now(),
    advance: (seconds) => moveTo(world.now() + seconds),
    renew(subscription) {
      const sub = recordOf(world.state.subscriptions, 'subscription', subscription)
      moveTo(Math.max(world.now(), sub.periodEnd + hour))
    },
    completeCheckout: (session, conduct = 'pays') =>
      work(() => completeCheckout(world, session, { conduct, email: 'someone@example.com' })),
    refund: (of, amount) =>
      work(() =>
        refundCharge(world, lastCharge(world, of), {
          amount: amount ?? null,
          reason: 'requested_by_customer',
          metadata: {},
        }),
      ),
    failRefund: (refund) => work(() => failRefund(world, refund)),
    dispute: (of, reason = 'fraudulent') => work(() => disputeCharge(world, lastCharge(world, of), reason)),
    closeDispute: (dispute, outcome) => work(() => closeDispute(world, dispute, outcome)),
    pause: (subscription, behavior) =>
      work(() => {
        const sub: SubscriptionRecord = recordOf(world.state.subscriptions, 'subscription', subscription)
        changeSubscription(world, sub, () => {
          sub.pause = behavior && { behavior, resumesAt: null }
        })
      }),
    deleteCustomer: (customer) => work(() => deleteCustomer(world, customerOf(world, customer))),
    afterRetries(what) {
      world.state.afterRetries = what
      save()
    },
    changeCards(customer, conduct) {
      for (const card of Object.values(world.state.cards))
        if (card.customer === customer) card.conduct = conduct
      save()
    },
    fail: ({ times = 1, ...fault }) => void api.faults.push({ ...fault, times } satisfies Fault),
    mend: () => void api.faults.splice(0),
    deliver(delivery) {
      deliverer.delivery = delivery
    },
    signWith(secrets) {
      deliverer.secrets = secrets
    },
    async redeliver(ids) {
      const all = Object.values(world.state.events)
      const events = ids
        ? ids.map((id) => recordOf(world.state.events, 'event', id))
        : all.filter(({ pending }) => pending)
      for (const event of events) await deliverer.sendNow(event)
    },
    delivered: () => deliverer.idle(),
    requests: api.requests,
    state: world.state,
  }
}

function lastCharge(world: World, of: string) {
  const charges = Object.values(world.state.charges)
  const charge = charges.findLast(({ id, customer, paid }) => id === of || (customer === of && paid))
  return charge ?? recordOf(world.state.charges, 'charge', of)
}
