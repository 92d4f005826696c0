import { wordCount } from '#app/features/segmentation/words.ts'
import { AppError } from '#app/platform/errors.ts'
import type { GenerationOptions } from './options.ts'

/** A tweet with fewer words of its source behind it says nothing or says things twice. */
const fewestWordsATweet = 12

/**
 * Throws where a thread of the wished length can't be made from a text without padding; the message names the number
 * of tweets that the text is enough for. Needs no wish to pass a text on its own.
 */
export function assertLengthFits(text: string, options: GenerationOptions): void {
  if (options.length === null) return
  const enoughFor = Math.max(1, Math.floor(wordCount(text) / fewestWordsATweet))
  if (options.length <= enoughFor) return
  throw new AppError(
    'source-too-short-for-length',
    `The text is enough for about ${enoughFor} ${enoughFor === 1 ? 'tweet' : 'tweets'}, not ${options.length}: ask for fewer, or leave the length open.`,
    { status: 422, field: 'length' },
  )
}
