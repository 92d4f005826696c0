import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import Stripe from 'stripe'
import { type StandInOptions, type StripeStandIn, startStripeStandIn } from '#local/stripe/start.ts'

export const standInPrices = [
  { id: 'price_pro_monthly', product: 'Pro', unitAmount: 1200, currency: 'usd', interval: 'month' as const },
  { id: 'price_pro_yearly', product: 'Pro', unitAmount: 12_000, currency: 'usd', interval: 'year' as const },
]

export type StandInWithReceiver = StripeStandIn & {
  stripe: Stripe
  /** The events that came with a signature that holds, in the order in which they came. */
  events: Stripe.Event[]
  /** The status of the next answers to events; 200 when there is none left. */
  answers: number[]
  /** The types of the events since the last call, once all have been delivered. */
  news(): Promise<string[]>
}

const secretKey = 'sk_test_of_the_tests'
const webhookSecret = 'whsec_of_the_tests'

/** The stand-in, the real SDK that talks to it, and a receiver of its events. */
export async function startWithReceiver(options: Partial<StandInOptions> = {}): Promise<StandInWithReceiver> {
  const events: Stripe.Event[] = []
  const answers: number[] = []
  let seen = 0
  const receiver = createServer(async (request, response) => {
    const body = await text(request)
    const status = answers.shift() ?? 200
    try {
      const event = stripe.webhooks.constructEvent(
        body,
        request.headers['stripe-signature'] ?? '',
        webhookSecret,
      )
      if (status === 200) events.push(event)
      response.writeHead(status).end()
    } catch {
      response.writeHead(400).end()
    }
  })
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve))
  const { port } = receiver.address() as AddressInfo
  const standIn = await startStripeStandIn({
    port: 0,
    secretKey,
    webhookSecret,
    webhookUrl: `http://127.0.0.1:${port}/`,
    prices: standInPrices,
    retryAfterMs: [5],
    onFault: (sentence) => console.error(sentence),
    ...options,
  })
  const { hostname, port: apiPort } = new URL(standIn.url)
  const stripe = new Stripe(secretKey, {
    host: hostname,
    port: apiPort,
    protocol: 'http',
    maxNetworkRetries: 0,
    telemetry: false,
  })
  return {
    ...standIn,
    stripe,
    events,
    answers,
    async news() {
      await standIn.control.delivered()
      const types = events.slice(seen).map(({ type }) => type)
      seen = events.length
      return types
    },
    async close() {
      await standIn.close()
      receiver.closeAllConnections()
      await new Promise((resolve) => receiver.close(resolve))
    },
  }
}

/** A customer who has bought a plan, through a checkout as the app makes them. */
export async function subscribed(
  standIn: StandInWithReceiver,
  { price = 'price_pro_monthly', trialDays }: { price?: string; trialDays?: number } = {},
  card: Parameters<StripeStandIn['control']['completeCheckout']>[1] = 'pays',
): Promise<{ customer: string; subscription: string }> {
  const { id: customer } = await standIn.stripe.customers.create({ email: 'ada@example.com' })
  const session = await standIn.stripe.checkout.sessions.create({
    mode: 'subscription',
    customer,
    line_items: [{ price, quantity: 1 }],
    success_url: 'http://localhost:3000/done?session={CHECKOUT_SESSION_ID}',
    ...(trialDays !== undefined && { subscription_data: { trial_period_days: trialDays } }),
  })
  const { subscription } = standIn.control.completeCheckout(session.id, card)
  if (subscription === null) throw new Error('The checkout made no subscription.')
  return { customer, subscription }
}
