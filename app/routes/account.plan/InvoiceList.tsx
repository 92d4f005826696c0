import type { ListedInvoice } from '#app/features/billing/invoices.ts'
import { money } from '#app/features/billing/money.ts'
import { dayInWords } from '#app/platform/day-in-words.ts'

const statusWords: Record<string, string> = {
  open: 'Not paid yet',
  paid: 'Paid',
  void: 'Cancelled',
  uncollectible: 'Given up',
}

export function InvoiceList({ invoices }: { invoices: ListedInvoice[] }) {
  return (
    <ul className="divide-y divide-hairline border-y border-hairline">
      {invoices.map(({ id, number, at, amountCents, currency, status, url }) => (
        <li
          key={id}
          className="flex flex-wrap items-baseline gap-x-4 gap-y-1 py-3 text-[0.9375rem] tabular-nums"
        >
          <time dateTime={at} className="min-w-40 font-medium">
            {dayInWords(new Date(at))}
          </time>
          <span className="min-w-20">{money(amountCents, currency)}</span>
          <span className={status === 'open' ? 'text-bad' : 'text-muted'}>
            {statusWords[status] ?? status}
          </span>
          {url !== null && (
            <a href={url} className="ml-auto text-accent underline" rel="noreferrer">
              Open invoice {number}
            </a>
          )}
        </li>
      ))}
    </ul>
  )
}
