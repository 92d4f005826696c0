import type Stripe from 'stripe'
import type { MailWords } from '#app/features/mail/queue-mail.ts'
import { paths } from '#app/paths.ts'
import { dayInWords } from '#app/platform/day-in-words.ts'
import { days } from '#app/platform/durations.ts'
import { money } from './money.ts'
import { timeOf } from './stripe-facts.ts'

/** What was paid before is no news, such as to who paid before there were receipts. */
const newsFor = days(7)

type Said = Pick<Stripe.Invoice, 'number' | 'amount_paid' | 'currency' | 'hosted_invoice_url'>
type Paid = Said &
  Pick<Stripe.Invoice, 'id' | 'status'> & {
    status_transitions: Pick<Stripe.Invoice.StatusTransitions, 'paid_at'>
  }

/** The invoices that were paid lately and that nobody had a receipt of: `told` holds the keys of what they were told. */
export function receiptsDue(
  { invoices }: { invoices: readonly Paid[] },
  told: readonly string[],
  now: Date,
): { key: string; invoice: Paid; at: Date }[] {
  return invoices.flatMap((invoice) => {
    const { paid_at: paidAt } = invoice.status_transitions
    if (invoice.status !== 'paid' || invoice.amount_paid <= 0 || paidAt === null) return []
    const key = `receipt:${invoice.id}`
    const at = timeOf(paidAt)
    const isNews = now.getTime() - at.getTime() < newsFor && !told.includes(key)
    return isNews ? [{ key, invoice, at }] : []
  })
}

/** Says what was paid, and where Stripe's own page of it is. */
export function receiptMail(invoice: Said, at: Date, appUrl: string): MailWords {
  const paid = money(invoice.amount_paid, invoice.currency)
  const plan = { label: 'Open your plan', url: appUrl + paths.plan() }
  const page = invoice.hosted_invoice_url
  return {
    template: 'receipt',
    subject: `Your receipt: ${paid} for Threadr`,
    paragraphs: [
      `You paid ${paid} for Threadr on ${dayInWords(at)}.${invoice.number === null ? '' : ` The invoice is ${invoice.number}.`}`,
    ],
    action: page ? { label: 'See the invoice', url: page } : plan,
    links: page ? [plan] : [],
  }
}
