import { z } from 'zod'
import { quotedList } from './quoted-list.ts'

/** One tweet as the model gives it: nothing in it has been checked against the source yet. */
export const modelTweetSchema = z.object({ quotes: z.array(z.string()), text: z.string() })
export type ModelTweet = z.infer<typeof modelTweetSchema>

/** The whole answer. */
export const threadAnswer = quotedList('thread', 'tweets', {
  quotes: 'One to three passages of the article, copied character by character.',
  text: 'The tweet, said from those passages alone.',
})

export const shortenedTweetSchema = z.object({ text: z.string() })

export const shortenedTweetAnswer = {
  name: 'shortened_tweet',
  schema: {
    type: 'object',
    properties: { text: { type: 'string', description: 'The shortened tweet.' } },
    required: ['text'],
    additionalProperties: false,
  },
}
