import { isRewriting } from '#app/features/generation/candidates/candidate.ts'
import type { ShownCandidate } from './thread-props.ts'

/** The suggestions that can be taken at once: for each tweet the last one asked for, where it leaves no choice. */
export function takenTogether(candidates: readonly ShownCandidate[]): string[] {
  const last = new Map(
    candidates
      .filter(({ kind, status }) => status === 'ready' && isRewriting(kind))
      .map((candidate) => [candidate.under, candidate]),
  )
  return [...last.values()].filter(({ texts }) => texts.length === 1).map(({ id }) => id)
}
