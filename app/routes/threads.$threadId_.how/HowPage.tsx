import { useId } from 'react'
import { paths } from '#app/paths.ts'
import { ButtonLink } from '#app/ui/Button.tsx'
import { exactTime } from '#app/ui/relative-time.ts'
import { WorkHead } from '#app/ui/WorkHead.tsx'
import { type Fact, factsOf, type ShownRecord, statusOf, timesOf } from './how-words.ts'

export type HowPageProps = { threadId: string; title: string; generations: ShownRecord[] }

/** How a thread was made, each time that it was: who wrote it, by what, at what cost and in what time. */
export function HowPage({ threadId, title, generations }: HowPageProps) {
  return (
    <main id="content" className="mx-auto w-full max-w-page px-4 pt-6 pb-16 sm:px-6 sm:pt-8">
      <WorkHead about="How this was made" title={title}>
        <ButtonLink to={paths.thread(threadId)}>Back to the thread</ButtonLink>
      </WorkHead>
      <div className="max-w-4xl space-y-10">
        {generations.map((record, index) => (
          <Generation key={record.id} record={record} number={generations.length - index} />
        ))}
      </div>
    </main>
  )
}

function Generation({ record, number }: { record: ShownRecord; number: number }) {
  const id = useId()
  const times = timesOf(record)
  return (
    <section aria-labelledby={id} className="border-t border-hairline pt-4">
      <h2 id={id} className="font-serif text-2xl font-medium tracking-tight">
        Writing {number}
      </h2>
      <p className="mt-1 text-muted">
        {statusOf(record)} ·{' '}
        <time dateTime={record.finishedAt ?? record.createdAt}>
          {exactTime(new Date(record.finishedAt ?? record.createdAt))}
        </time>
      </p>
      <Facts facts={factsOf(record)} />
      {times.length > 0 && (
        <>
          <h3 className="mt-5 text-sm font-medium">Time by step</h3>
          <Facts facts={times} />
        </>
      )}
    </section>
  )
}

function Facts({ facts }: { facts: Fact[] }) {
  return (
    <dl className="mt-3 grid gap-x-6 gap-y-1 text-[0.9375rem] sm:grid-cols-[12rem_minmax(0,1fr)]">
      {facts.map(({ name, value }) => (
        <div key={name} className="contents">
          <dt className="text-muted">{name}</dt>
          <dd className="mb-2 tabular-nums wrap-anywhere sm:mb-0">{value}</dd>
        </div>
      ))}
    </dl>
  )
}
