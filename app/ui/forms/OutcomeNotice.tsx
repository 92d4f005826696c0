import { Notice } from '../Notice.tsx'

/** Above a page's forms: what was wrong with the one that was sent, else what was done. */
export function OutcomeNotice({ refusal, done }: { refusal: string | undefined; done: string | null }) {
  if (refusal === undefined && done === null) return null
  return (
    <div className="mb-8">
      {refusal === undefined ? (
        <Notice role="status" title={done ?? ''} />
      ) : (
        <Notice tone="bad" role="alert" title={refusal} />
      )}
    </div>
  )
}
