import type { PaymentSettings } from '#app/platform/payment-settings.ts'

/** Where the pages are that people pay on and manage what they bought. */
export function payingOrigins(settings: Pick<PaymentSettings, 'apiBase'> | null): string[] {
  if (!settings) return []
  return settings.apiBase === undefined
    ? ['https://checkout.stripe.com', 'https://billing.stripe.com']
    : [new URL(settings.apiBase).origin]
}
