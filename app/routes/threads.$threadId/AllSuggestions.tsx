import { CandidateDeed } from './CandidateDeed.tsx'
import { takenTogether } from './taken-together.ts'
import type { ShownCandidate } from './thread-props.ts'

type AllSuggestionsProps = { candidates: readonly ShownCandidate[]; version: number }

/** Takes what was suggested for several tweets in one step, which one undo takes back. */
export function AllSuggestions({ candidates, version }: AllSuggestionsProps) {
  const ids = takenTogether(candidates)
  if (ids.length < 2) return null
  return (
    <section
      aria-label="All suggestions"
      className="mb-4 flex flex-wrap items-center justify-between gap-x-4 gap-y-2 rounded-card border border-dashed border-edge px-4 py-2 lg:ml-9"
    >
      <p className="text-sm">{ids.length} tweets have a suggestion.</p>
      <CandidateDeed
        intent="take-all"
        label={`Take all ${ids.length}`}
        fields={{ candidateIds: ids.join(','), version }}
      />
    </section>
  )
}
