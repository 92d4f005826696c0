import { CircleAlert, CircleCheck, TriangleAlert } from 'lucide-react'
import type { ComponentState } from '#app/features/alerts/components.ts'
import type { ComponentStatus, Status } from '#app/features/alerts/status/read-status.ts'
import { RelativeTime } from '#app/ui/RelativeTime.tsx'
import { DayBars } from './DayBars.tsx'
import { Incidents } from './Incidents.tsx'
import { stateWords, uptimeInWords, wholeInWords } from './status-words.ts'

const marks = {
  up: { Icon: CircleCheck, colour: 'text-good' },
  impaired: { Icon: TriangleAlert, colour: 'text-warn' },
  down: { Icon: CircleAlert, colour: 'text-bad' },
} as const

function StateMark({ state }: { state: ComponentState }) {
  const { Icon, colour } = marks[state]
  return <Icon aria-hidden className={`size-5 shrink-0 ${colour}`} />
}

export function StatusPage({ components, incidents, at }: Status) {
  return (
    <main id="content" className="mx-auto w-full max-w-3xl px-4 py-10 sm:px-6 sm:py-14">
      <p className="text-sm font-medium text-accent">Status</p>
      <h1 className="mt-1 font-serif text-4xl font-medium tracking-tight">
        {wholeInWords(
          components.map(({ state }) => state),
          incidents.some(({ endedAt }) => endedAt === null),
        )}
      </h1>
      <p className="mt-3 text-muted">
        As it was <RelativeTime iso={at} />. Days are in UTC.
      </p>
      <ul className="mt-10 divide-y divide-hairline border-y border-hairline">
        {components.map((component) => (
          <ComponentItem key={component.name} component={component} />
        ))}
      </ul>
      <section aria-labelledby="incidents" className="mt-14">
        <h2 id="incidents" className="mb-4 font-serif text-2xl font-medium">
          Incidents
        </h2>
        <Incidents incidents={incidents} />
      </section>
    </main>
  )
}

function ComponentItem({ component }: { component: ComponentStatus }) {
  const { title, state, days, uptime } = component
  return (
    <li className="py-6">
      <div className="mb-3 flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <h2 className="text-lg font-medium">{title}</h2>
        <p className="flex items-center gap-2 text-[0.9375rem]">
          <StateMark state={state} />
          {stateWords[state]}
        </p>
      </div>
      <DayBars days={days} label={`${title}: days on which something was wrong`} />
      <p className="mt-2 flex flex-wrap justify-between gap-x-4 text-sm text-muted tabular-nums">
        <span>{days.length} days ago</span>
        <span>Uptime: {uptimeInWords(uptime)}</span>
        <span>Today</span>
      </p>
    </li>
  )
}
