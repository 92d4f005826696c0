import { subtotalOf, totalOf } from '../objects/invoice.ts'
import type { InvoiceRecord } from '../records/money.ts'
import { html } from './html.ts'
import type { Page } from './layout.ts'
import { dateWords, money } from './words.ts'

/** An invoice to read or print. */
export function invoicePage(invoice: InvoiceRecord): Page {
  const { currency } = invoice
  const rows = invoice.lines.map(
    (
      line,
    ) => html`<dt>${line.description}<br>${dateWords(line.periodStart)} to ${dateWords(line.periodEnd)}</dt>
<dd>${money(line.amount, currency)}</dd>`,
  )
  const fromBalance = totalOf(invoice) - invoice.amountDue
  const title = `Invoice ${invoice.number ?? '(draft)'}`
  return {
    status: 200,
    title,
    leadsTo: [],
    content: html`<h1>${title}</h1>
<section class="card stack" aria-label="${title}">
<p>${dateWords(invoice.created)}, for ${invoice.customerName ?? invoice.customerEmail ?? 'a customer'}. ${statusWords[invoice.status]}</p>
<dl>${rows}
${invoice.discountAmount > 0 && html`<dt>Subtotal</dt><dd>${money(subtotalOf(invoice), currency)}</dd><dt>Discount</dt><dd>${money(-invoice.discountAmount, currency)}</dd>`}
${fromBalance !== 0 && html`<dt>Credit on the account</dt><dd>${money(-fromBalance, currency)}</dd>`}
<dt class="total">Amount due</dt><dd class="total">${money(invoice.amountDue, currency)}</dd></dl>
</section>`,
  }
}

export const statusWords = {
  draft: 'Not final yet.',
  open: 'Not paid yet.',
  paid: 'Paid.',
  uncollectible: 'Given up.',
  void: 'Void.',
} as const satisfies Record<InvoiceRecord['status'], string>
