import { quoteLocator } from '#app/features/support/locate-quotes.ts'
import type { ModelLine } from '#app/integrations/openai/door/line.ts'
import type { DoubtedTweet, Repaired, WriterInput } from '../writer.ts'
import { tweetCleaner } from './clean-tweet.ts'
import { prepareTweet } from './prepare-tweet.ts'
import { repairRequest, repairSchema } from './repair-request.ts'
import { roomFor } from './room.ts'
import { createTally } from './tally.ts'

/**
 * Asks a model once to say tweets so that the source backs them. What it gives is cleaned and brought within the limit
 * like any tweet; tweets it gives nothing for, and numbers that nobody asked about, are left out. Throws the line's AppErrors.
 */
export async function repairTweets(
  input: WriterInput,
  doubted: readonly DoubtedTweet[],
  line: ModelLine,
): Promise<Repaired> {
  const { source, options, network, signal } = input
  const room = roomFor(network, options)
  const tally = createTally()
  const given = await line.ask(repairRequest(doubted, room), {
    signal,
    purpose: 'repair',
    read(answer) {
      tally.add(answer)
      return repairSchema.parse(JSON.parse(answer.text)).repaired
    },
  })
  const locate = quoteLocator(source.text)
  const clean = tweetCleaner(source, options)
  const preparing = { locate, clean, line, room, signal, tally }
  const tweets: Repaired['tweets'] = []
  for (const { position } of doubted) {
    const said = given.find(({ number }) => number === position)
    if (!said) continue
    const { text, spans } = await prepareTweet(said, position, preparing)
    if (text !== '') tweets.push({ position, tweet: { text, spans } })
  }
  return { tweets, by: tally.writtenBy() }
}
