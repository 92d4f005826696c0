import { diffArrays, diffWordsWithSpace } from 'diff'

export type WordChange = { text: string; change: 'same' | 'added' | 'removed' }
/** A run of passages that are the same, by their number, or one passage that isn't, word by word. */
export type PassageChange = { same: number } | { words: WordChange[] }

/** Beyond this a passage's words are not compared one by one: the old one is shown whole, then the new one. */
const mostCompared = 6_000
const mostPassages = 4_000

/**
 * What turns one text into another, passage by passage (parted by blank lines), and in a passage that changed word by
 * word. Bounded: texts or passages too long for that are told as removed and added whole.
 */
export function compareTexts(before: string, after: string): PassageChange[] {
  const [old, now] = [before.split('\n\n'), after.split('\n\n')]
  if (old.length + now.length > mostPassages) return [{ words: wholly(before, after) }]
  const changes: PassageChange[] = []
  let removed: string[] = []
  for (const part of diffArrays(old, now)) {
    if (part.removed) removed = part.value
    else if (part.added) {
      changes.push(...replaced(removed, part.value))
      removed = []
    } else {
      changes.push(...replaced(removed, []), { same: part.value.length })
      removed = []
    }
  }
  return [...changes, ...replaced(removed, [])]
}

/** Passages that stand where others stood: each beside the one in its place, what is left over by itself. */
function replaced(old: readonly string[], now: readonly string[]): PassageChange[] {
  return Array.from({ length: Math.max(old.length, now.length) }, (_, index) => {
    const [was, is] = [old[index], now[index]]
    if (was === undefined) return { words: [{ text: is ?? '', change: 'added' as const }] }
    if (is === undefined) return { words: [{ text: was, change: 'removed' as const }] }
    return { words: was.length + is.length > mostCompared ? wholly(was, is) : wordByWord(was, is) }
  })
}

const wholly = (was: string, is: string): WordChange[] => [
  { text: was, change: 'removed' },
  { text: is, change: 'added' },
]

function wordByWord(was: string, is: string): WordChange[] {
  return diffWordsWithSpace(was, is).map(({ value, added, removed }) => ({
    text: value,
    change: added ? 'added' : removed ? 'removed' : 'same',
  }))
}
