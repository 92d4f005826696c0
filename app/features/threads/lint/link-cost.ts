import { findEntities } from '#app/features/counting/entities.ts'
import { bareDomains } from './accidental-links.ts'
import { type Finding, found, type Looked } from './finding.ts'
import { replaceRange, textFix } from './replace-range.ts'
import { postPrices } from './x-price.ts'

/** A link that is meant as one: through X's API the post costs more with it. */
export function linkCost(looked: Looked): Finding[] {
  const { tweet, thread } = looked
  if (thread.network !== 'x') return []
  const links = findEntities(tweet.text).filter(({ kind }) => kind === 'link')
  if (links.length === 0 || links.length === bareDomains(tweet.text).length) return []
  const without = links
    .reduceRight((text, link) => replaceRange(text, link, ''), tweet.text)
    .replaceAll(/[^\S\n]{2,}/g, ' ')
    .replaceAll(/[^\S\n]+(?=\n|$)/g, '')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim()
  return [
    found(looked, {
      code: 'link-cost',
      level: 'know',
      message: `With its ${links.length === 1 ? 'link' : 'links'} it costs ${postPrices.withLink} through X’s API rather than ${postPrices.plain}.`,
      fix: textFix(tweet.id, without, links.length === 1 ? 'Leave the link out' : 'Leave the links out'),
    }),
  ]
}
