import { TableHead } from '#app/ui/TableHead.tsx'
import { WideTable } from '#app/ui/WideTable.tsx'
import { duration, type ShownHealth } from './shown-health.ts'

const columns = [
  ['ready', 'Due'],
  ['running', 'Running'],
  ['scheduled', 'Later'],
  ['failed', 'Failed'],
] as const

/** How many jobs of each task stand where; what failed for good is told apart. */
export function QueueTable({ queue }: Pick<ShownHealth, 'queue'>) {
  return (
    <WideTable label="Jobs by task">
      <table className="w-full min-w-xl border-collapse text-[0.9375rem]">
        <TableHead first="Task" figures={[...columns.map(([, title]) => title), 'Oldest due']} />
        <tbody>
          {queue.map((row) => (
            <tr key={row.task} className="border-b border-hairline">
              <th scope="row" className="py-2 pr-4 text-left font-medium wrap-anywhere">
                {row.task}
              </th>
              {columns.map(([name]) => (
                <td
                  key={name}
                  className={`px-2 py-2 text-right tabular-nums ${name === 'failed' && row.failed > 0 ? 'font-medium text-bad' : ''}`}
                >
                  {row[name]}
                </td>
              ))}
              <td className="px-2 py-2 text-right tabular-nums">
                {row.ready === 0 ? '–' : duration(row.ageSeconds)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </WideTable>
  )
}
