import { useId } from 'react'
import type { PurposeCalls } from '#app/features/generation/calls-by-purpose.ts'
import { exactTime } from '#app/ui/relative-time.ts'
import {
  type Fact,
  factsOf,
  type Reader,
  requestsOf,
  type ShownRecord,
  statusOf,
  timesOf,
} from './how-words.ts'

export type WritingsProps = { generations: ShownRecord[]; singles: PurposeCalls[]; reader: Reader }

/** A thread's record: each time that it was written, the newest first, and what single tweets took beside that. */
export function Writings({ generations, singles, reader }: WritingsProps) {
  const id = useId()
  return (
    <div className="max-w-4xl space-y-10">
      {singles.length > 0 && (
        <section aria-labelledby={id} className="border-t border-hairline pt-4">
          <h2 id={id} className="font-serif text-2xl font-medium tracking-tight">
            Single tweets
          </h2>
          <p className="mt-1 text-muted">Asked of a model after the thread was written</p>
          <Facts facts={requestsOf(singles)} />
        </section>
      )}
      {generations.map((record, index) => (
        <Writing key={record.id} record={record} number={generations.length - index} reader={reader} />
      ))}
    </div>
  )
}

function Writing({ record, number, reader }: { record: ShownRecord; number: number; reader: Reader }) {
  const id = useId()
  return (
    <section aria-labelledby={id} className="border-t border-hairline pt-4">
      <h2 id={id} className="font-serif text-2xl font-medium tracking-tight">
        Writing {number}
      </h2>
      <p className="mt-1 text-muted">
        {statusOf(record, reader)} ·{' '}
        <time dateTime={record.finishedAt ?? record.createdAt}>
          {exactTime(new Date(record.finishedAt ?? record.createdAt))}
        </time>
      </p>
      <Facts facts={factsOf(record, reader)} />
      <Detail title="Requests to a model" facts={requestsOf(record.calls)} />
      <Detail title="Time by step" facts={timesOf(record, reader)} />
    </section>
  )
}

function Detail({ title, facts }: { title: string; facts: Fact[] }) {
  if (facts.length === 0) return null
  return (
    <>
      <h3 className="mt-5 text-sm font-medium">{title}</h3>
      <Facts facts={facts} />
    </>
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
