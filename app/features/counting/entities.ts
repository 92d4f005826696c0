import { accented } from './latin-accents.ts'
import { findLinks } from './links.ts'
import { xLinks } from './x-length.ts'

export type Entity = {
  kind: 'link' | 'mention' | 'hashtag' | 'cashtag'
  /** UTF-16 offsets in the text as given, end exclusive. */
  start: number
  end: number
  /** The text between them, sign included. */
  text: string
}

// Group 1 is what stands before, group 2 the entity. What stands before is consumed, as in twitter-text, so that one
// entity's end can't be what the next one needs before it.
const mention =
  /(^|[^a-z0-9_!#$%&*@\uff20]|(?:^|[^a-z0-9_+~.-])rt:?)([@\uff20][a-z0-9_]{1,20}(?:\/[a-z][a-z0-9_-]{0,24})?)/gi
const refusedAfterMention = new RegExp(`^(?:[@＠${accented}]|://)`)

const tagSigns =
  '_\\u200c\\u200d\\ua67e\\u05be\\u05f3\\u05f4\\uff5e\\u301c\\u309b\\u309c\\u30a0\\u30fb\\u3003\\u0f0b\\u0f0c\\xb7'
const tagUnit = `[\\p{L}\\p{M}\\p{Nd}${tagSigns}]`
const hashtag = new RegExp(
  `(^|[\\ufe0e\\ufe0f]|(?!${tagUnit}|&)\\P{Cs})([#＃](?![\\ufe0f\\u20e3])${tagUnit}*[\\p{L}\\p{M}]${tagUnit}*)`,
  'gu',
)
const refusedAfterHashtag = /^(?:[#＃]|:\/\/)/

const cashtag =
  /(^|[\s\x85\u180e])(\$[a-z]{1,6}(?:[._][a-z]{1,2})?)(?=$|[\s!'#%&()*+,\\\-./:;<=>?@[\]^_{|}~$])/gi

function found(text: string, kind: Entity['kind'], pattern: RegExp, refusedAfter?: RegExp): Entity[] {
  return Array.from(text.matchAll(pattern), ({ 0: whole, 1: before = '', 2: entity = '', index }) => ({
    kind,
    start: index + before.length,
    end: index + whole.length,
    text: entity,
  })).filter(({ end }) => !refusedAfter?.test(text.slice(end, end + 3)))
}

/**
 * Links, mentions (with a list's name), hashtags and cashtags in a text as X would see them, in order and without
 * overlap: of two that overlap, the one that begins first stands. The grammar is that of twitter-text 3.1.0, but
 * hashtags may hold letters of scripts encoded since.
 */
export function findEntities(text: string): Entity[] {
  const links = findLinks(text, xLinks).map(({ start, end }): Entity => {
    return { kind: 'link', start, end, text: text.slice(start, end) }
  })
  const mentions = /[@＠]/.test(text) ? found(text, 'mention', mention, refusedAfterMention) : []
  const hashtags = /[#＃]/.test(text) ? found(text, 'hashtag', hashtag, refusedAfterHashtag) : []
  const cashtags = text.includes('$') ? found(text, 'cashtag', cashtag) : []
  let end = 0
  return [...links, ...mentions, ...hashtags, ...cashtags]
    .sort((a, b) => a.start - b.start)
    .filter((entity) => {
      if (entity.start < end) return false
      end = entity.end
      return true
    })
}
