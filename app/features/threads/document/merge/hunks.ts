import { diffArrays } from 'diff'

/** The base's tokens from `start` to `end` (end exclusive) became these. */
export type Hunk = { start: number; end: number; tokens: string[] }

/** Tokens taken out and put in, beyond which a text counts as another one: comparing costs by their square. */
const mostChanged = 300

/** What turns the base into another text, in order and apart from each other; all of it where they differ too much. */
export function hunksBetween(base: string[], changed: string[]): Hunk[] {
  const parts = diffArrays(base, changed, { maxEditLength: mostChanged })
  if (!parts) return [{ start: 0, end: base.length, tokens: changed }]
  const hunks: Hunk[] = []
  let at = 0
  for (const { added, removed, value } of parts) {
    if (!added && !removed) {
      at += value.length
      continue
    }
    let hunk = hunks.at(-1)
    if (hunk?.end !== at) {
      hunk = { start: at, end: at, tokens: [] }
      hunks.push(hunk)
    }
    if (removed) {
      at += value.length
      hunk.end = at
    } else hunk.tokens.push(...value)
  }
  return hunks
}
