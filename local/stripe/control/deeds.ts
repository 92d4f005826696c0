import { z } from 'zod'
import { conductSchema } from '../pages/card-choice.ts'
import type { Control } from './control.ts'

type Deed = (control: Control, given: unknown) => unknown

const deed =
  <Schema extends z.ZodType>(
    schema: Schema,
    run: (control: Control, given: z.output<Schema>) => unknown,
  ): Deed =>
  (control, given) =>
    run(control, schema.parse(given))

const limited = {
  times: z.int().min(1).nullable().optional(),
  method: z.string().optional(),
  path: z.string().optional(),
}
const fault = z.discriminatedUnion('kind', [
  z.object({ ...limited, kind: z.enum(['close-before', 'close-after', 'hang']) }),
  z.object({ ...limited, kind: z.literal('rate-limit'), retryAfterSeconds: z.number().optional() }),
  z.object({ ...limited, kind: z.literal('error'), status: z.int().min(400).max(599) }),
  z.object({ ...limited, kind: z.literal('slow'), ms: z.number().min(0) }),
])
const delivery = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['normal', 'twice', 'reversed', 'none']) }),
  z.object({ kind: z.literal('late'), ms: z.number().min(0) }),
])

/** The deeds of the control by the names that they have in an address, each with what it takes. */
export const deeds: Record<string, Deed> = {
  advance: deed(z.object({ seconds: z.int().min(0) }), (control, { seconds }) => {
    control.advance(seconds)
    return { now: control.now() }
  }),
  renew: deed(z.object({ subscription: z.string() }), (control, { subscription }) => {
    control.renew(subscription)
    return { now: control.now() }
  }),
  'complete-checkout': deed(
    z.object({ session: z.string(), card: conductSchema.optional() }),
    (control, { session, card }) => control.completeCheckout(session, card),
  ),
  refund: deed(z.object({ of: z.string(), amount: z.int().optional() }), (control, { of, amount }) =>
    control.refund(of, amount),
  ),
  'fail-refund': deed(z.object({ refund: z.string() }), (control, { refund }) => control.failRefund(refund)),
  dispute: deed(z.object({ of: z.string(), reason: z.string().optional() }), (control, { of, reason }) =>
    control.dispute(of, reason),
  ),
  'close-dispute': deed(
    z.object({ dispute: z.string(), outcome: z.enum(['won', 'lost']) }),
    (control, { dispute, outcome }) => control.closeDispute(dispute, outcome),
  ),
  pause: deed(
    z.object({
      subscription: z.string(),
      behavior: z.enum(['void', 'keep_as_draft', 'mark_uncollectible']).nullable(),
    }),
    (control, { subscription, behavior }) => control.pause(subscription, behavior),
  ),
  'delete-customer': deed(z.object({ customer: z.string() }), (control, { customer }) =>
    control.deleteCustomer(customer),
  ),
  'after-retries': deed(z.object({ what: z.enum(['canceled', 'unpaid', 'past_due']) }), (control, { what }) =>
    control.afterRetries(what),
  ),
  'change-cards': deed(
    z.object({ customer: z.string(), card: conductSchema }),
    (control, { customer, card }) => control.changeCards(customer, card),
  ),
  fail: deed(fault, (control, given) => control.fail(given)),
  mend: (control) => control.mend(),
  deliver: deed(delivery, (control, given) => control.deliver(given)),
  redeliver: deed(z.object({ events: z.array(z.string()).optional() }), (control, { events }) =>
    control.redeliver(events),
  ),
  delivered: (control) => control.delivered(),
}
