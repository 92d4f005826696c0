import { z } from 'zod'
import { type StripeFacts, timeOf } from './stripe-facts.ts'

const invoiceSchema = z.object({
  id: z.string(),
  number: z.string().nullable(),
  /** Stripe's time of it. */
  at: z.iso.datetime(),
  /** In the currency's smallest unit, taxes and discounts included. */
  amountCents: z.number().int(),
  currency: z.string(),
  /** open, paid, void or uncollectible. */
  status: z.string(),
  /** Stripe's own page of it, where it can also be paid and saved; null for one that has none. */
  url: z.url({ protocol: /^https?$/ }).nullable(),
})
export type ListedInvoice = z.infer<typeof invoiceSchema>

/** Invoices as they were stored; what is no longer understood is left out. */
export const storedInvoices = (stored: unknown): ListedInvoice[] =>
  z.array(invoiceSchema).catch([]).parse(stored)

/** The invoices that have been made out, as they are stored. */
export const listedInvoices = ({ invoices }: Pick<StripeFacts, 'invoices'>): ListedInvoice[] =>
  invoices
    .filter(({ status }) => status !== 'draft' && status !== null)
    .map(({ id, number, created, total, currency, status, hosted_invoice_url: url }) => ({
      id,
      number,
      at: timeOf(created).toISOString(),
      amountCents: total,
      currency,
      status: status ?? 'open',
      url: url ?? null,
    }))
