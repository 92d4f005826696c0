import { emojiSequences } from './emoji-sequences.ts'
import { accented } from './latin-accents.ts'
import { findLinks, type LinkRules } from './links.ts'
import { linkLength } from './networks.ts'

const pathUnit = `[-a-z0-9\\u0400-\\u04ff!*';:=+,.$/%#[\\]\\u2013_~@|&${accented}]`
// Two levels, as in /wiki/Fork_(software) and /track/Up_(Album_(Edited)).
const parens = `\\((?:${pathUnit}+|${pathUnit}*\\(${pathUnit}+\\)${pathUnit}*)\\)`
const pathEnd = `[-+a-z0-9\\u0400-\\u04ff=_#/${accented}]`
const path = `/(?:${pathUnit}*(?:${parens}${pathUnit}*)*${pathEnd}|${parens}|@${pathUnit}+/)*`
const query = "\\?[-a-z0-9!?*'@();:&=+$/%#[\\]_.,~|]*[-a-z0-9_&=#/]"

/** What X links: http, https and bare domains, with a path that doesn't take the sentence's punctuation along. */
export const xLinks: LinkRules = {
  protocol: /https?:\/\/$/i,
  tail: new RegExp(`(?::[0-9]+)?(${path})?(?:${query})?`, 'iy'),
  bareDomains: true,
}

/** Weight of a UTF-16 unit: the ranges of X's configuration "v3" that weigh 1; all the rest weighs 2. */
function unitWeight(unit: number): 1 | 2 {
  if (unit <= 4351) return 1
  if (unit < 8192 || unit > 8247) return 2
  return unit <= 8205 || (unit >= 8208 && unit <= 8223) || unit >= 8242 ? 1 : 2
}

function weightBetween(text: string, start: number, end: number): number {
  let weight = 0
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at)
    if (
      unit >= 0xd800 &&
      unit <= 0xdbff &&
      at + 1 < text.length &&
      (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00
    )
      at++
    weight += unitWeight(unit)
  }
  return weight
}

const emojiWeight = 2
const heavy = /[^\0-\u10ff]/

/**
 * Length of a text on X: after NFC, 23 a link, 2 an emoji (however many code points it has), and 1 or 2 a character.
 * Equal to `weightedLength` of twitter-text 3.1.0, whose list of emoji ends with Emoji 11; newer emoji weigh 2 as well.
 */
export function weightedLength(text: string): number {
  const normal = text.normalize()
  const links = findLinks(normal, xLinks)
  const light = !heavy.test(normal)
  if (light && links.length === 0) return normal.length
  const emoji = light ? [] : emojiSequences(normal)
  if (links.length > 1) links.sort((a, b) => a.start - b.start)
  let weight = 0
  let at = 0
  let link = 0
  let next = 0
  while (at < normal.length) {
    while ((links[link]?.start ?? normal.length) < at) link++
    while ((emoji[next] ?? normal.length) < at) next += 2
    const linkAt = links[link]?.start ?? normal.length
    const emojiAt = emoji[next] ?? normal.length
    const stop = Math.min(linkAt, emojiAt)
    weight += light ? stop - at : weightBetween(normal, at, stop)
    if (stop === normal.length) return weight
    weight += linkAt === stop ? linkLength : emojiWeight
    at = linkAt === stop ? stop + (links[link]?.replaced ?? 1) : (emoji[next + 1] ?? normal.length)
  }
  return weight
}
