import type { ChatRequest } from './request-schema.ts'
import { articleIn, threadFromPrompt, threadObeyingPage } from './thread-from-prompt.ts'

/** What kind of answer a request asks for, by the one property of its schema; `text` for a single text. */
export function askedFor(request: ChatRequest): 'tweets' | 'points' | 'repaired' | 'candidates' | 'text' {
  const format = request.response_format
  const properties = format?.type === 'json_schema' ? format.json_schema.schema.properties : {}
  const names = Object.keys(properties ?? {})
  return (
    (['points', 'repaired', 'candidates', 'text'] as const).find((name) => names.includes(name)) ?? 'tweets'
  )
}

/** The plan of a well-behaved model: the sentences that it would make tweets of; or of one that does what the page says. */
export function planFromPrompt(request: ChatRequest, obeysPage: boolean): string {
  const tweets = obeysPage ? threadObeyingPage(request) : threadFromPrompt(request)
  return JSON.stringify({ points: tweets.map(({ text, quotes }) => ({ quotes, text })) })
}

/** Each tweet said by the first of its passages. */
export function repairFromPrompt(request: ChatRequest): string {
  const tweets = articleIn(request).matchAll(/^Tweet (\d+): .*\nDoubted: .*\nPassages:\n(.+)$/gm)
  const repaired = Array.from(tweets, ([, number, passage = '']) => ({
    number: Number(number),
    quotes: [passage],
    text: passage,
  }))
  return JSON.stringify({ repaired })
}
