import { useEffect, useRef } from 'react'
import { isDoubted } from '#app/features/support/verdict.ts'
import { ChangedWords } from '#app/ui/ChangedWords.tsx'
import { CountRing } from '#app/ui/CountRing.tsx'
import { CandidateDeed } from './CandidateDeed.tsx'
import { candidateWords } from './candidate-words.ts'
import { Doubts } from './Doubts.tsx'
import type { ShownCandidate } from './thread-props.ts'
import { VerdictMark } from './VerdictMark.tsx'

type CandidatesProps = { candidates: readonly ShownCandidate[]; version: number; limit: number }

/** What was asked for a tweet, beside its words of now: nothing of it is in the thread until it is taken. */
export function Candidates({ candidates, version, limit }: CandidatesProps) {
  return candidates.map((candidate) => (
    <Candidate key={candidate.id} candidate={candidate} version={version} limit={limit} />
  ))
}

type CandidateProps = Omit<CandidatesProps, 'candidates'> & { candidate: ShownCandidate }

function Candidate({ candidate, version, limit }: CandidateProps) {
  const shown = useRef<HTMLElement>(null)
  const { status } = candidate
  const isOne = candidate.texts.length === 1
  const leave = (
    <CandidateDeed intent="leave" label={leaveWords(candidate)} fields={{ candidateId: candidate.id }} />
  )

  // Who asked for it is still at this tweet, and may not see that far down. Nobody else is torn from where they are.
  // biome-ignore lint/correctness/useExhaustiveDependencies: what came is taller than the line that said it was on its way
  useEffect(() => {
    const card = shown.current?.closest('article')
    if (card?.contains(document.activeElement)) shown.current?.scrollIntoView?.({ block: 'nearest' })
  }, [status])

  return (
    <section
      ref={shown}
      aria-label={`Suggestion for tweet ${candidate.under}: ${candidateWords[candidate.kind]}`}
      className="mx-4 mb-3 rounded-card border border-dashed border-edge p-4"
    >
      <p role="status" className="text-sm font-medium">
        {candidateWords[candidate.kind]}
        {candidate.status === 'queued' && <span className="text-muted"> is being written …</span>}
      </p>
      {candidate.error !== null && <p className="mt-1 text-sm text-bad">{candidate.error}</p>}
      {candidate.notes.map((note) => (
        <p key={note} className="mt-1 text-sm text-muted">
          {note}
        </p>
      ))}
      {candidate.texts.map((text, index) => (
        <div key={text.text} className="mt-3 border-t border-hairline pt-3">
          <p dir="auto" className="whitespace-pre-line wrap-anywhere">
            {text.words === null ? text.text : <ChangedWords words={text.words} />}
          </p>
          <div className="-mx-4">
            <Doubts verdict={text.verdict} reasons={text.reasons} text={text.text} />
          </div>
          <div className="mt-2 flex flex-wrap items-center gap-x-3 text-sm">
            {!isDoubted(text.verdict) && <VerdictMark verdict={text.verdict} />}
            <CountRing length={text.length} limit={limit} />
            <span className="ml-auto flex flex-wrap justify-end gap-1">
              {isOne && leave}
              <CandidateDeed
                intent="take"
                label="Take it"
                fields={{ candidateId: candidate.id, index, version }}
              />
            </span>
          </div>
        </div>
      ))}
      {!isOne && <div className="mt-2 -ml-3">{leave}</div>}
    </section>
  )
}

function leaveWords({ status, texts }: ShownCandidate): string {
  if (status === 'queued') return 'Call it off'
  if (status === 'failed') return 'Close'
  return texts.length > 1 ? 'Leave them' : 'Leave it'
}
