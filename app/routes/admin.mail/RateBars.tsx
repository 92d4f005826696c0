import type { MailRates } from '#app/features/mail/read-rates.ts'
import { Bars } from '#app/ui/Bars.tsx'

type Day = MailRates['days'][number]

const plotted = [
  ['sent', 'Sent'],
  ['delivered', 'Delivered'],
  ['bounced', 'Came back'],
  ['complained', 'Complained of'],
  ['unknown', 'Unknown'],
  ['waiting', 'Waiting'],
] as const

const dayWord = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' })

/** What became of messages by the day that they were written on: a plot for each, on a scale of its own. */
export function RateBars({ days }: { days: Day[] }) {
  return (
    <div className="grid gap-x-10 gap-y-8 sm:grid-cols-2">
      {plotted.map(([measure, title]) => {
        const total = days.reduce((sum, day) => sum + day[measure], 0)
        const most = Math.max(...days.map((day) => day[measure]))
        return (
          <div key={measure}>
            <h3 className="mb-2 text-[0.9375rem] font-medium">
              {title} <span className="font-normal text-muted tabular-nums">{total}</span>
            </h3>
            <Bars
              bars={days.map((day) => ({
                key: day.day,
                value: day[measure],
                words: `${dayWord.format(new Date(`${day.day}T00:00:00Z`))}: ${day[measure]}`,
              }))}
              caption={most > 0 ? `The most on one day: ${most}.` : 'None.'}
            />
          </div>
        )
      })}
    </div>
  )
}
