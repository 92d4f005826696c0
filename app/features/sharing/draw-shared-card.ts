import { drawCard } from '#app/features/threads/exports/cards/draw-card.server.ts'
import { AppError } from '#app/platform/errors.ts'
import type { SharedThread } from './read-shared-thread.ts'

/**
 * The image of a public page, a PNG: its title, else its first tweet; where our fonts have letters for neither, that there
 * is a thread, in words that they have.
 */
export async function drawSharedCard({ title, tweets, source }: SharedThread): Promise<Buffer> {
  const count = `${tweets.length} ${tweets.length === 1 ? 'tweet' : 'tweets'}`
  const from = source && new URL(source.url).hostname
  const draw = (text: string) => drawCard({ text, from, place: count, look: 'light' })
  for (const text of [title, tweets[0]?.text ?? '']) {
    const png = await draw(text).catch((error: unknown) => {
      if (error instanceof AppError && error.status === 422) return null
      throw error
    })
    if (png) return png
  }
  return draw(`A thread of ${count}`)
}
