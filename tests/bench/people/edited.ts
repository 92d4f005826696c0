import { z } from 'zod'
import { documentOf, storedTweetSchema } from '#app/features/threads/stored-tweet.ts'

/** What the document's address answers, also to a save. */
export const storedSchema = z.object({
  version: z.number(),
  title: z.string().nullable(),
  numbering: z.boolean(),
  tweets: z.array(storedTweetSchema),
})

/** The form of a save in which some words of one tweet are others. */
export function documentWith(
  stored: z.infer<typeof storedSchema>,
  random: () => number,
): { version: string; document: string } {
  const document = documentOf(stored)
  const tweet = document.tweets[Math.floor(random() * document.tweets.length)]
  if (tweet) tweet.text = `${tweet.text.slice(0, 200)} ${Math.floor(random() * 1e6)}`
  return { version: String(stored.version), document: JSON.stringify(document) }
}
