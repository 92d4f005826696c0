import type { Level } from '#app/features/threads/lint/finding.ts'
import { inDollars, postPrices, type XPrice } from '#app/features/threads/lint/x-price.ts'

export const levelWords: Record<Level, string> = {
  stops: 'Stops it',
  look: 'To look at',
  know: 'To know',
}

/** How many findings there are, in a sentence. */
export function findingsSentence(levels: readonly Level[], network: string): string {
  const stops = levels.filter((level) => level === 'stops').length
  const look = levels.filter((level) => level === 'look').length
  if (stops + look === 0) return `Nothing stops it on ${network}.`
  const parts = [
    ...(stops > 0 ? [`${stops} ${stops === 1 ? 'thing stops' : 'things stop'} it on ${network}`] : []),
    ...(look > 0 ? [`${look} to look at`] : []),
  ]
  return `${parts.join(', ')}. Nothing is changed unless you say so.`
}

/** What X asks for these posts, with and without their links. */
export function priceSentence({ posts, withLink, tenthsOfCents, withoutLinks }: XPrice): string {
  const each = posts === 1 ? 'one post' : `${posts} posts`
  const whole = `By hand it costs nothing. Through X’s API, ${each} cost${posts === 1 ? 's' : ''} ${inDollars(tenthsOfCents)}`
  if (withLink === 0) return `${whole}, as none has a link.`
  const links = withLink === 1 ? 'one has a link' : `${withLink} have links`
  return `${whole}, as ${links} (${postPrices.withLink} each, ${postPrices.plain} without); without links it would be ${inDollars(withoutLinks)}.`
}
