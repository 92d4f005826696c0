import { collapseWhiteSpace } from '../../clean-characters.ts'

const broken = /\p{L}[-\u2010]$/u
/** Characters of the longest word that is looked at. */
const longestWord = 60

/** The compounds that a document writes with a hyphen within its lines, in lower case. */
export function compoundsIn(texts: Iterable<string>): Set<string> {
  const found = new Set<string>()
  for (const text of texts)
    for (const [word] of text.matchAll(/\p{L}+(?:[-\u2010]\p{L}+)+/gu)) found.add(word.toLowerCase())
  return found
}

/** Whether a line ends within a word that the next goes on with. */
export function breaksWord(line: string, next: string): boolean {
  if (!broken.test(line.slice(-4))) return false
  return /^\p{Ll}/u.test(next) || (/\p{Lu}{2}.$/u.test(line.slice(-4)) && /^\p{Lu}{2}/u.test(next))
}

/**
 * One line out of several: a hyphen at a line's end goes where the word goes on, unless it has another
 * hyphen or the document writes the same word with one elsewhere.
 */
export function joinLines(lines: readonly string[], compounds: ReadonlySet<string>): string {
  let text = ''
  for (const line of lines) {
    if (!breaksWord(text, line)) {
      text += text === '' ? line : `\n${line}`
      continue
    }
    const front = /[\p{L}\u2010-]+$/u.exec(text.slice(-longestWord))?.[0] ?? ''
    const back = /^[\p{L}\u2010-]+/u.exec(line.slice(0, longestWord))?.[0].replace(/[-\u2010]$/, '') ?? ''
    const compound =
      /[-\u2010]./u.test(front) || /[-\u2010]/u.test(back) || compounds.has(`${front}${back}`.toLowerCase())
    text = (compound ? text : text.slice(0, -1)) + line
  }
  return collapseWhiteSpace(text)
}
