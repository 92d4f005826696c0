import type { PaymentSettings } from '#app/platform/payment-settings.ts'
import type { PlanName } from '#app/platform/plan-name.ts'
import type { Interval } from './plans.ts'

type Prices = Pick<PaymentSettings, 'proPrices'>

/** Stripe's price that Pro is sold at now. */
export const soldPrice = ({ proPrices }: Prices, interval: Interval): string => proPrices[interval][0]

/** What a price of Stripe's is for, be it sold now or before; null for one that isn't ours. */
export function planOfPrice({ proPrices }: Prices, priceId: string): PlanName | null {
  return proPrices.month.includes(priceId) || proPrices.year.includes(priceId) ? 'pro' : null
}
