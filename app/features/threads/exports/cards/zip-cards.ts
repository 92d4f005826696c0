import { strToU8, Zip, ZipPassThrough } from 'fflate'
import { AppError } from '#app/platform/errors.ts'
import type { ThreadWithSource } from '../../read-thread.ts'
import type { CardLook } from './card.ts'
import { cardOfTweet } from './card-of-tweet.ts'
import { drawCard } from './draw-card.server.ts'

/**
 * All cards of a thread as one archive, each named `NAME-1.png` and so on; those that can't be drawn are missing, and a
 * file says which and why. Takes some 100 ms a card that wasn't drawn lately. `signal` ends it between two.
 */
export async function zipCards(
  thread: ThreadWithSource,
  { name, look, signal }: { name: string; look: CardLook; signal: AbortSignal },
): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  const archive = new Zip((error, chunk) => {
    if (error) throw error
    chunks.push(chunk)
  })
  const add = (file: string, bytes: Uint8Array) => {
    // PNG is compressed already.
    const entry = new ZipPassThrough(file)
    archive.add(entry)
    entry.push(bytes, true)
  }
  const missing: string[] = []
  for (const { position } of thread.tweets) {
    signal.throwIfAborted()
    const card = cardOfTweet(thread, position, look)
    try {
      if (card) add(`${name}-${position}.png`, await drawCard(card))
    } catch (error) {
      if (!(error instanceof AppError) || error.status !== 422) throw error
      missing.push(`Tweet ${position}: ${error.message}`)
    }
  }
  if (missing.length > 0) add('not-drawn.txt', strToU8(`${missing.join('\n')}\n`))
  archive.end()
  return Buffer.concat(chunks)
}
