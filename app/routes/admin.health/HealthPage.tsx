import { CircleAlert, CircleCheck } from 'lucide-react'
import { RelativeTime } from '#app/ui/RelativeTime.tsx'
import { AdminFrame } from '#app/ui/shell/AdminFrame.tsx'
import { QueueTable } from './QueueTable.tsx'
import type { Finding, ShownHealth } from './shown-health.ts'

const partTitle = 'mt-14 mb-4 font-serif text-2xl font-medium'

export function HealthPage({ findings, queue, breakers }: ShownHealth) {
  const troubled = findings.filter(({ isWell }) => !isWell)
  return (
    <AdminFrame isAdmin title="Health">
      <p className="mb-8 max-w-reading text-muted">
        {troubled.length === 0
          ? 'All is well at this moment. Load the page again to look anew.'
          : `To be looked after: ${troubled.map(({ name }) => name).join(', ')}.`}
      </p>
      <ul className="divide-y divide-hairline border-y border-hairline">
        {findings.map((finding) => (
          <FindingItem key={finding.name} {...finding} />
        ))}
      </ul>
      <section aria-labelledby="queue">
        <h2 id="queue" className={partTitle}>
          Jobs by task
        </h2>
        {queue.length === 0 ? (
          <p className="border-t border-hairline py-6 text-muted">The queue is empty.</p>
        ) : (
          <QueueTable queue={queue} />
        )}
      </section>
      <section aria-labelledby="breakers">
        <h2 id="breakers" className={partTitle}>
          Breakers
        </h2>
        {breakers.length === 0 ? (
          <p className="border-t border-hairline py-6 text-muted">
            None was ever needed. There is one for each model and each provider of mail, from its first
            failure on.
          </p>
        ) : (
          <ul className="divide-y divide-hairline border-y border-hairline">
            {breakers.map(({ name, failures, openedAt }) => (
              <li key={name} className="flex flex-wrap items-baseline gap-x-4 py-3">
                <span className="min-w-0 flex-1 basis-48 font-medium wrap-anywhere">{name}</span>
                <span className={openedAt ? 'text-bad' : 'text-muted'}>
                  {openedAt ? (
                    <>
                      Open since <RelativeTime iso={openedAt} />
                    </>
                  ) : (
                    'Closed'
                  )}
                </span>
                <span className="text-sm text-muted tabular-nums">{failures} failures in a row</span>
              </li>
            ))}
          </ul>
        )}
      </section>
    </AdminFrame>
  )
}

function FindingItem({ name, isWell, says, detail, since }: Finding) {
  const Icon = isWell ? CircleCheck : CircleAlert
  return (
    <li className="flex gap-3 py-4">
      <Icon aria-hidden className={`mt-0.5 size-5 shrink-0 ${isWell ? 'text-good' : 'text-bad'}`} />
      <div className="min-w-0 sm:flex sm:flex-1 sm:gap-6">
        <h2 className="font-medium sm:w-28 sm:shrink-0">
          {name}
          <span className="sr-only">{isWell ? ': well' : ': needs attention'}</span>
        </h2>
        <div className="min-w-0 flex-1">
          <p className="wrap-anywhere">{says}</p>
          {(detail || since) && (
            <p className="mt-0.5 text-sm text-muted wrap-anywhere">
              {detail}
              {since && (
                <>
                  {' '}
                  {since.word} <RelativeTime iso={since.iso} />.
                </>
              )}
            </p>
          )}
        </div>
      </div>
    </li>
  )
}
