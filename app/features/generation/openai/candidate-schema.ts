import { z } from 'zod'
import { modelTweetSchema } from './thread-schema.ts'

export const candidatesSchema = z.object({ candidates: z.array(modelTweetSchema) })

export const candidatesAnswer = {
  name: 'candidates',
  schema: {
    type: 'object',
    properties: {
      candidates: {
        type: 'array',
        items: {
          type: 'object',
          properties: {
            quotes: {
              type: 'array',
              description: 'One to three of the passages, copied character by character.',
              items: { type: 'string' },
            },
            text: { type: 'string', description: 'The tweet, said from those passages alone.' },
          },
          required: ['quotes', 'text'],
          additionalProperties: false,
        },
      },
    },
    required: ['candidates'],
    additionalProperties: false,
  },
}
