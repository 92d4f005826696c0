import type { ReactNode } from 'react'
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

/** More of them would keep the ways out from being found. */
const shownAtOnce = 4

/** What to look at before a thread leaves for X, each with what would mend it. */
export function Findings({ threadId, version, findings, price, isFixed, answer }: FindingsProps) {
  const told = findings.filter(({ level }) => level !== 'know')
  const [first, more] = [told.slice(0, shownAtOnce), told.slice(shownAtOnce)]
  const costs = findings.filter(({ level }) => level === 'know')
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
        Before you post it
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
      {more.length > 0 && (
        <Folded label={more.length === 1 ? 'One more' : `${more.length} more`}>{more.map(card)}</Folded>
      )}
      <p className="mt-5 max-w-prose text-[0.9375rem] text-muted tabular-nums">{priceSentence(price)}</p>
      {costs.length > 0 && (
        <Folded
          label={costs.length === 1 ? 'The tweet with a link' : `The ${costs.length} tweets with links`}
        >
          {costs.map(card)}
        </Folded>
      )}
    </section>
  )
}

function Folded({ label, children }: { label: string; children: ReactNode }) {
  return (
    <details className="mt-1">
      <summary className="inline-flex min-h-11 cursor-pointer items-center text-[0.9375rem] text-accent underline decoration-1 underline-offset-2 hover:text-accent-strong">
        {label}
      </summary>
      <ol className="mt-3 max-w-2xl space-y-3">{children}</ol>
    </details>
  )
}
