import type { DayOfUse } from '#app/features/billing/read-usage.ts'
import { Bars } from '#app/ui/Bars.tsx'

const dayWord = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' })
const inWords = ({ day, threads }: DayOfUse) =>
  `${dayWord.format(new Date(`${day}T00:00:00Z`))}: ${threads} ${threads === 1 ? 'thread' : 'threads'}`

/** Threads by day. */
export function UsageBars({ days }: { days: DayOfUse[] }) {
  const most = Math.max(...days.map(({ threads }) => threads))
  return (
    <Bars
      bars={days.map((each) => ({ key: each.day, value: each.threads, words: inWords(each) }))}
      caption={most > 0 ? `The most on one day: ${most}.` : 'None yet this month.'}
    />
  )
}
