import { fitText } from '#app/features/counting/numbering.ts'
import type { ModelLine } from '#app/integrations/openai/door/line.ts'
import { shortenRequest } from './prompt.ts'
import { fits, type Room } from './room.ts'
import type { Tally } from './tally.ts'
import { shortenedTweetSchema } from './thread-schema.ts'

export type Shortening = {
  line: ModelLine
  room: Room
  signal: AbortSignal
  tally: Tally
  clean: (text: string) => string
}

/** One tweet, and what a model thinks before it. */
const maxOutputTokens = 2_000

async function askShorter(text: string, shortening: Shortening): Promise<string> {
  const { line, room, signal, tally, clean } = shortening
  try {
    const request = { ...shortenRequest(text, room), maxOutputTokens }
    const shorter = await line.ask(request, {
      signal,
      purpose: 'shorten',
      read(answer) {
        tally.add(answer)
        return shortenedTweetSchema.parse(JSON.parse(answer.text)).text
      },
    })
    return clean(shorter)
  } catch (error) {
    if (signal.aborted) throw error
    // Cutting is always possible, so a thread that is nearly written never fails for a tweet that is too long.
    return ''
  }
}

/**
 * The text within the room: as it is; or said shorter by the model; or cut at a sentence.
 * Throws only when `signal` is aborted.
 */
export async function fitTweet(
  text: string,
  shortening: Shortening,
): Promise<{ text: string; how: 'as-is' | 'shortened' | 'cut' }> {
  const { room } = shortening
  if (fits(text, room)) return { text, how: 'as-is' }
  const shorter = await askShorter(text, shortening)
  if (shorter !== '' && fits(shorter, room)) return { text: shorter, how: 'shortened' }
  const cut = fitText(shorter === '' ? text : shorter, room.network, room.limit)
  return { text: cut.trim(), how: 'cut' }
}
