import type Stripe from 'stripe'
import { recordOf } from '../read.ts'
import type { ChargeRecord, IntentRecord, RefundRecord } from '../records/money.ts'
import { declined } from '../stripe-fault.ts'
import type { World } from '../world.ts'
import { billingDetails, expiryYear } from './customer.ts'
import type { Wire } from './wire.ts'

export function chargeObject(world: World, charge: ChargeRecord): Wire<Stripe.Charge> {
  const card = recordOf(world.state.cards, 'PaymentMethod', charge.card)
  const { declineCode } = charge
  return {
    id: charge.id,
    object: 'charge',
    amount: charge.amount,
    amount_captured: charge.paid ? charge.amount : 0,
    amount_refunded: charge.refunded,
    application: null,
    application_fee: null,
    application_fee_amount: null,
    balance_transaction: charge.paid ? charge.id.replace('ch_', 'txn_') : null,
    billing_details: billingDetails(world, charge.customer),
    calculated_statement_descriptor: 'THREADR TEST',
    captured: charge.paid,
    created: charge.created,
    currency: charge.currency,
    customer: charge.customer,
    description: charge.description,
    disputed: charge.disputed,
    failure_balance_transaction: null,
    failure_code: charge.paid ? null : 'card_declined',
    failure_message: declineCode === null ? null : declined(declineCode).message,
    fraud_details: {},
    livemode: false,
    metadata: {},
    on_behalf_of: null,
    outcome: {
      advice_code: null,
      network_advice_code: null,
      network_decline_code: null,
      network_status: charge.paid ? 'approved_by_network' : 'declined_by_network',
      reason: declineCode,
      risk_level: 'normal',
      seller_message: charge.paid ? 'Payment complete.' : 'The bank declined the payment.',
      type: charge.paid ? 'authorized' : 'issuer_declined',
    },
    paid: charge.paid,
    payment_intent: charge.intent,
    payment_method: charge.card,
    payment_method_details: {
      card: {
        amount_authorized: charge.paid ? charge.amount : null,
        authorization_code: null,
        brand: 'visa',
        checks: { address_line1_check: null, address_postal_code_check: null, cvc_check: 'pass' },
        country: 'US',
        electronic_commerce_indicator: null,
        exp_month: 12,
        exp_year: expiryYear(card),
        funding: 'credit',
        installments: null,
        last4: card.last4,
        mandate: null,
        network: 'visa',
        network_transaction_id: null,
        regulated_status: 'unregulated',
        three_d_secure: null,
        transaction_link_id: null,
        wallet: null,
      },
      type: 'card',
    },
    receipt_email: null,
    receipt_number: null,
    receipt_url: null,
    refunded: charge.paid && charge.refunded === charge.amount,
    review: null,
    shipping: null,
    source: null,
    source_transfer: null,
    statement_descriptor: null,
    statement_descriptor_suffix: null,
    status: charge.paid ? 'succeeded' : 'failed',
    transfer_data: null,
    transfer_group: null,
  }
}

export function intentObject(world: World, intent: IntentRecord): Wire<Stripe.PaymentIntent> {
  const charge = intent.latestCharge === null ? undefined : world.state.charges[intent.latestCharge]
  const isOpen = intent.status === 'requires_payment_method'
  return {
    id: intent.id,
    object: 'payment_intent',
    allowed_payment_method_types: null,
    amount: intent.amount,
    amount_capturable: 0,
    amount_received: intent.status === 'succeeded' ? intent.amount : 0,
    application: null,
    application_fee_amount: null,
    automatic_payment_methods: null,
    canceled_at: null,
    cancellation_reason: intent.status === 'canceled' ? 'void_invoice' : null,
    capture_method: 'automatic',
    client_secret: `${intent.id}_secret_stand_in`,
    confirmation_method: 'automatic',
    created: intent.created,
    currency: intent.currency,
    customer: intent.customer,
    customer_account: null,
    description: intent.description,
    excluded_payment_method_types: null,
    last_payment_error:
      charge?.declineCode && isOpen
        ? {
            charge: charge.id,
            code: 'card_declined',
            decline_code: charge.declineCode,
            message: declined(charge.declineCode).message,
            type: 'card_error',
          }
        : null,
    latest_charge: intent.latestCharge,
    livemode: false,
    managed_payments: null,
    metadata: {},
    next_action: null,
    on_behalf_of: null,
    payment_method: isOpen ? null : intent.card,
    payment_method_configuration_details: null,
    payment_method_options: null,
    payment_method_types: ['card'],
    payment_record: null,
    processing: null,
    receipt_email: null,
    review: null,
    setup_future_usage: 'off_session',
    shipping: null,
    source: null,
    statement_descriptor: null,
    statement_descriptor_suffix: null,
    status: intent.status,
    transfer_group: null,
  }
}

export function refundObject(world: World, refund: RefundRecord): Wire<Stripe.Refund> {
  const charge = recordOf(world.state.charges, 'charge', refund.charge)
  return {
    id: refund.id,
    object: 'refund',
    amount: refund.amount,
    balance_transaction: refund.id.replace('re_', 'txn_'),
    charge: charge.id,
    created: refund.created,
    currency: charge.currency,
    customer: charge.customer,
    customer_account: null,
    destination_details: { card: { type: 'refund' }, type: 'card' },
    ...(refund.hasFailed && {
      failure_balance_transaction: refund.id.replace('re_', 'txn_failed_'),
      failure_reason: 'lost_or_stolen_card',
    }),
    metadata: refund.metadata,
    payment_intent: charge.intent,
    payment_method: charge.card,
    reason: refund.reason,
    receipt_number: null,
    source_transfer_reversal: null,
    status: refund.hasFailed ? 'failed' : 'succeeded',
    transfer_reversal: null,
  }
}
