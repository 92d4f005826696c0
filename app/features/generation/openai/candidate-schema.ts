import { z } from 'zod'
import { quotedList } from './quoted-list.ts'
import { modelTweetSchema } from './thread-schema.ts'

export const candidatesSchema = z.object({ candidates: z.array(modelTweetSchema) })

export const candidatesAnswer = quotedList('candidates', 'candidates', {
  quotes: 'One to three of the passages, copied character by character.',
  text: 'The tweet, said from those passages alone.',
})
