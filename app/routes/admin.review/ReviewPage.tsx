import type { FormAnswer } from '#app/ui/forms/form-answer.ts'
import { OutcomeNotice } from '#app/ui/forms/OutcomeNotice.tsx'
import { AdminFrame } from '#app/ui/shell/AdminFrame.tsx'
import { CaseItem, type ShownCase } from './CaseItem.tsx'
import { type Done, doneSentences } from './done.ts'

type ReviewPageProps = {
  isAdmin: boolean
  /** To be decided. */
  open: ShownCase[]
  /** Looked at by somebody, and still limited. */
  kept: ShownCase[]
  hasMore: boolean
  done: Done | null
  answer: FormAnswer | undefined
}

export function ReviewPage({ isAdmin, open, kept, hasMore, done, answer }: ReviewPageProps) {
  const refusal = answer && (answer.errors.form ?? 'This form can’t be used. Load the page again.')
  return (
    <AdminFrame isAdmin={isAdmin} title="To review">
      <p className="mb-8 max-w-reading text-muted">
        These accounts look as if they were one of many in one hand, or as if their payments were not their
        owner’s. They have 3 threads a day until somebody decides; nothing else is kept from them.
      </p>
      <OutcomeNotice refusal={refusal} done={done !== null && !answer ? doneSentences[done] : null} />
      {open.length === 0 ? (
        <div className="border-t border-hairline py-10">
          <p className="font-serif text-2xl font-medium">Nothing to decide</p>
          <p className="mt-2 text-muted">An account comes here once its score reaches 50 of 100.</p>
        </div>
      ) : (
        <Cases cases={open} />
      )}
      {kept.length > 0 && (
        <section aria-labelledby="kept" className="mt-12">
          <h2 id="kept" className="mb-4 font-serif text-2xl font-medium">
            Kept limited
          </h2>
          <Cases cases={kept} />
        </section>
      )}
      {hasMore && <p className="mt-6 text-muted">There are more. They follow once these are decided.</p>}
    </AdminFrame>
  )
}

function Cases({ cases }: { cases: ShownCase[] }) {
  return (
    <ul className="divide-y divide-hairline border-y border-hairline">
      {cases.map((each) => (
        <CaseItem key={each.userId} {...each} />
      ))}
    </ul>
  )
}
