import type { CandidateKind, TweetWish } from '#app/features/generation/candidates/candidate.ts'
import { failureWords } from '#app/features/generation/switched-sentence.ts'

/** What a person asks for, as its button says it. */
export const wishWords: Record<TweetWish, string> = {
  shorter: 'Shorter',
  plainer: 'Plainer',
  hook: 'Three stronger openings',
  'own-words': 'In own words',
  continue: 'A tweet after it',
}

/** What a candidate is, as its heading says it. */
export const candidateWords: Record<CandidateKind, string> = {
  shorter: 'Shorter',
  plainer: 'Plainer',
  hook: 'Other openings',
  'own-words': 'In own words',
  continue: 'A tweet after this one',
  add: 'A tweet about a passage, to stand after this one',
}

/** What has to be known of a candidate beside its words. */
export function candidateNotes({
  writer,
  because,
  dropped,
  isOutdated,
}: {
  writer: 'openai' | 'builtin' | null
  because: string | null
  dropped: number
  isOutdated: boolean
}): string[] {
  const notes: string[] = []
  if (isOutdated) notes.push('The tweet has changed since this was asked for.')
  if (writer === 'builtin')
    notes.push(
      because === null
        ? 'Made without a model, of sentences that are there.'
        : `${failureWords(because)}, so this was made without it, of sentences that are there.`,
    )
  if (dropped > 0)
    notes.push(
      dropped === 1
        ? 'One more was dropped: it is not in the source.'
        : `${dropped} more were dropped: they are not in the source.`,
    )
  return notes
}
