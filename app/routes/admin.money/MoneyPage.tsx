import { money } from '#app/features/billing/money.ts'
import type { MoneyOfCurrency } from '#app/features/billing/read-money.ts'
import { Bars } from '#app/ui/Bars.tsx'
import { Notice } from '#app/ui/Notice.tsx'
import { AdminFrame } from '#app/ui/shell/AdminFrame.tsx'
import { MoneyTable } from './MoneyTable.tsx'
import { differenceInWords, monthInWords } from './money-words.ts'

export function MoneyPage({ currencies }: { currencies: MoneyOfCurrency[] }) {
  return (
    <AdminFrame isAdmin title="Money">
      {currencies.length === 0 && (
        <p className="border-t border-hairline py-10 font-serif text-2xl font-medium">
          Nobody has paid anything yet
        </p>
      )}
      {currencies.map((each) => (
        <InCurrency key={each.currency} {...each} />
      ))}
      <div className="max-w-reading space-y-3 border-t border-hairline pt-6 text-[0.9375rem] text-muted">
        <p>
          Monthly revenue counts each subscription from its first payment on, at its price before discounts
          and taxes, while it is active or being collected once more. A trial counts nothing until it is paid.
          A year counts a twelfth a month, rounded to the nearest cent, each subscription by itself.
        </p>
        <p>
          A change counts in the month in which Threadr heard of it from Stripe, a payment in that in which
          Stripe took it. Months are in UTC.
        </p>
      </div>
    </AdminFrame>
  )
}

function InCurrency({ currency, months, bySubscriptions, differences }: MoneyOfCurrency) {
  const last = months.at(-1)
  return (
    <section aria-labelledby={`in-${currency}`} className="mb-12">
      <h2 id={`in-${currency}`} className="mb-4 font-serif text-2xl font-medium">
        In {currency.toUpperCase()}
      </h2>
      <div className="mb-6">
        <Sums differences={differences} currency={currency} />
      </div>
      <Bars
        bars={months.map(({ month, end }) => ({
          key: month,
          value: end,
          words: `${monthInWords(month)}: ${money(end, currency)}`,
        }))}
        caption={`Monthly revenue at each month’s end. Now: ${money(last?.end ?? 0, currency)} by the changes, ${money(bySubscriptions, currency)} by the subscriptions as they stand.`}
      />
      <MoneyTable
        caption="Monthly revenue"
        currency={currency}
        months={months}
        columns={[
          { name: 'Start', of: ({ start }) => start },
          { name: 'New', of: (month) => month.new },
          { name: 'Expansion', of: ({ expansion }) => expansion },
          { name: 'Reactivated', of: ({ reactivated }) => reactivated },
          { name: 'Contraction', of: ({ contraction }) => -contraction },
          { name: 'Churned', of: ({ churned }) => -churned },
        ]}
        sums={[
          { name: 'Makes', of: ({ endByChanges }) => endByChanges },
          { name: 'At its end', of: ({ end }) => end },
        ]}
      />
      <MoneyTable
        caption="Money that came and went"
        currency={currency}
        months={months}
        columns={[
          { name: 'Received', of: ({ received }) => received },
          { name: 'Refunded', of: ({ refunded }) => -refunded },
          { name: 'Disputed', of: ({ disputed }) => -disputed },
        ]}
        sums={[
          { name: 'Makes', of: ({ ledgerByKinds }) => ledgerByKinds },
          { name: 'Ledger', of: ({ ledger }) => ledger },
        ]}
      />
    </section>
  )
}

function Sums({ differences, currency }: Pick<MoneyOfCurrency, 'differences' | 'currency'>) {
  if (differences.length === 0)
    return (
      <Notice title="The sums agree.">
        Each month ends where its changes lead, the ledger is what its kinds make, and the subscriptions stand
        as the changes say.
      </Notice>
    )
  return (
    <Notice tone="bad" title="Sums that ought to be the same differ.">
      <ul className="space-y-1">
        {differences.map((each) => (
          <li key={`${each.what}-${each.month}`}>{differenceInWords(each, currency)}</li>
        ))}
      </ul>
    </Notice>
  )
}
