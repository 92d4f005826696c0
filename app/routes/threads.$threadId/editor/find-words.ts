import type { ReplacedAll } from '#app/features/threads/document/edits/replace-text.ts'

/** Which of how many places one is at. */
export function foundWords(wanted: string, place: number, count: number): string {
  if (wanted === '') return ''
  return count === 0 ? 'Nothing' : `${place + 1} of ${count}`
}

/** What replacing everywhere came to, and what it left alone. */
export function replacedWords({ replaced, locked, tooLong }: Omit<ReplacedAll, 'document'>): string {
  const parts = [
    replaced === 1 ? '1 place replaced' : `${replaced} places replaced`,
    ...(locked > 0 ? [`${locked} left in locked tweets`] : []),
    ...(tooLong > 0 ? [`${tooLong} left where a tweet would get too long`] : []),
  ]
  return `${parts.join(', ')}.`
}
