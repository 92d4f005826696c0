import { numberTexts } from '#app/features/counting/numbering.ts'
import type { ThreadDocument } from '#app/features/threads/document/thread-document.ts'

/** The texts as they will be posted, with their numbers where wanted; tweets that were only begun are left out. */
export function postedTexts({ tweets, numbering }: ThreadDocument): string[] {
  const texts = tweets.map(({ text }) => text).filter((text) => text.trim() !== '')
  return numbering ? numberTexts(texts) : texts
}
