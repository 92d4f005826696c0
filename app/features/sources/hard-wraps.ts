import { collapseWhiteSpace } from './clean-characters.ts'

/** Lines are taken as wrapped by a machine between these widths; narrower ones are verse, wider ones paragraphs. */
const narrowest = 40
const widest = 100

/**
 * Whether a text was broken into lines at a fixed width: at nearly every break the next line's first word would not
 * have fitted on the line before. `groups` are runs of lines without a blank line between.
 */
export function isHardWrapped(groups: readonly (readonly string[])[]): boolean {
  const width = Math.max(
    0,
    ...groups
      .filter((lines) => lines.length > 1)
      .flat()
      .map((line) => line.length),
  )
  if (width < narrowest || width > widest) return false
  let breaks = 0
  let full = 0
  for (const lines of groups) {
    for (const [index, line] of lines.slice(0, -1).entries()) {
      const nextWord = lines[index + 1]?.trim().split(/\s/, 1)[0] ?? ''
      breaks += 1
      // Two columns of grace: editors differ on whether a line may fill its last column.
      if (line.length + 1 + nextWord.length > width - 2) full += 1
    }
  }
  return full >= breaks * 0.7
}

/** A group's paragraphs: the whole group where the text is wrapped, else each line by itself. */
export function paragraphsOf(lines: readonly string[], wrapped: boolean): string[] {
  const paragraphs = wrapped ? [lines.join('\n')] : lines
  return paragraphs.map(collapseWhiteSpace).filter((paragraph) => paragraph !== '')
}
