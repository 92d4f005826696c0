import { type Range, sentences } from '#app/features/segmentation/sentences.ts'
import { languageFor } from '#app/features/support/languages/registry.ts'
import { readStatement } from '#app/features/support/statement.ts'

/** The share of its length that a tweet is brought to, as near as whole sentences allow. */
const wantedShare = 0.6

// What follows one of these takes back or limits what stands before it.
const turns =
  /^[\s"“„«•-]*(?:but|however|yet|still|only|except|unless|although|though|instead|aber|doch|jedoch|allerdings|nur|dennoch|sondern|mais|cependant|toutefois|pourtant|pero|sin embargo|no obstante|aunque|sino|しかし|だが|ただし|でも|但|然而|不过)(?!\p{Ll})/iu

/**
 * A tweet in fewer of its sentences: its front, about three fifths of it. A sentence that denies something, or takes back
 * what stands before it, is never left out. Null where no sentence can go.
 */
export async function inFewerSentences(text: string, tag: string | null): Promise<string | null> {
  const language = await languageFor(tag)
  const parts = sentences(text, language.tag)
  const denies = (range: Range) =>
    turns.test(text.slice(range.start, range.end)) ||
    readStatement(text, range, language).tokens.some(
      ({ sense, lower }) =>
        (sense.roles.has('negator') && !sense.roles.has('not-denying')) || /n['’]t$/u.test(lower),
    )
  // All that stands after the last sentence that must stay may go.
  const kept = Math.max(1, parts.findLastIndex(denies) + 1)
  const fronts = parts
    .slice(kept - 1, -1)
    .map(({ end }) => text.slice(0, end).trimEnd())
    .filter((front) => !/[:：]$/u.test(front))
  const distance = (front: string) => Math.abs(front.length / text.length - wantedShare)
  return fronts.toSorted((a, b) => distance(a) - distance(b))[0] ?? null
}
