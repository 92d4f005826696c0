import { change } from '../change.ts'
import { chargeObject, intentObject } from '../objects/payment.ts'
import { recordOf } from '../read.ts'
import type { CardRecord } from '../records/customer.ts'
import type { ChargeRecord, IntentRecord } from '../records/money.ts'
import { newId, type World } from '../world.ts'

type Asked = {
  amount: number
  currency: string
  customer: string | null
  card: CardRecord
  /** Whether the card's owner is there, who can be asked by the bank. */
  ownerIsThere: boolean
  description: string | null
  /** The intent of an earlier try, which this one goes on with. */
  intent: string | null
}

/** Why a card wouldn't pay now; null where it would. */
export function refusal(card: CardRecord, ownerIsThere: boolean): string | null {
  if (card.conduct === 'declined') return 'generic_decline'
  return card.conduct === 'fails-later' && !ownerIsThere ? 'insufficient_funds' : null
}

/** Tries to take an amount from a card, and tells of it: a charge either way, that is paid or not. */
export function chargeCard(world: World, asked: Asked): { charge: ChargeRecord; intent: IntentRecord } {
  const { amount, currency, customer, description, card } = asked
  const intent: IntentRecord =
    asked.intent === null
      ? {
          id: newId('pi', 24),
          created: world.now(),
          amount,
          currency,
          customer,
          card: card.id,
          status: 'requires_payment_method',
          latestCharge: null,
          description,
        }
      : recordOf(world.state.intents, 'payment_intent', asked.intent)
  intent.card = card.id
  world.state.intents[intent.id] = intent
  if (asked.intent === null) world.tell('payment_intent.created', intentObject(world, intent))

  const declineCode = refusal(card, asked.ownerIsThere)
  const charge: ChargeRecord = {
    id: newId('ch', 24),
    created: world.now(),
    amount,
    currency,
    customer,
    intent: intent.id,
    card: card.id,
    paid: declineCode === null,
    declineCode,
    refunded: 0,
    disputed: false,
    description,
  }
  world.state.charges[charge.id] = charge
  intent.latestCharge = charge.id
  intent.status = charge.paid ? 'succeeded' : 'requires_payment_method'
  world.tell(charge.paid ? 'charge.succeeded' : 'charge.failed', chargeObject(world, charge))
  const outcome = charge.paid ? 'payment_intent.succeeded' : 'payment_intent.payment_failed'
  world.tell(outcome, intentObject(world, intent))
  return { charge, intent }
}

/** Changes a charge, and tells of it by one event. */
export function changeCharge(world: World, charge: ChargeRecord, type: string, run: () => void): void {
  change(world, type, () => chargeObject(world, charge), run)
}
