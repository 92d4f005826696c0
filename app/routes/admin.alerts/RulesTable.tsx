import type { ShownRule } from '#app/features/alerts/read-alerts.ts'
import { TableHead } from '#app/ui/TableHead.tsx'
import { WideTable } from '#app/ui/WideTable.tsx'

const columns = ['Now', 'Limit', 'For', 'Told again after'] as const

/** Every rule, with what it stands at. */
export function RulesTable({ rules }: { rules: ShownRule[] }) {
  return (
    <WideTable label="Each rule and what it stands at">
      <table className="w-full border-collapse text-[0.9375rem]">
        <TableHead first="Rule" figures={columns} />
        <tbody>
          {rules.map((rule) => (
            <tr key={rule.name} className="border-b border-hairline align-top">
              <th scope="row" className="min-w-40 py-2 pr-4 text-left font-medium">
                {rule.title}
                <span className="block text-sm font-normal text-muted">
                  {rule.isCritical ? 'Critical' : 'Warning'} · {rule.name}
                </span>
              </th>
              <td
                className={`px-2 py-2 text-right whitespace-nowrap tabular-nums ${rule.isBroken ? 'font-medium text-bad' : ''}`}
              >
                {rule.now ?? <span className="text-muted">too little to say</span>}
                {rule.isBroken && <span className="block text-sm font-normal">broken</span>}
              </td>
              <td className="px-2 py-2 text-right whitespace-nowrap tabular-nums">{rule.limit}</td>
              <td className="px-2 py-2 text-right whitespace-nowrap tabular-nums">
                {rule.forMinutes === 0 ? 'at once' : `${rule.forMinutes} min`}
              </td>
              <td className="px-2 py-2 text-right whitespace-nowrap tabular-nums">
                {rule.escalateAfterMinutes === null ? 'never' : `${rule.escalateAfterMinutes} min`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </WideTable>
  )
}
