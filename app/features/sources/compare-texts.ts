import { diffArrays, diffWordsWithSpace } from 'diff'

export type WordChange = { text: string; change: 'same' | 'added' | 'removed' }
/** A run of passages that are the same, by their number, or one passage that isn't, word by word. */
export type PassageChange = { same: number } | { words: WordChange[] }

/** Beyond these the old is shown whole, then the new: comparing costs by the square of what differs. */
const mostCompared = 6_000
const mostPassages = 4_000
const mostChangedPassages = 1_000
const mostChangedWords = 200
/** Passages of one comparison whose words are compared. */
const mostWordByWord = 100

/**
 * What turns one text into another, passage by passage (parted by blank lines), and in a passage that changed word by
 * word. Bounded: texts or passages too long for that are told as removed and added whole.
 */
export function compareTexts(before: string, after: string): PassageChange[] {
  const [old, now] = [before.split('\n\n'), after.split('\n\n')]
  if (old.length + now.length > mostPassages) return [{ words: wholly(before, after) }]
  const parts = diffArrays(old, now, { maxEditLength: mostChangedPassages })
  if (!parts) return [{ words: wholly(before, after) }]
  const changes: PassageChange[] = []
  const budget = { left: mostWordByWord }
  let removed: string[] = []
  for (const part of parts) {
    if (part.removed) removed = part.value
    else if (part.added) {
      changes.push(...replaced(removed, part.value, budget))
      removed = []
    } else {
      changes.push(...replaced(removed, [], budget), { same: part.value.length })
      removed = []
    }
  }
  return [...changes, ...replaced(removed, [], budget)]
}

/** Passages that stand where others stood: each beside the one in its place, what is left over by itself. */
function replaced(old: readonly string[], now: readonly string[], budget: { left: number }): PassageChange[] {
  return Array.from({ length: Math.max(old.length, now.length) }, (_, index) => {
    const [was, is] = [old[index], now[index]]
    if (was === undefined) return { words: [{ text: is ?? '', change: 'added' as const }] }
    if (is === undefined) return { words: [{ text: was, change: 'removed' as const }] }
    budget.left -= 1
    const short = was.length + is.length <= mostCompared && budget.left >= 0
    return { words: short ? wordByWord(was, is) : wholly(was, is) }
  })
}

const wholly = (was: string, is: string): WordChange[] => [
  { text: was, change: 'removed' },
  { text: is, change: 'added' },
]

/** What turns one text into another, word by word; told as removed and added whole where they differ too much. */
export function wordByWord(was: string, is: string): WordChange[] {
  const parts = diffWordsWithSpace(was, is, { maxEditLength: mostChangedWords })
  if (!parts) return wholly(was, is)
  return parts.map(({ value, added, removed }) => ({
    text: value,
    change: added ? 'added' : removed ? 'removed' : 'same',
  }))
}
