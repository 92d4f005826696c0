import { countedLength, fits } from './count.ts'
import { type Entity, findEntities } from './entities.ts'
import { findLinks } from './links.ts'
import { mastodonLinks, remoteMentions } from './mastodon-length.ts'
import { type Network, rules } from './networks.ts'
import { lastThat, pieceEnds } from './pieces.ts'

export type TextRun = {
  kind: 'text' | Entity['kind']
  /** UTF-16 offsets in the text, end exclusive. */
  start: number
  end: number
  /** What it counts by itself, in the network's unit: a link 23 on X and Mastodon, a remote mention without its host. */
  counted: number
  /** Whether it stands beyond what one post may hold. */
  isOver: boolean
}

/**
 * A text as the runs to show it by while it is written: links, mentions, hashtags and cashtags as the network counts them
 * (Mastodon links only what names its protocol), the text between them, and all of it parted where the limit is reached,
 * which is never within an entity or a grapheme. The runs follow each other without gaps and joined are the text.
 * `limit` is in the network's unit, its own without one: give less where a number is added.
 */
export function textRuns(text: string, network: Network, limit: number = rules[network].limit): TextRun[] {
  const entities = entitiesOn(text, network)
  const over = overFrom(text, entities, network, limit)
  const runs: TextRun[] = []
  const add = (kind: TextRun['kind'], start: number, end: number) => {
    if (start >= end) return
    if (start < over && over < end) {
      add(kind, start, over)
      add(kind, over, end)
      return
    }
    const counted = countedLength(text.slice(start, end), network)
    runs.push({ kind, start, end, counted, isOver: start >= over })
  }
  let at = 0
  for (const { kind, start, end } of entities) {
    add('text', at, start)
    add(kind, start, end)
    at = end
  }
  add('text', at, text.length)
  return runs
}

type Found = Pick<Entity, 'kind' | 'start' | 'end'>

function entitiesOn(text: string, network: Network): Found[] {
  if (network !== 'mastodon') return findEntities(text)
  const own = [
    ...findLinks(text, mastodonLinks).map(({ start, end }): Found => ({ kind: 'link', start, end })),
    ...remoteMentions(text).map(({ start, end }): Found => ({ kind: 'mention', start, end })),
  ]
  const shared = findEntities(text).filter(
    ({ kind, start, end }) => kind !== 'link' && !own.some((one) => one.start < end && start < one.end),
  )
  let at = 0
  return [...own, ...shared]
    .sort((a, b) => a.start - b.start)
    .filter(({ start, end }) => {
      if (start < at) return false
      at = end
      return true
    })
}

/** The offset from which on a text is over the limit; its length where none of it is. */
function overFrom(text: string, entities: Found[], network: Network, limit: number): number {
  if (fits(text, network, limit)) return text.length
  const ends = pieceEnds(text, 0, text.length, entities)
  return Math.max(
    0,
    lastThat(ends, (end) => fits(text.slice(0, end), network, limit)),
  )
}
