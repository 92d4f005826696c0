import type Stripe from 'stripe'
import { recordOf } from '../read.ts'
import type { DisputeRecord } from '../records/money.ts'
import type { World } from '../world.ts'
import type { Wire } from './wire.ts'

const day = 86_400

/** A dispute as Stripe tells it; of the evidence that a business can hand in, nothing is kept here. */
export type DisputeObject = Omit<Wire<Stripe.Dispute>, 'evidence'> & { evidence: Record<string, null> }

export function disputeObject(world: World, dispute: DisputeRecord): DisputeObject {
  const charge = recordOf(world.state.charges, 'charge', dispute.charge)
  return {
    id: dispute.id,
    object: 'dispute',
    amount: dispute.amount,
    balance_transactions: [],
    charge: charge.id,
    created: dispute.created,
    currency: charge.currency,
    enhanced_eligibility_types: [],
    evidence: {},
    evidence_details: {
      due_by: dispute.created + 7 * day,
      enhanced_eligibility: {},
      has_evidence: false,
      past_due: false,
      submission_count: 0,
      submission_method: 'not_submitted',
    },
    intended_submission_method: null,
    is_charge_refundable: false,
    livemode: false,
    metadata: dispute.metadata,
    payment_intent: charge.intent,
    reason: dispute.reason,
    status: dispute.status,
  }
}
