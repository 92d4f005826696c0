import { eventObject } from '#local/stripe/objects/event.ts'
import { type StripeStandIn, startStripeStandIn } from '#local/stripe/start.ts'
import { signatureHeader } from '#local/stripe/webhooks/sign.ts'
import { standInPrices } from './stripe-stand-in.ts'

export const webhookSecret = 'whsec_of_the_tests'

/** What points an environment at a stand-in. */
export const standInVariables = (standIn: Pick<StripeStandIn, 'url'>) => ({
  STRIPE_SECRET_KEY: 'sk_test_of_the_tests',
  STRIPE_WEBHOOK_SECRET: webhookSecret,
  STRIPE_API_BASE: standIn.url,
  STRIPE_STAND_IN: '1',
  STRIPE_PRICE_PRO_MONTHLY: 'price_pro_monthly',
  STRIPE_PRICE_PRO_YEARLY: 'price_pro_yearly',
})

/** A stand-in whose events go nowhere by themselves: tests send them. */
export const startQuietStandIn = () =>
  startStripeStandIn({
    port: 0,
    secretKey: 'sk_test_of_the_tests',
    webhookSecret,
    webhookUrl: 'http://127.0.0.1:9/',
    prices: standInPrices,
    retryAfterMs: [3_600_000],
  })

/** The events of a customer that the stand-in has told since the last call, as they are sent. */
export function eventsOf(standIn: StripeStandIn, customer: string) {
  const { events } = standIn.control.state
  const mine = Object.values(events).filter((event) => {
    const object: { id?: unknown; customer?: unknown; charge?: unknown } = event.object
    const charge =
      typeof object.charge === 'string' ? standIn.control.state.charges[object.charge] : undefined
    return [object.id, object.customer, charge?.customer].includes(customer)
  })
  return mine.map(eventObject)
}

type How = {
  secret?: string
  /** In seconds; below 0 for one from the future. */
  age?: number
  tamper?: boolean
  unsigned?: boolean
  livemode?: boolean
  account?: string
  padding?: number
  nonsense?: boolean
  /** Sent in its place, signed all the same. */
  text?: string
}

/** An event as it comes to the webhook's route. */
export function signedEvent(event: object, how: How = {}): Request {
  const {
    secret = webhookSecret,
    age = 0,
    tamper = false,
    unsigned = false,
    padding = 0,
    nonsense = false,
  } = how
  const json = JSON.stringify(
    nonsense
      ? { hello: 'world' }
      : {
          ...event,
          ...(how.livemode !== undefined && { livemode: how.livemode }),
          ...(how.account !== undefined && { account: how.account }),
          ...(padding > 0 && { padding: 'x'.repeat(padding) }),
        },
  )
  const body = how.text ?? json
  const seconds = Math.floor(Date.now() / 1000) - age
  const headers = new Headers(
    unsigned ? {} : { 'Stripe-Signature': signatureHeader(body, [secret], seconds) },
  )
  return new Request('http://localhost:3000/webhooks/stripe', {
    method: 'POST',
    headers,
    body: tamper ? body.replace('"type":"', '"type":"x') : body,
  })
}
