import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import type { Env } from '#app/platform/env.ts'
import { dataFolder, makeDataFolder } from './data-folder.ts'

/** Where the app takes Stripe's events. */
const webhookPath = '/webhooks/stripe'
const monthly = 'price_stand_in_pro_monthly'
const yearly = 'price_stand_in_pro_yearly'

export type LocalPayments = {
  /** What points web and worker at it. */
  variables: Record<string, string>
  close(): Promise<void>
}

/**
 * What starts the stand-in of Stripe within this process, so that plans can be bought without an account; null where an account
 * is named, or the run is no local one. It is loaded from now on, beside whatever comes before it is started. What was bought is
 * remembered in the data folder.
 */
export function localPayments(
  given: Record<string, string | undefined>,
  env: Pick<Env, 'mode' | 'host' | 'port'>,
): (() => Promise<LocalPayments>) | null {
  const isLocal = env.mode === 'local' || env.mode === 'development'
  if (given.STRIPE_SECRET_KEY || !isLocal) return null
  const loading = import('./stripe/start.ts')
  return async () => open(dataFolder(given), env, await loading)
}

async function open(
  folder: string,
  { host, port }: Pick<Env, 'host' | 'port'>,
  { startStripeStandIn }: typeof import('./stripe/start.ts'),
): Promise<LocalPayments> {
  makeDataFolder(folder)
  const secretKey = `sk_test_${randomBytes(12).toString('hex')}`
  const webhookSecret = `whsec_${randomBytes(24).toString('hex')}`
  const pro = { product: 'Pro', currency: 'usd' }
  const standIn = await startStripeStandIn({
    port: 0,
    secretKey,
    webhookSecret,
    webhookUrl: `http://${host.includes(':') ? `[${host}]` : host}:${port}${webhookPath}`,
    prices: [
      { id: monthly, unitAmount: 1200, interval: 'month', ...pro },
      { id: yearly, unitAmount: 12_000, interval: 'year', ...pro },
    ],
    stateFile: join(folder, 'stripe-stand-in.json'),
    onFault: (sentence) => console.error(sentence),
  })
  return {
    variables: {
      STRIPE_SECRET_KEY: secretKey,
      STRIPE_WEBHOOK_SECRET: webhookSecret,
      STRIPE_API_BASE: standIn.url,
      STRIPE_STAND_IN: '1',
      STRIPE_PRICE_PRO_MONTHLY: monthly,
      STRIPE_PRICE_PRO_YEARLY: yearly,
    },
    close: standIn.close,
  }
}
