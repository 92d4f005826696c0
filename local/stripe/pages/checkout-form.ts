import type { ServerResponse } from 'node:http'
import { z } from 'zod'
import { completeCheckout } from '../life/checkout.ts'
import { mayUseCode } from '../objects/discount.ts'
import type { CheckoutRecord } from '../records/session.ts'
import { StripeFault } from '../stripe-fault.ts'
import type { WorldInside } from '../world.ts'
import { conductSchema } from './card-choice.ts'
import { type CheckoutGiven, checkoutPage, emailOf } from './checkout-page.ts'
import { leadTo, sendPage, sentencePage } from './layout.ts'

const formSchema = z.discriminatedUnion('action', [
  z.object({ action: z.literal('pay'), card: conductSchema, email: z.string().trim().max(254).optional() }),
  z.object({ action: z.literal('pay-without-card'), email: z.string().trim().max(254).optional() }),
  z.object({ action: z.literal('code'), code: z.string().trim().max(200) }),
  z.object({ action: z.literal('remove-code') }),
])

/** Where a finished checkout leads. */
export const successUrl = (session: CheckoutRecord) =>
  session.successUrl.replaceAll('{CHECKOUT_SESSION_ID}', session.id)

/** Answers a form of the checkout page. The second click of two on Pay is answered like the first. */
export function answerCheckoutForm(
  world: WorldInside,
  session: CheckoutRecord,
  fields: URLSearchParams,
  response: ServerResponse,
) {
  const parsed = formSchema.safeParse(Object.fromEntries(fields))
  if (!parsed.success)
    return sendPage(
      response,
      sentencePage(400, 'Nothing was done', 'The form was not one of this page. Go back and send it again.'),
    )
  const again = (given: CheckoutGiven) => sendPage(response, checkoutPage(world, session, given))
  const form = parsed.data
  if (form.action === 'remove-code') {
    Object.assign(session, { coupon: null, promotionCode: null })
    return leadTo(response, `/checkout/${session.id}`)
  }
  if (form.action === 'code') {
    const code = Object.values(world.state.promotionCodes).find(
      (each) => each.code === form.code.toUpperCase() && mayUseCode(world, each, session.customer),
    )
    if (!code)
      return again({ fault: 'This code is not valid, or no longer.', field: 'code', code: form.code })
    if (session.allowsPromotionCodes) Object.assign(session, { coupon: code.coupon, promotionCode: code.id })
    return leadTo(response, `/checkout/${session.id}`)
  }
  const email = emailOf(world, session) ?? form.email ?? ''
  if (!/^[^@\s]+@[^@\s]+$/.test(email))
    return again({ fault: 'Enter an email address such as name@example.com.', field: 'email', email })
  try {
    const done = world.work({ id: null, key: null }, () =>
      completeCheckout(world, session.id, { conduct: form.action === 'pay' ? form.card : null, email }),
    )
    leadTo(response, successUrl(done))
  } catch (error) {
    if (!(error instanceof StripeFault) || error.type !== 'card_error') throw error
    again({ fault: `${error.message} Nothing has been charged: choose another card.`, field: 'card', email })
  }
}
