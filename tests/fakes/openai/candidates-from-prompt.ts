import { type ChatRequest, textOfMessages } from './request-schema.ts'
import type { ModelTweet } from './thread-from-prompt.ts'

/** The candidates that were told, or those of a well-behaved model: sentences of the passages, which stand last. */
export function candidatesFromPrompt(request: ChatRequest, told: ModelTweet[] | null): string {
  const user = textOfMessages(request, 'user')
  const marked = [...user.matchAll(/^=+ ?([0-9a-f]{16,}) ?=+\n([\s\S]*?)\n=+ ?\1 ?=+$/gm)]
  const passages = marked.at(-1)?.[2] ?? ''
  const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' })
  const sentences = Array.from(segmenter.segment(passages), ({ segment }) => segment.trim())
  const count = Number(/exactly (\d+)/i.exec(user)?.[1] ?? 1)
  const made = sentences
    .filter((sentence) => sentence.length >= 20)
    .slice(0, count)
    .map((sentence) => ({ text: sentence, quotes: [sentence] }))
  const candidates = (told ?? made).map(({ text, quotes }) => ({ quotes, text }))
  return JSON.stringify({ candidates })
}
