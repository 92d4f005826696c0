import type { ShownFinding } from '#app/features/threads/lint/fixed.ts'
import type { XPrice } from '#app/features/threads/lint/x-price.ts'
import { paths } from '#app/paths.ts'
import type { FormAnswer } from '#app/ui/forms/form-answer.ts'
import { Notice } from '#app/ui/Notice.tsx'
import { FindingCard } from './FindingCard.tsx'
import { findingsSentence, priceSentence } from './finding-words.ts'

export type FindingsProps = {
  threadId: string
  version: number
  findings: readonly ShownFinding[]
  price: XPrice
  isFixed: boolean
  answer: FormAnswer | undefined
}

/** What to look at before a thread leaves for X, each with what would mend it. */
export function Findings({ threadId, version, findings, price, isFixed, answer }: FindingsProps) {
  const first = findings.filter(({ level }) => level !== 'know')
  const rest = findings.filter(({ level }) => level === 'know')
  const card = (finding: ShownFinding) => (
    <li key={finding.key}>
      <FindingCard
        finding={finding}
        place={{
          name: `Tweet ${finding.position}`,
          to: `${paths.thread(threadId)}#tweet-${finding.position}`,
        }}
        several="tweets"
        fields={{ version }}
        answer={answer}
      />
    </li>
  )
  const isShown = findings.some(({ key }) => key === answer?.values.finding)
  const refused = answer?.intent === 'fix' && !isShown ? answer.errors.form : undefined
  return (
    <section id="before" aria-labelledby="before-head" className="border-t border-hairline py-8">
      <h2 id="before-head" className="font-serif text-xl font-medium">
        Before it leaves
      </h2>
      <p className="mt-1 max-w-prose text-[0.9375rem] text-muted">
        {findingsSentence(
          findings.map(({ level }) => level),
          'X',
        )}
      </p>
      {isFixed && !answer && (
        <div className="mt-4">
          <Notice role="status" title="It is changed. The history keeps what was there before." />
        </div>
      )}
      {refused !== undefined && (
        <div className="mt-4">
          <Notice tone="bad" role="alert" title={refused} />
        </div>
      )}
      {first.length > 0 && <ol className="mt-5 max-w-2xl space-y-3">{first.map(card)}</ol>}
      <p className="mt-5 max-w-prose text-[0.9375rem] text-muted tabular-nums">{priceSentence(price)}</p>
      {rest.length > 0 && (
        <details className="mt-1">
          <summary className="inline-flex min-h-11 cursor-pointer items-center text-[0.9375rem] text-accent underline decoration-1 underline-offset-2 hover:text-accent-strong">
            {rest.length === 1 ? 'The tweet with a link' : `The ${rest.length} tweets with links`}
          </summary>
          <ol className="mt-3 max-w-2xl space-y-3">{rest.map(card)}</ol>
        </details>
      )}
    </section>
  )
}
