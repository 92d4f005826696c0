/** Deeper than any writer nests quotes and lists, and shallow enough for the parser's recursion. */
const deepest = 100
/** The parser's time grows with the square of the marks in one paragraph, and nested emphasis fills its stack. */
const mostMarks = 600

/** Whether a text has more marks in one place than writing has, so that reading it as Markdown would take minutes. */
export function isTangled(markdown: string): boolean {
  const opening = /^(?:[ \t]*(?:>|[-*+]|\d{1,9}[.)])(?=[ \t>]|$))*/
  let marks = 0
  for (const line of markdown.split('\n')) {
    if (line.trim() === '') marks = 0
    marks += line.match(/\*+|_+|~+|\[|!\[|<|`+/g)?.length ?? 0
    const opened = opening.exec(line.slice(0, 2_000))?.[0].match(/>|[-*+]|\d+[.)]/g)?.length ?? 0
    // List items end a paragraph too, so that a long list isn't taken for one.
    if (opened > 0) marks = Math.min(marks, line.match(/\*+|_+|~+|\[|!\[|<|`+/g)?.length ?? 0)
    if (opened > deepest || marks > mostMarks) return true
  }
  return false
}
