import type Stripe from 'stripe'
import type { Wire } from './wire.ts'

/** The account that the stand-in plays. */
export const accountObject: Wire<Stripe.Account> = {
  id: 'acct_StandInOfStripe',
  object: 'account',
  business_profile: null,
  business_type: 'company',
  capabilities: { card_payments: 'active', transfers: 'active' },
  charges_enabled: true,
  country: 'US',
  default_currency: 'usd',
  details_submitted: true,
  email: 'stand-in@example.com',
  payouts_enabled: true,
  settings: null,
  type: 'standard',
}
