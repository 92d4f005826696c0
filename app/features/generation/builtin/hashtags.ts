import { stopWords } from '#app/features/segmentation/stop-words.ts'
import { words } from '#app/features/segmentation/words.ts'
import type { Reading } from './units.ts'

const most = 2
const longest = 24

/**
 * One or two hashtags from what the source names most, its title's names first; none where it names nothing often.
 */
export function chooseHashtags({ names, language, units }: Reading, title: string): string[] {
  const stops = stopWords(language)
  const strength = new Map<string, number>()
  for (const [name, count] of names.counts) {
    const inTitle = title.toLowerCase().includes(name.toLowerCase())
    const parts = name.split(' ').length
    if (count < 2 && !inTitle) continue
    strength.set(name, count * (inTitle ? 3 : 1) * (parts > 1 ? 1.3 : 1))
  }
  if (strength.size === 0) {
    const titleWords = words(title, language).map(({ start, end }) => title.slice(start, end))
    for (const word of titleWords) {
      if (word.length < 4 || stops.has(word.toLowerCase())) continue
      const said = units.filter(({ text }) => text.toLowerCase().includes(word.toLowerCase())).length
      if (said > 1) strength.set(word, said)
    }
  }
  const tags: string[] = []
  const byStrength = [...strength].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  for (const [name] of byStrength) {
    const tag = hashtag(name)
    if (tag === null || tags.some((other) => overlaps(other, tag))) continue
    tags.push(tag)
    if (tags.length === most) break
  }
  return tags
}

function hashtag(name: string): string | null {
  const joined = name
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join('')
  return joined.length >= 2 && joined.length <= longest && /\p{L}/u.test(joined) ? `#${joined}` : null
}

function overlaps(one: string, other: string): boolean {
  const [a, b] = [one.slice(1).toLowerCase(), other.slice(1).toLowerCase()]
  return a.includes(b) || b.includes(a)
}
