import type { CategoryScores } from '#app/integrations/openai/moderation.server.ts'
import type { Breach } from './find-breach.ts'
import type { Place, Reason } from './rules/rule.ts'

/**
 * How sure OpenAI has to be before we refuse, by category: https://platform.openai.com/docs/guides/moderation. Its own
 * flag goes up far sooner, for news and fiction too, so it is not what decides. `violence`, `sexual` and the like are no
 * reasons by themselves: that a text tells of such things is allowed.
 */
const refusedFrom: { category: string; score: number; reason: Reason; places: readonly Place[] }[] = [
  {
    category: 'sexual/minors',
    score: 0.7,
    reason: 'sexual-minors',
    places: ['asked', 'source', 'tweets'],
  },
  { category: 'illicit/violent', score: 0.85, reason: 'weapons', places: ['asked', 'source', 'tweets'] },
  {
    category: 'self-harm/instructions',
    score: 0.85,
    reason: 'self-harm',
    places: ['asked', 'source', 'tweets'],
  },
  // A source may quote hatred in order to tell of it; what is asked for and what would be posted may not be hatred.
  { category: 'harassment/threatening', score: 0.9, reason: 'threat', places: ['asked', 'tweets'] },
  { category: 'hate/threatening', score: 0.9, reason: 'threat', places: ['asked', 'tweets'] },
  { category: 'hate', score: 0.95, reason: 'harassment', places: ['asked', 'tweets'] },
  { category: 'harassment', score: 0.95, reason: 'harassment', places: ['asked', 'tweets'] },
]

/** What the scores of a text's pieces say that it breaks, or null. */
export function moderatedBreach(scores: CategoryScores[], place: Place): Breach | null {
  for (const { category, score, reason, places } of refusedFrom) {
    const isSure = scores.some((piece) => (piece[category] ?? 0) >= score)
    if (isSure && places.includes(place)) return { reason, rule: `moderation/${category}` }
  }
  return null
}
