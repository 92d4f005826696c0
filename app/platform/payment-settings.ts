import { z } from 'zod'
import { optional, webAddress, withDefault, zeroOrOne } from './env-values.ts'

export const paymentFields = {
  STRIPE_SECRET_KEY: optional(z.string().regex(/^(sk|rk)_/, 'has to begin with sk_ or rk_')),
  /** One, or two parted by a comma while the second takes the first one's place. */
  STRIPE_WEBHOOK_SECRET: optional(z.string()),
  /** For a stand-in of Stripe. */
  STRIPE_API_BASE: optional(webAddress),
  STRIPE_STAND_IN: withDefault(zeroOrOne, '0'),
  /** What Pro is sold at, and after a comma what it was sold at before, which those who pay that keep. */
  STRIPE_PRICE_PRO_MONTHLY: optional(z.string()),
  STRIPE_PRICE_PRO_YEARLY: optional(z.string()),
}
type Fields = z.output<z.ZodObject<typeof paymentFields>>

/** The payment provider that is set; null where nothing can be bought. */
export type PaymentSettings = {
  secretKey: string
  /** All are tried. */
  webhookSecrets: string[]
  apiBase: string | undefined
  /** Whether it only plays Stripe, so that no money moves; pages say so. */
  isStandIn: boolean
  /** Whether money moves: events of the other kind are none of ours. */
  isLive: boolean
  /** Stripe's prices of the plan Pro; the first of each is sold. */
  proPrices: { month: [string, ...string[]]; year: [string, ...string[]] }
}

const list = (value: string | undefined) =>
  (value ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')

/** The payment provider that is set; refuses one that is set by half, and a stand-in where people pay. */
export function choosePayments(
  env: Fields & { THREADR_ENV: string },
  refuse: (name: string, message: string) => void,
): PaymentSettings | null {
  const { STRIPE_SECRET_KEY: secretKey, STRIPE_API_BASE: apiBase } = env
  const needed = ['STRIPE_WEBHOOK_SECRET', 'STRIPE_PRICE_PRO_MONTHLY', 'STRIPE_PRICE_PRO_YEARLY'] as const
  if (secretKey === undefined) {
    for (const name of needed)
      if (env[name] !== undefined)
        refuse('STRIPE_SECRET_KEY', `is not set: ${name} needs the key that Stripe is asked with`)
    return null
  }
  for (const name of needed)
    if (list(env[name]).length === 0)
      refuse(name, 'is not set: with STRIPE_SECRET_KEY, plans are sold, and that needs it')
  const isStandIn = env.STRIPE_STAND_IN === '1'
  if (isStandIn && env.THREADR_ENV === 'production')
    refuse('STRIPE_STAND_IN', 'is for trying things out: in production people pay')
  const [month, ...olderMonths] = list(env.STRIPE_PRICE_PRO_MONTHLY)
  const [year, ...olderYears] = list(env.STRIPE_PRICE_PRO_YEARLY)
  if (month === undefined || year === undefined) return null
  return {
    secretKey,
    webhookSecrets: list(env.STRIPE_WEBHOOK_SECRET),
    apiBase,
    isStandIn,
    isLive: /^(sk|rk)_live_/.test(secretKey),
    proPrices: { month: [month, ...olderMonths], year: [year, ...olderYears] },
  }
}
