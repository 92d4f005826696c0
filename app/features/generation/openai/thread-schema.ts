import { z } from 'zod'

/** One tweet as the model gives it: nothing in it has been checked against the source yet. */
export const modelTweetSchema = z.object({ quotes: z.array(z.string()), text: z.string() })
export type ModelTweet = z.infer<typeof modelTweetSchema>

/**
 * The whole answer, within the rules of strict structured outputs. Quotes stand before the text, since models fill in
 * the properties in this order: the evidence is picked first, and the tweet is then written from it.
 */
export const threadAnswer = {
  name: 'thread',
  schema: {
    type: 'object',
    properties: {
      tweets: {
        type: 'array',
        items: {
          type: 'object',
          properties: {
            quotes: {
              type: 'array',
              description: 'One to three passages of the article, copied character by character.',
              items: { type: 'string' },
            },
            text: { type: 'string', description: 'The tweet, said from those passages alone.' },
          },
          required: ['quotes', 'text'],
          additionalProperties: false,
        },
      },
    },
    required: ['tweets'],
    additionalProperties: false,
  },
}

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
