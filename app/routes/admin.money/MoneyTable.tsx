import { useId } from 'react'
import { money } from '#app/features/billing/money.ts'
import type { MoneyOfMonth } from '#app/features/billing/money-months.ts'
import { WideTable } from '#app/ui/WideTable.tsx'
import { monthInWords } from './money-words.ts'

type Column = { name: string; of: (month: MoneyOfMonth) => number }
type MoneyTableProps = {
  caption: string
  currency: string
  months: readonly MoneyOfMonth[]
  columns: readonly Column[]
  /** Two that ought to be the same. */
  sums: readonly [Column, Column]
}

/** Amounts by month, the newest first, and at the end of each row two sums that ought to agree. */
export function MoneyTable({ caption, currency, months, columns, sums }: MoneyTableProps) {
  const id = useId()
  const all = [...columns, ...sums]
  return (
    <WideTable labelledBy={id}>
      <table className="w-full text-right text-sm tabular-nums">
        <caption id={id} className="mb-2 text-left text-base font-medium">
          {caption}
        </caption>
        <thead className="text-muted">
          <tr className="border-b border-hairline">
            <th scope="col" className="py-2 pr-4 text-left font-medium">
              Month
            </th>
            {all.map(({ name }) => (
              <th key={name} scope="col" className="py-2 pl-4 font-medium whitespace-nowrap">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {months.toReversed().map((month) => {
            const differs = sums[0].of(month) !== sums[1].of(month)
            return (
              <tr key={month.month} className="border-b border-hairline">
                <th scope="row" className="py-2 pr-4 text-left font-medium whitespace-nowrap">
                  {monthInWords(month.month)}
                </th>
                {all.map((column, index) => (
                  <td
                    key={column.name}
                    className={`py-2 pl-4 whitespace-nowrap ${index < columns.length ? '' : differs ? 'font-medium text-bad' : 'font-medium'}`}
                  >
                    {money(column.of(month), currency)}
                  </td>
                ))}
              </tr>
            )
          })}
        </tbody>
      </table>
    </WideTable>
  )
}
