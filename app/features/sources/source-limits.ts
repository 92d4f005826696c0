import { countWords } from '#app/features/segmentation/count-words.ts'
import { AppError } from '#app/platform/errors.ts'
import { fewestWords } from './parse-input.ts'
import type { Snapshot } from './snapshot.ts'

/** UTF-16 characters of a text that is pasted, uploaded or put right. */
export const mostCharacters = 300_000

const count = new Intl.NumberFormat('en')
const refuse = (code: string, message: string) =>
  new AppError(code, message, { status: 422, field: 'source' })

/**
 * Makes sure that a text which somebody brought themselves is neither too long nor, once its marks and crumbs are gone,
 * too short. Throws `source-too-long` and `too-few-words` for the field `source`.
 */
export function assertWithinLimits({ text }: Snapshot): void {
  if (text.length > mostCharacters)
    throw refuse(
      'source-too-long',
      `There are ${count.format(text.length)} characters of text in it; ${count.format(mostCharacters)} is the most. Split it, or paste the part you want.`,
    )
  const words = countWords(text, fewestWords)
  if (words < fewestWords)
    throw refuse(
      'too-few-words',
      `There ${words === 1 ? 'is 1 word' : `are ${words} words`} of text in it, and a thread needs at least ${fewestWords}. Add more of the text.`,
    )
}
