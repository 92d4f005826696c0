import { cardObject, customerObject } from '../objects/customer.ts'
import { checkoutAmounts, checkoutObject } from '../objects/session.ts'
import { customerOf, recordOf } from '../read.ts'
import type { CardRecord, CustomerRecord } from '../records/customer.ts'
import type { CheckoutRecord } from '../records/session.ts'
import { declined, invalid } from '../stripe-fault.ts'
import { newId, type World } from '../world.ts'
import { changeCustomer } from './cancel.ts'
import { refusal } from './charge-card.ts'
import { startSubscription } from './start-subscription.ts'

const day = 86_400

export type Conduct = CardRecord['conduct']
const last4Of = { pays: '4242', declined: '0002', 'fails-later': '0341' } as const satisfies Record<
  Conduct,
  string
>

export function makeCard(world: World, customer: string | null, conduct: Conduct): CardRecord {
  const card = { id: newId('pm', 24), created: world.now(), customer, conduct, last4: last4Of[conduct] }
  world.state.cards[card.id] = card
  return card
}

export function makeCustomer(world: World, given: Partial<CustomerRecord>): CustomerRecord {
  const customer: CustomerRecord = {
    id: newId('cus', 14),
    created: world.now(),
    email: null,
    name: null,
    phone: null,
    description: null,
    metadata: {},
    address: null,
    locales: [],
    currency: null,
    balance: 0,
    card: null,
    invoices: 0,
    deleted: false,
    ...given,
  }
  world.state.customers[customer.id] = customer
  world.tell('customer.created', customerObject(world, customer))
  return customer
}

/**
 * Completes a checkout with a card, or without one where none is needed, and returns the session as it then is; one that is
 * complete already stays as it is. Throws Stripe's 402 for a card that is declined, with nothing begun, and 400 for a session
 * that has expired.
 */
export function completeCheckout(
  world: World,
  id: string,
  given: { conduct: Conduct | null; email?: string },
): CheckoutRecord {
  const session = recordOf(world.state.checkouts, 'checkout.session', id)
  if (session.status === 'complete') return session
  if (session.status === 'expired') throw invalid('This Checkout Session has expired.')
  const now = world.now()
  if (given.conduct === null && !mayGoWithoutCard(world, session))
    throw invalid('This Checkout Session needs a payment method.')
  const probe = given.conduct && { id: '', created: now, customer: null, conduct: given.conduct, last4: '' }
  const refused = probe ? refusal(probe, true) : null
  if (refused !== null) throw declined(refused)

  const customer =
    session.customer === null
      ? makeCustomer(world, { email: given.email ?? session.customerEmail })
      : customerOf(world, session.customer)
  session.customer = customer.id
  const card = given.conduct && makeCard(world, customer.id, given.conduct)
  if (card) world.tell('payment_method.attached', cardObject(world, card))
  if (card && customer.card === null)
    changeCustomer(world, customer, () => {
      customer.card = card.id
    })
  const trialEnd = session.trialDays === null ? session.trialEnd : now + session.trialDays * day
  const sub = startSubscription(world, {
    customer: customer.id,
    price: session.price,
    card: card?.id ?? null,
    at: now,
    trialEnd,
    withoutCard: session.withoutCard,
    coupon: session.coupon,
    promotionCode: session.promotionCode,
    automaticTax: session.automaticTax,
    description: session.subscriptionDescription,
    metadata: session.subscriptionMetadata,
  })
  Object.assign(session, { status: 'complete', subscription: sub.id, invoice: sub.latestInvoice })
  world.tell('checkout.session.completed', checkoutObject(world, session))
  return session
}

/** Whether nothing is due today and the session was made to ask for a card only where something is. */
export const mayGoWithoutCard = (world: World, session: CheckoutRecord) =>
  session.cardIfRequired && checkoutAmounts(world, session).total === 0

/** Ends an open session. Throws Stripe's 400 for any other. */
export function expireCheckout(world: World, session: CheckoutRecord): void {
  if (session.status !== 'open')
    throw invalid(`This Session is not in an expireable state. It has a status of \`${session.status}\`.`)
  session.status = 'expired'
  world.tell('checkout.session.expired', checkoutObject(world, session))
}
