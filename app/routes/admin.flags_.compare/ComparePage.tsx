import type { Arm } from '#app/features/kpis/compare.ts'
import { paths } from '#app/paths.ts'
import { AdminFrame } from '#app/ui/shell/AdminFrame.tsx'
import { TextLink } from '#app/ui/TextLink.tsx'
import { WideTable } from '#app/ui/WideTable.tsx'
import { differenceWords } from './difference-words.ts'

type ComparePageProps = { days: number; versions: Arm[]; flags: { name: string; arms: Arm[] }[] }

export function ComparePage({ days, versions, flags }: ComparePageProps) {
  return (
    <AdminFrame isAdmin title="Two sides compared">
      <p className="mb-10 max-w-reading text-muted">
        The last {days} days, in UTC. Who asks not to be tracked is on neither side of a flag. Each line below
        a table tells whether chance alone could make such a difference: with many lines, one in twenty looks
        like more than it is. <TextLink to={paths.flags()}>Flags</TextLink>
      </p>
      {flags.map(({ name, arms }) => (
        <Side
          key={name}
          title={`Flag ${name}`}
          seen="Shown to"
          arms={arms}
          none="It was shown to nobody yet."
        />
      ))}
      <Side title="Versions" seen="First page seen" arms={versions} none="Nothing was counted yet." />
    </AdminFrame>
  )
}

function Side({ title, seen, arms, none }: { title: string; seen: string; arms: Arm[]; none: string }) {
  const [one, other] = arms
  const columns = [
    { name: seen, of: (arm: Arm) => arm.seen },
    { name: 'Asked for', of: (arm: Arm) => arm.asked },
    { name: 'Ready', of: (arm: Arm) => arm.ready },
    { name: 'Failed', of: (arm: Arm) => arm.failed },
    {
      name: '95 of 100 within',
      of: (arm: Arm) => (arm.p95Ms === null ? '–' : `${(arm.p95Ms / 1000).toFixed(2)} s`),
    },
    { name: 'Edited', of: (arm: Arm) => arm.edited },
    { name: 'Sign-ups', of: (arm: Arm) => arm.signUps },
  ]
  return (
    <section className="mb-14">
      <h2 className="font-serif text-2xl font-medium">{title}</h2>
      {one === undefined ? (
        <p className="mt-4 border-t border-hairline py-6 text-muted">{none}</p>
      ) : (
        <>
          <WideTable label={title}>
            <table className="w-full text-right text-sm tabular-nums">
              <thead className="text-muted">
                <tr className="border-b border-hairline">
                  <th scope="col" className="py-2 pr-4 text-left font-medium">
                    Side
                  </th>
                  {columns.map(({ name }) => (
                    <th key={name} scope="col" className="py-2 pl-4 font-medium whitespace-nowrap">
                      {name}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {arms.map((arm) => (
                  <tr key={arm.arm} className="border-b border-hairline">
                    <th scope="row" className="py-2 pr-4 text-left font-medium whitespace-nowrap">
                      {arm.arm}
                    </th>
                    {columns.map(({ name, of }) => (
                      <td key={name} className="py-2 pl-4">
                        {of(arm)}
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </WideTable>
          {other !== undefined && (
            <ul className="mt-4 max-w-reading space-y-1 text-[0.9375rem]">
              {differenceWords(one, other).map((words) => (
                <li key={words}>{words}</li>
              ))}
            </ul>
          )}
        </>
      )}
    </section>
  )
}
