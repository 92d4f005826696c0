import { planMail } from '#app/features/billing/plan-mails.ts'
import { receiptMail } from '#app/features/billing/receipts.ts'
import { quotaMail } from '#app/features/mail/words/quota.ts'
import { exampleDay } from './example-day.ts'

const later = new Date('2027-01-10T08:05:00Z')
const nextMonth = new Date('2027-01-01T00:00:00Z')
const state = {
  subscriptionId: 'sub_example',
  status: 'active',
  plan: 'pro' as const,
  priceId: 'price_example',
  interval: 'month' as const,
  amountCents: 1200,
  monthlyCents: 1200,
  currency: 'usd',
  periodEnd: later,
  cancelAtPeriodEnd: false,
  trialEnd: exampleDay,
  heldSince: null,
}
const receipt = {
  number: 'THR-0042',
  amount_paid: 1200,
  currency: 'usd',
  hosted_invoice_url: 'https://invoice.stripe.com/i/example',
}

/** Of what is paid, and of what a plan holds. */
export const planExamples = (appUrl: string) => {
  const invoice = { id: 'in_example', amount_remaining: 1200, currency: 'usd' }
  const tell = (kind: Parameters<typeof planMail>[0]['kind'], now: typeof state = state) =>
    planMail({ kind, key: kind, invoice }, now, { appUrl, supportEmail: 'help@threadr.example' })
  const quota = { appUrl, of: 20, renewsAt: nextMonth, plan: 'Free', canUpgrade: true }
  const stopUrl = `${appUrl}/mail?by=example`
  return {
    'plan-began': tell('began', { ...state, status: 'trialing' }),
    'trial-ending': tell('trial-ends'),
    'payment-failed': tell('failed'),
    receipt: receiptMail(receipt, exampleDay, appUrl),
    'plan-ending': tell('ending'),
    'plan-ended': tell('ended'),
    'plan-held': tell('held'),
    'quota-80': quotaMail({ ...quota, used: 16, stopUrl }),
    'quota-100': quotaMail({ ...quota, used: 20, stopUrl }),
  }
}
