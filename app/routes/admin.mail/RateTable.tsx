import type { MailCounts, MailRates } from '#app/features/mail/read-rates.ts'
import { TableHead } from '#app/ui/TableHead.tsx'
import { WideTable } from '#app/ui/WideTable.tsx'

type Measure = { name: keyof MailCounts; title: string; isShare?: true }
const measures: Measure[] = [
  { name: 'sent', title: 'Sent' },
  { name: 'delivered', title: 'Delivered', isShare: true },
  { name: 'bounced', title: 'Came back', isShare: true },
  { name: 'complained', title: 'Complained of', isShare: true },
  { name: 'unknown', title: 'Unknown' },
  { name: 'waiting', title: 'Waiting' },
  { name: 'refused', title: 'Refused' },
  { name: 'suppressed', title: 'Kept back' },
]

/** In percent of what was sent, to a tenth: one complaint in a thousand is much. */
const shareOf = (count: number, sent: number) => `${((100 * count) / sent).toFixed(1)} %`

/** What became of each template's messages. */
export function RateTable({ templates }: { templates: MailRates['templates'] }) {
  return (
    <WideTable label="By template">
      <table className="w-full min-w-3xl border-collapse text-[0.9375rem]">
        <TableHead first="Template" figures={measures.map(({ title }) => title)} />
        <tbody>
          {templates.map((row) => (
            <tr key={row.template} className="border-b border-hairline align-top">
              <th scope="row" className="py-2 pr-4 text-left font-medium wrap-anywhere">
                {row.template}
              </th>
              {measures.map(({ name, isShare }) => (
                <td key={name} className="px-2 py-2 text-right tabular-nums">
                  {row[name]}
                  {isShare && row.sent > 0 && (
                    <span className="block text-sm text-muted">{shareOf(row[name], row.sent)}</span>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </WideTable>
  )
}
