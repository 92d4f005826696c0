import { fitText } from '#app/features/counting/numbering.ts'
import type { ChatClient } from '#app/integrations/openai/chat.server.ts'
import { shortenRequest } from './prompt.ts'
import { fits, type Room } from './room.ts'
import type { Tally } from './tally.ts'
import { shortenedTweetSchema } from './thread-schema.ts'

type Shortening = {
  client: ChatClient
  room: Room
  signal: AbortSignal
  tally: Tally
  clean: (text: string) => string
}

async function askShorter(text: string, { client, room, signal, tally, clean }: Shortening): Promise<string> {
  try {
    const answer = await client.ask(shortenRequest(text, room), signal)
    tally.add(answer)
    return clean(shortenedTweetSchema.parse(JSON.parse(answer.text)).text)
  } catch (error) {
    if (signal.aborted) throw error
    // Cutting is always possible, so a thread that is nearly written never fails for a tweet that is too long.
    return ''
  }
}

/**
 * The text within the room: as it is; or said shorter by the model, which is asked once; or cut at a sentence.
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
