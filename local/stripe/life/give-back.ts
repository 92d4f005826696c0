import { change } from '../change.ts'
import { disputeObject } from '../objects/dispute.ts'
import { refundObject } from '../objects/payment.ts'
import { recordOf } from '../read.ts'
import type { ChargeRecord, DisputeRecord, RefundRecord } from '../records/money.ts'
import type { Metadata } from '../records/values.ts'
import { invalid } from '../stripe-fault.ts'
import { newId, type World } from '../world.ts'
import { changeCharge } from './charge-card.ts'

type RefundAsked = { amount: number | null; reason: RefundRecord['reason']; metadata: Metadata }

/** Gives a charge back, whole or in part. Throws Stripe's 400 for more than is left of it. */
export function refundCharge(world: World, charge: ChargeRecord, asked: RefundAsked): RefundRecord {
  const left = charge.amount - charge.refunded
  if (!charge.paid) throw invalid(`Charge ${charge.id} has not been paid.`, 'charge')
  if (left === 0)
    throw invalid(`Charge ${charge.id} has already been refunded.`, 'charge', 'charge_already_refunded')
  if (charge.disputed)
    throw invalid(
      `Charge ${charge.id} has been charged back; cannot issue a refund.`,
      'charge',
      'charge_disputed',
    )
  const amount = asked.amount ?? left
  if (amount > left)
    throw invalid(`Refund amount (${amount}) is greater than unrefunded amount on charge (${left})`, 'amount')
  const refund = {
    id: newId('re', 24),
    created: world.now(),
    amount,
    charge: charge.id,
    reason: asked.reason,
    hasFailed: false,
    metadata: asked.metadata,
  }
  world.state.refunds[refund.id] = refund
  changeCharge(world, charge, 'charge.refunded', () => {
    charge.refunded += amount
  })
  world.tell('refund.created', refundObject(world, refund))
  return refund
}

/** The bank sends a refund back, days later: the charge is as if nothing had been given back. One that failed stays so. */
export function failRefund(world: World, id: string): RefundRecord {
  const refund = recordOf(world.state.refunds, 'refund', id)
  if (refund.hasFailed) return refund
  const charge = recordOf(world.state.charges, 'charge', refund.charge)
  refund.hasFailed = true
  charge.refunded -= refund.amount
  for (const type of ['refund.failed', 'charge.refund.updated']) world.tell(type, refundObject(world, refund))
  return refund
}

/** The bank takes a charge back until the dispute is settled. Throws Stripe's 400 where one is open, or nothing was paid. */
export function disputeCharge(world: World, charge: ChargeRecord, reason: string): DisputeRecord {
  if (!charge.paid || charge.disputed) throw invalid(`Charge ${charge.id} can't be disputed.`, 'charge')
  const dispute: DisputeRecord = {
    id: newId('du', 24),
    created: world.now(),
    amount: charge.amount - charge.refunded,
    charge: charge.id,
    reason,
    status: 'needs_response',
    metadata: {},
  }
  world.state.disputes[dispute.id] = dispute
  changeCharge(world, charge, 'charge.updated', () => {
    charge.disputed = true
  })
  world.tell('charge.dispute.created', disputeObject(world, dispute))
  world.tell('charge.dispute.funds_withdrawn', disputeObject(world, dispute))
  return dispute
}

/** Settles a dispute for one side or the other; one that is settled stays as it is. */
export function closeDispute(world: World, id: string, outcome: 'won' | 'lost'): DisputeRecord {
  const dispute = recordOf(world.state.disputes, 'dispute', id)
  if (dispute.status === 'won' || dispute.status === 'lost') return dispute
  change(
    world,
    'charge.dispute.closed',
    () => disputeObject(world, dispute),
    () => {
      dispute.status = outcome
    },
  )
  if (outcome === 'won') world.tell('charge.dispute.funds_reinstated', disputeObject(world, dispute))
  return dispute
}
