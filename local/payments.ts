import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import type { Env } from '#app/platform/env.ts'
import { dataFolder, makeDataFolder } from './data-folder.ts'
import { listen } from './stripe/listen.ts'
import type { MadeStandIn } from './stripe/make.ts'

/** Where the app takes Stripe's events. */
const webhookPath = '/webhooks/stripe'
const monthly = 'price_stand_in_pro_monthly'
const yearly = 'price_stand_in_pro_yearly'

export type LocalPayments = {
  /** What points web and worker at it. */
  variables: Record<string, string>
  /** Loads it now, where no request has yet: its clock runs from then on, and the events that were left over leave. */
  wake(): Promise<void>
  close(): Promise<void>
}

/**
 * Offers a stand-in of Stripe within this process, so that plans can be bought without an account; null where an account is
 * named, or the run is no local one. What was bought is remembered in the data folder. It listens at once, and is loaded with
 * the first request or when it is woken, so that nobody waits for it at the start.
 */
export async function openLocalPayments(
  given: Record<string, string | undefined>,
  { mode, host, port }: Pick<Env, 'mode' | 'host' | 'port'>,
): Promise<LocalPayments | null> {
  if (given.STRIPE_SECRET_KEY || (mode !== 'local' && mode !== 'development')) return null
  const folder = dataFolder(given)
  makeDataFolder(folder)
  const secretKey = `sk_test_${randomBytes(12).toString('hex')}`
  const webhookSecret = `whsec_${randomBytes(24).toString('hex')}`
  const pro = { product: 'Pro', currency: 'usd' }

  let loading: Promise<MadeStandIn> | null = null
  async function load(): Promise<MadeStandIn> {
    const { makeStripeStandIn } = await import('./stripe/make.ts')
    return makeStripeStandIn({
      url: server.url,
      secretKey,
      webhookSecret,
      webhookUrl: `http://${host.includes(':') ? `[${host}]` : host}:${port}${webhookPath}`,
      prices: [
        { id: monthly, unitAmount: 1200, interval: 'month', ...pro },
        { id: yearly, unitAmount: 12_000, interval: 'year', ...pro },
      ],
      promotionCodes: [{ code: 'WELCOME20', percentOff: 20 }],
      stateFile: join(folder, 'stripe-stand-in.json'),
      onFault: (sentence) => console.error(sentence),
    })
  }
  const loaded = () => {
    loading ??= load()
    return loading
  }
  const server = await listen(0, (request, response) => {
    loaded().then(
      ({ handle }) => handle(request, response),
      () => response.destroy(),
    )
  })
  return {
    variables: {
      STRIPE_SECRET_KEY: secretKey,
      STRIPE_WEBHOOK_SECRET: webhookSecret,
      STRIPE_API_BASE: server.url,
      STRIPE_STAND_IN: '1',
      STRIPE_PRICE_PRO_MONTHLY: monthly,
      STRIPE_PRICE_PRO_YEARLY: yearly,
    },
    wake: () =>
      loaded().then(
        () => {},
        (error) => console.error(`The stand-in of Stripe can’t run, so no plan can be bought: ${error}`),
      ),
    async close() {
      await loading?.then((made) => made.close()).catch(() => {})
      await server.close()
    },
  }
}
