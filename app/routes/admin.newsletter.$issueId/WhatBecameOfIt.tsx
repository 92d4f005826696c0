import type { IssueOutcome, IssueState } from '#app/features/newsletter/read-issues.ts'
import { ActionForm } from '#app/ui/forms/ActionForm.tsx'

type WhatBecameOfItProps = {
  state: IssueState
  written: number
  version: number
  outcome: IssueOutcome
  mayWrite: boolean
}

const measures: [keyof IssueOutcome, string][] = [
  ['waiting', 'Waiting'],
  ['sent', 'Sent'],
  ['delivered', 'Delivered'],
  ['opened', 'Opened'],
  ['bounced', 'Came back'],
  ['complained', 'Complained of'],
  ['failed', 'Not sent'],
]
const sentences: Record<Exclude<IssueState, 'draft'>, string> = {
  sending: 'It is being written to everybody who wants news, minute by minute.',
  sent: 'A message was written to everybody who wanted news.',
  stopped: 'It was stopped before it had gone to everybody.',
}

/** How far an issue has come, and what became of its messages. */
export function WhatBecameOfIt(props: WhatBecameOfItProps) {
  const { state, written, version, outcome, mayWrite } = props
  return (
    <section aria-labelledby="outcome">
      <h2 id="outcome" className="mb-2 font-serif text-2xl font-medium">
        What became of it
      </h2>
      <p className="mb-4 text-muted">
        {state !== 'draft' && sentences[state]} {written.toLocaleString('en')} so far. What became of each is
        kept for 30 days.
      </p>
      <dl className="divide-y divide-hairline border-y border-hairline">
        {measures.map(([name, title]) => (
          <div key={name} className="flex justify-between gap-4 py-2 text-[0.9375rem]">
            <dt className="text-muted">{title}</dt>
            <dd className="tabular-nums">{outcome[name].toLocaleString('en')}</dd>
          </div>
        ))}
      </dl>
      {(state === 'sending' || outcome.waiting > 0) && mayWrite && (
        <ActionForm
          intent="stop"
          answer={undefined}
          submit="Stop it"
          look="plain"
          pending="Stopping…"
          hidden={{ version: String(version) }}
        />
      )}
    </section>
  )
}
