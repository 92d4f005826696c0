import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import { featureWords } from '#app/features/billing/feature-words.ts'
import { money } from '#app/features/billing/money.ts'
import type { Plan } from '#app/features/billing/plans.ts'

/** What a plan holds and costs, and below it what to do. */
export function PlanCard({ plan, isYours, children }: { plan: Plan; isYours: boolean; children: ReactNode }) {
  const holds = [
    `${plan.threads} threads a ${plan.per}`,
    `Sources of up to ${plan.mostCharacters.toLocaleString('en')} characters`,
    plan.name === 'visitor' ? 'Threads stay in this browser for 24 hours' : 'Every thread is kept',
    ...plan.features.map((feature) => featureWords[feature].held),
  ]
  return (
    <section
      aria-labelledby={`plan-${plan.name}`}
      className={`flex flex-col rounded-card border bg-surface p-5 ${plan.isSold ? 'border-thread' : 'border-hairline'}`}
    >
      <div className="flex flex-wrap items-baseline justify-between gap-x-3">
        <h2 id={`plan-${plan.name}`} className="font-serif text-2xl font-medium">
          {plan.title}
        </h2>
        {isYours && <p className="text-sm font-medium text-accent">Yours now</p>}
      </div>
      <p className="mt-1 text-muted tabular-nums">
        {plan.cents === null ? 'Costs nothing' : `${money(plan.cents.month, 'usd')} a month`}
      </p>
      <ul className="mt-4 mb-6 space-y-2 text-[0.9375rem]">
        {holds.map((each) => (
          <li key={each} className="flex gap-2">
            <Check aria-hidden className="mt-0.5 size-4 shrink-0 text-muted" />
            {each}
          </li>
        ))}
      </ul>
      <div className="mt-auto">{children}</div>
    </section>
  )
}
