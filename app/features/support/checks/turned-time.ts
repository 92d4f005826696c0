import type { Token } from '../tokens.ts'
import { type Check, rangeOf } from './check.ts'

/** From this share of its words in the source's order on, all else stands as it did. */
const nearlyVerbatim = 0.75

/** What a word of time is turned round by, in the same place of the same sentence. */
const turned: Readonly<Record<string, readonly string[]>> = {
  en: [
    'before/after',
    'since/until',
    'since/till',
    'first/last',
    'earlier/later',
    'beforehand/afterwards',
    'previous/next',
    'before/since',
  ],
  de: [
    'vor/nach',
    'davor/danach',
    'vorher/nachher',
    'vorher/danach',
    'bevor/nachdem',
    'früher/später',
    'seit/bis',
    'ab/bis',
    'zuerst/zuletzt',
    'erst/zuletzt',
    'vorigen/nächsten',
    'vorige/nächste',
  ],
  es: [
    'antes/después',
    'antes/luego',
    'desde/hasta',
    'primero/último',
    'primera/última',
    'anterior/siguiente',
    'previamente/posteriormente',
  ],
  ja: [
    '前/後',
    '前に/後に',
    'その前/その後',
    '以前/以後',
    '以前/以降',
    '最初/最後',
    '最初に/最後に',
    'まで/から',
    '先に/後に',
    '前年/翌年',
    '前日/翌日',
    '前月/翌月',
  ],
}
const counterparts = new Map(
  Object.entries(turned).map(([language, pairs]) => {
    const known = new Map<string, string[]>()
    const note = (word: string, other: string) => known.set(word, [...(known.get(word) ?? []), other])
    for (const pair of pairs) {
      const [one = '', other = ''] = pair.split('/')
      note(one, other)
      note(other, one)
    }
    return [language, known] as const
  }),
)

/** "Open since 1994" for "open until 1994": a word of time for its opposite, in a sentence that is otherwise the source's. */
export const checkTurnedTime: Check = ({ alignment: { claim }, source, likeness }) => {
  const known = counterparts.get(source.language.tag)
  if (!known || !likeness || likeness.sequence < nearlyVerbatim) return []
  const words = (tokens: readonly Token[]) =>
    tokens.map(({ lower }) => lower).join(source.language.tag === 'ja' ? '' : ' ')
  for (const { ours, theirs, isInside } of likeness.wording.edits) {
    const mine = ours.flatMap((at) => claim.tokens[at] ?? [])
    const others = theirs.flatMap((at) => likeness.statement.tokens[at] ?? [])
    const [first, last] = [mine[0], mine.at(-1)]
    if (!first || !last) continue
    // At an end of the claim more of the sentence stands beside it than it replaces.
    const there = isInside
      ? words(others)
      : words(ours[0] === 0 ? others.slice(-mine.length) : others.slice(0, mine.length))
    if (known.get(words(mine))?.includes(there))
      return [{ code: 'order-exchanged', at: rangeOf({ start: first.start, end: last.end }), found: there }]
  }
  return []
}
