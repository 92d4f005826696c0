import { findEntities } from '#app/features/counting/entities.ts'
import { type Finding, found, type Looked } from './finding.ts'
import { replaceRange, textFix } from './replace-range.ts'

/** More cashtags than the one that X takes in a post. */
export function cashtags(looked: Looked): Finding[] {
  const { tweet, thread } = looked
  if (thread.network !== 'x') return []
  const tags = findEntities(tweet.text).filter(({ kind }) => kind === 'cashtag')
  if (tags.length < 2) return []
  // From the last on, so that the places of those before it stay true.
  const fixed = tags
    .slice(1)
    .reduceRight((text, tag) => replaceRange(text, tag, tag.text.slice(1)), tweet.text)
  return [
    found(looked, {
      code: 'cashtags',
      level: 'stops',
      message: `It has ${tags.length} cashtags (${tags.map(({ text }) => text).join(', ')}); X takes one a post.`,
      fix: textFix(tweet.id, fixed, `Keep only ${tags[0]?.text}`),
    }),
  ]
}
