import { z } from 'zod'
import { cancelAtPeriodEnd, cancelNow } from '../life/cancel.ts'
import { changePrice } from '../life/change-price.ts'
import { changeSubscription, isOver } from '../life/change-subscription.ts'
import { endPeriod } from '../life/renew.ts'
import { subscriptionObject } from '../objects/subscription.ts'
import { offeredPriceOf, recordOf } from '../read.ts'
import type { SubscriptionRecord } from '../records/subscription.ts'
import { invalid } from '../stripe-fault.ts'
import type { World } from '../world.ts'
import { listFields, pageOf } from './list.ts'
import {
  clearable,
  expand,
  flag,
  ignoring,
  mergedMetadata,
  metadata,
  parse,
  text,
  whole,
} from './parameters.ts'
import { get, post, type Route, remove } from './route.ts'

const cancellation = z
  .strictObject({
    comment: clearable.optional(),
    feedback: clearable.optional(),
    ...ignoring(['feedback_option']),
  })
  .optional()

const updated = z.strictObject({
  cancel_at_period_end: flag.optional(),
  cancel_at: z.union([z.literal('').transform(() => null), whole]).optional(),
  cancellation_details: cancellation,
  items: z
    .array(
      z.strictObject({
        id: text.optional(),
        price: text.optional(),
        quantity: z.literal('1').optional(),
        ...ignoring(['metadata']),
      }),
    )
    .length(1, 'the stand-in sells one price at a time')
    .optional(),
  proration_behavior: z.enum(['create_prorations', 'always_invoice', 'none']).optional(),
  payment_behavior: z.enum(['allow_incomplete', 'error_if_incomplete']).optional(),
  pause_collection: z
    .union([
      z.literal('').transform(() => null),
      z
        .strictObject({
          behavior: z.enum(['keep_as_draft', 'mark_uncollectible', 'void']),
          resumes_at: whole.optional(),
        })
        .transform(({ behavior, resumes_at }) => ({ behavior, resumesAt: resumes_at ?? null })),
    ])
    .optional(),
  default_payment_method: text.optional(),
  description: clearable.optional(),
  metadata: metadata.optional(),
  trial_end: z.union([z.literal('now'), whole]).optional(),
  expand,
  ...ignoring([
    'automatic_tax',
    'off_session',
    'payment_settings',
    'trial_settings',
    'proration_date',
    'billing_cycle_anchor',
  ]),
})

function update(world: World, sub: SubscriptionRecord, asked: z.output<typeof updated>): void {
  if (
    isOver(sub) &&
    Object.keys(asked).some((name) => !['metadata', 'expand', 'cancellation_details'].includes(name))
  )
    throw invalid(
      'A canceled subscription can only update its cancellation_details and metadata.',
      undefined,
      'invalid_canceled_subscription_fields',
    )
  const item = asked.items?.[0]
  if (item?.id !== undefined && item.id !== sub.item)
    throw invalid(`Subscription item ${item.id} does not belong to subscription ${sub.id}.`, 'items[0][id]')
  if (item?.price !== undefined && item.id === undefined)
    throw invalid('The stand-in sells one price at a time: name the item with items[0][id].', 'items[0][id]')
  if (item?.price !== undefined) {
    offeredPriceOf(world, item.price, 'items[0][price]')
    changePrice(world, sub, {
      price: item.price,
      proration: asked.proration_behavior ?? 'create_prorations',
      whenDeclined: asked.payment_behavior === 'error_if_incomplete' ? 'refuse' : 'past-due',
      ownerIsThere: false,
    })
  }
  if (asked.cancel_at_period_end !== undefined) cancelAtPeriodEnd(world, sub, asked.cancel_at_period_end)
  if (asked.default_payment_method !== undefined)
    recordOf(world.state.cards, 'PaymentMethod', asked.default_payment_method, 'default_payment_method')
  changeSubscription(world, sub, () => {
    const { comment, feedback } = asked.cancellation_details ?? {}
    if (comment !== undefined) sub.cancellation.comment = comment
    if (feedback !== undefined) sub.cancellation.feedback = feedback
    if (asked.pause_collection !== undefined) sub.pause = asked.pause_collection
    if (asked.cancel_at !== undefined) {
      sub.cancelAt = asked.cancel_at
      sub.canceledAt = asked.cancel_at === null ? null : world.now()
    }
    if (asked.default_payment_method !== undefined) sub.card = asked.default_payment_method
    if (asked.description !== undefined) sub.description = asked.description
    if (asked.trial_end !== undefined && sub.status === 'trialing') {
      sub.trialEnd = asked.trial_end === 'now' ? world.now() : asked.trial_end
      sub.periodEnd = sub.trialEnd
      sub.anchor = sub.trialEnd
    }
    sub.metadata = mergedMetadata(sub.metadata, asked.metadata)
  })
  if (asked.trial_end === 'now' && sub.status === 'trialing') endPeriod(world, sub)
}

const listed = z.strictObject({
  ...listFields,
  customer: text.optional(),
  price: text.optional(),
  status: z
    .enum([
      'active',
      'all',
      'canceled',
      'ended',
      'incomplete',
      'incomplete_expired',
      'past_due',
      'paused',
      'trialing',
      'unpaid',
    ])
    .optional(),
})

function isListed(sub: SubscriptionRecord, { customer, price, status }: z.output<typeof listed>): boolean {
  if (customer !== undefined && sub.customer !== customer) return false
  if (price !== undefined && sub.price !== price) return false
  if (status === 'all') return true
  if (status === undefined) return sub.status !== 'canceled'
  return status === 'ended' ? isOver(sub) : sub.status === status
}

export const subscriptionRoutes: Route[] = [
  get('/v1/subscriptions', ({ world, parameters, path }) => {
    const asked = parse(listed, parameters)
    const all = Object.values(world.state.subscriptions).filter((sub) => isListed(sub, asked))
    return pageOf(path, asked, all, (sub) => subscriptionObject(world, sub))
  }),
  get('/v1/subscriptions/:id', ({ world, id }) =>
    subscriptionObject(world, recordOf(world.state.subscriptions, 'subscription', id)),
  ),
  post('/v1/subscriptions/:id', ({ world, id, parameters }) => {
    const sub = recordOf(world.state.subscriptions, 'subscription', id)
    update(world, sub, parse(updated, parameters))
    return subscriptionObject(world, sub)
  }),
  remove('/v1/subscriptions/:id', ({ world, id, parameters }) => {
    const sub = recordOf(world.state.subscriptions, 'subscription', id)
    const asked = parse(
      z.strictObject({
        prorate: flag.optional(),
        invoice_now: flag.optional(),
        cancellation_details: cancellation,
        expand,
      }),
      parameters,
    )
    const { comment, feedback } = asked.cancellation_details ?? {}
    if (comment !== undefined) sub.cancellation.comment = comment
    if (feedback !== undefined) sub.cancellation.feedback = feedback
    cancelNow(world, sub, { prorate: asked.prorate ?? false, invoiceNow: asked.invoice_now ?? false })
    return subscriptionObject(world, sub)
  }),
]
