import { findEntities } from '#app/features/counting/entities.ts'
import type { Network } from '#app/features/counting/networks.ts'
import { type Finding, found, type Looked } from './finding.ts'
import { networkNames } from './network-names.ts'
import { replaceRange, textFix } from './replace-range.ts'
import { asName, unseenNote } from './unseen-mark.ts'

/** The networks that make a link of a site's name without "https://": X (twitter-text) and Bluesky (its own `detectFacets`). */
const linksNames = new Set<Network>(['x', 'bluesky'])

/** Where a full stop is followed by the next sentence with no space between. */
const gluedSentences = /^([^.]*\p{Ll})\.(\p{Lu}\p{Ll}*)$/u

/**
 * What becomes a link without being written as one: "readme.md", "Booking.com", "the end.It". An address that has "https://"
 * or a path is meant, and so is the source's own site.
 */
export function accidentalLinks(looked: Looked): Finding[] {
  const { tweet, thread } = looked
  if (!linksNames.has(thread.network)) return []
  const home = hostOf(thread.sourceUrl)
  return bareDomains(tweet.text)
    .filter(({ text }) => text.toLowerCase().replace(/^www\./, '') !== home)
    .map((link) => {
      const network = networkNames[thread.network]
      const glued = gluedSentences.exec(link.text)
      const wanted = glued ? `${glued[1]}. ${glued[2]}` : asName(link.text)
      const fixed = replaceRange(tweet.text, link, wanted)
      const stillLinks = bareDomains(fixed).length >= bareDomains(tweet.text).length
      const label = glued ? 'Put the space in' : 'Keep it from being a link'
      return found(looked, {
        code: 'link',
        level: 'look',
        at: link.start,
        message: glued
          ? `A space is missing, so ${network} makes a link of “${link.text}”.`
          : `${network} makes a link of “${link.text}”. Leave it if you mean the site.`,
        fix: stillLinks ? null : textFix(tweet.id, fixed, label, glued ? null : unseenNote),
      })
    })
}

/** The links of a text that are a site's name and nothing more. */
export const bareDomains = (text: string) =>
  findEntities(text).filter(({ kind, text: link }) => kind === 'link' && !/[/:?]/.test(link))

function hostOf(address: string | null): string | null {
  if (address === null || !URL.canParse(address)) return null
  return new URL(address).hostname.replace(/^www\./, '')
}
