import { numberTexts } from '#app/features/counting/numbering.ts'
import type { ThreadDocument } from './thread-document.ts'

/** The texts of tweets as they are posted: numbered where the thread wants it. */
export function postedTexts({
  tweets,
  numbering,
}: {
  tweets: readonly { text: string }[]
  numbering: ThreadDocument['numbering']
}): string[] {
  const texts = tweets.map(({ text }) => text)
  return numbering ? numberTexts(texts) : texts
}
