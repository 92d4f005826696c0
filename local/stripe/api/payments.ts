import { z } from 'zod'
import { closeDispute, refundCharge } from '../life/give-back.ts'
import { disputeObject } from '../objects/dispute.ts'
import { chargeObject, intentObject, refundObject } from '../objects/payment.ts'
import { recordOf } from '../read.ts'
import type { ChargeRecord } from '../records/money.ts'
import { invalid } from '../stripe-fault.ts'
import type { World } from '../world.ts'
import { isAsked, listing } from './list.ts'
import { expand, ignoring, mergedMetadata, metadata, parse, takeNone, text, whole } from './parameters.ts'
import { get, post, type Route } from './route.ts'

const refundAsked = z.strictObject({
  charge: text.optional(),
  payment_intent: text.optional(),
  amount: whole.refine((amount) => amount > 0, 'has to be above 0').optional(),
  reason: z.enum(['duplicate', 'fraudulent', 'requested_by_customer']).optional(),
  metadata: metadata.optional(),
  expand,
})

function chargeAsked(world: World, asked: z.output<typeof refundAsked>): ChargeRecord {
  if (asked.charge !== undefined) return recordOf(world.state.charges, 'charge', asked.charge, 'charge')
  if (asked.payment_intent === undefined)
    throw invalid(
      'One of the following params should be provided for this request: payment_intent or charge.',
    )
  const intent = recordOf(world.state.intents, 'payment_intent', asked.payment_intent, 'payment_intent')
  if (intent.latestCharge === null) throw invalid('This PaymentIntent has no charge.', 'payment_intent')
  return recordOf(world.state.charges, 'charge', intent.latestCharge)
}

const ofCharge = { charge: text.optional(), payment_intent: text.optional() }

const isOfCharge = (
  world: World,
  { charge }: { charge: string },
  asked: z.output<z.ZodObject<typeof ofCharge>>,
) => isAsked(asked.charge, charge) && isAsked(asked.payment_intent, world.state.charges[charge]?.intent)

export const paymentRoutes: Route[] = [
  listing(
    '/v1/charges',
    { customer: text.optional(), payment_intent: text.optional() },
    (world, asked) =>
      Object.values(world.state.charges).filter(
        ({ customer, intent }) =>
          isAsked<string | null>(asked.customer, customer) && isAsked(asked.payment_intent, intent),
      ),
    chargeObject,
  ),
  get('/v1/charges/:id', ({ world, id }) => chargeObject(world, recordOf(world.state.charges, 'charge', id))),
  listing(
    '/v1/payment_intents',
    { customer: text.optional() },
    (world, asked) =>
      Object.values(world.state.intents).filter(({ customer }) =>
        isAsked<string | null>(asked.customer, customer),
      ),
    intentObject,
  ),
  get('/v1/payment_intents/:id', ({ world, id }) =>
    intentObject(world, recordOf(world.state.intents, 'payment_intent', id)),
  ),
  post('/v1/refunds', ({ world, parameters }) => {
    const asked = parse(refundAsked, parameters)
    const refund = refundCharge(world, chargeAsked(world, asked), {
      amount: asked.amount ?? null,
      reason: asked.reason ?? null,
      metadata: mergedMetadata({}, asked.metadata),
    })
    return refundObject(world, refund)
  }),
  listing(
    '/v1/refunds',
    ofCharge,
    (world, asked) => Object.values(world.state.refunds).filter((each) => isOfCharge(world, each, asked)),
    refundObject,
  ),
  get('/v1/refunds/:id', ({ world, id }) => refundObject(world, recordOf(world.state.refunds, 'refund', id))),
  listing(
    '/v1/disputes',
    ofCharge,
    (world, asked) => Object.values(world.state.disputes).filter((each) => isOfCharge(world, each, asked)),
    disputeObject,
  ),
  get('/v1/disputes/:id', ({ world, id }) =>
    disputeObject(world, recordOf(world.state.disputes, 'dispute', id)),
  ),
  post('/v1/disputes/:id', ({ world, id, parameters }) => {
    const dispute = recordOf(world.state.disputes, 'dispute', id)
    const asked = parse(
      z.strictObject({ metadata: metadata.optional(), expand, ...ignoring(['evidence', 'submit']) }),
      parameters,
    )
    dispute.metadata = mergedMetadata(dispute.metadata, asked.metadata)
    return disputeObject(world, dispute)
  }),
  post('/v1/disputes/:id/close', ({ world, id, parameters }) => {
    takeNone(parameters)
    return disputeObject(world, closeDispute(world, id, 'lost'))
  }),
]
