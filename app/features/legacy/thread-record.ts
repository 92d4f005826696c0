import { z } from 'zod'
import { mostTweets } from '#app/features/threads/document/document-limits.ts'
import { field, lineSchema, Skipped, textSchema, timeSchema } from './record.ts'

/** UTF-16 characters: more than any plan takes is no source. */
const longestSource = 300_000

export type LegacyThread = {
  owner: string
  tweets: string[]
  /** What it was made of; null where the record doesn't hold it. */
  text: string | null
  url: string | null
  title: string | null
  createdAt: Date | undefined
}

const tweetSchema = z.union([
  textSchema,
  z.unknown().transform((record, context) => {
    const text = field(record, ['text', 'content', 'tweet', 'body'], textSchema)
    if (text !== undefined) return text
    context.addIssue({ code: 'custom' })
    return z.NEVER
  }),
])
const tweetsSchema = z.array(z.unknown()).transform((given, context) => {
  const tweets = given.map((tweet) => tweetSchema.safeParse(tweet).data)
  const whole = tweets.filter((tweet) => tweet !== undefined)
  if (whole.length === tweets.length && whole.length > 0) return whole
  context.addIssue({ code: 'custom' })
  return z.NEVER
})
const urlSchema = z.url({ protocol: /^https?$/ }).max(2_000)

const ownerNames = ['user_id', 'userId', 'owner', 'owner_id', 'author_id', 'uid']
const textNames = [
  'source_text',
  'sourceText',
  'original_text',
  'article',
  'content',
  'text',
  'input',
  'source',
]
const urlNames = ['url', 'source_url', 'sourceUrl', 'link', 'input', 'source']

/** A record of `thread_cache` as a thread. Throws Skipped where it is nobody's, or holds no tweets that can be read. */
export function readThreadRecord(content: unknown): LegacyThread {
  const owner = field(content, ownerNames, lineSchema)
  // A cache of ours is kept by its writer, its prompt and its wishes, none of which the record tells.
  if (owner === undefined) throw new Skipped('no-owner')
  const tweets = field(content, ['tweets', 'thread', 'posts'], tweetsSchema)
  if (!tweets) throw new Skipped('no-tweets')
  if (tweets.length > mostTweets) throw new Skipped('too-many-tweets')
  const url = field(content, urlNames, urlSchema) ?? null
  const text =
    field(
      content,
      textNames,
      textSchema.refine((given) => !urlSchema.safeParse(given).success),
    ) ?? null
  if (text !== null && text.length > longestSource) throw new Skipped('source-too-long')
  return {
    owner,
    tweets,
    text,
    url,
    title: field(content, ['title', 'headline'], lineSchema)?.slice(0, 120) ?? null,
    createdAt: field(
      content,
      ['created_at', 'createdAt', 'generated_at', 'timestamp', 'cached_at'],
      timeSchema,
    ),
  }
}
