import { buildSnapshot, type Passage } from './build-snapshot.ts'
import { cleanCharacters } from './clean-characters.ts'
import { isHardWrapped, paragraphsOf } from './hard-wraps.ts'
import type { Snapshot } from './snapshot.ts'

const longestTitle = 110

/** A first line stands as the title where it is short, stands alone, and doesn't end as a sentence does. */
function isTitle(first: string | undefined, rest: readonly string[]): first is string {
  if (first === undefined || first.length > longestTitle || first.split(' ').length > 16) return false
  if (/[.,;:。、，；：]$/.test(first) || !/\p{L}/u.test(first)) return false
  return rest.some((paragraph) => paragraph.length > first.length)
}

/** Reads text that holds no marks: paragraphs by blank lines, fixed-width lines put together again. */
export function readPlainText(input: string): Snapshot {
  const groups = cleanCharacters(input)
    .split(/\n[ \t]*(?:\n[ \t]*)+/)
    .map((group) =>
      group
        .split('\n')
        .map((line) => line.trimEnd())
        .filter((line) => line !== ''),
    )
    .filter((lines) => lines.length > 0)
  const wrapped = isHardWrapped(groups)
  const paragraphs = groups.flatMap((lines) => paragraphsOf(lines, wrapped))
  const [first, ...rest] = paragraphs
  const title = isTitle(first, rest) ? first : null
  const passages = paragraphs.map(
    (text, index): Passage =>
      index === 0 && title !== null ? { kind: 'heading', level: 1, text } : { kind: 'paragraph', text },
  )
  return buildSnapshot('text', passages, { title })
}
