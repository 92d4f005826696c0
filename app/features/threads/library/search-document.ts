import { searchWords } from './search-words.ts'

/** What PostgreSQL keeps of a word's places, and how far it counts. */
const mostPlaces = 255
const lastPlace = 16_383
/** Under the megabyte that PostgreSQL allows a document, in bytes of UTF-8. */
const mostBytes = 900_000

/** Words stand in quotes, and hold nothing but letters and digits. */
const quoted = (word: string) => `'${word}'`

/** Titles and tweets as a document of PostgreSQL: the words with their places, those of a title of more weight. */
export function documentOf({ title, tweets }: { title: string; tweets: readonly string[] }): string {
  const places = new Map<string, string[]>()
  let place = 0
  const add = (text: string, weight: 'A' | 'B') => {
    for (const { word } of searchWords(text)) {
      place = Math.min(place + 1, lastPlace)
      const known = places.get(word)
      if (!known) places.set(word, [place + weight])
      else if (known.length < mostPlaces) known.push(place + weight)
    }
  }
  add(title, 'A')
  for (const text of tweets) add(text, 'B')
  return within(Array.from(places, ([word, at]) => `${quoted(word)}:${at.join(',')}`))
}

/** A source's words without their places, which would make a long one's document several times as large. */
export function plainDocumentOf(text: string): string {
  return within(Array.from(new Set(searchWords(text).map(({ word }) => word)), quoted))
}

function within(lexemes: readonly string[]): string {
  let bytes = 0
  const kept = lexemes.findIndex((lexeme) => {
    bytes += Buffer.byteLength(lexeme) + 1
    return bytes > mostBytes
  })
  return (kept < 0 ? lexemes : lexemes.slice(0, kept)).join(' ')
}
