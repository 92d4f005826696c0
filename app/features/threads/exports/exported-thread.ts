import { z } from 'zod'
import { measure } from '#app/features/counting/count.ts'
import { networks } from '#app/features/counting/networks.ts'
import { verdicts } from '#app/features/support/verdict.ts'
import { isWebAddress } from '#app/ui/find-links.ts'
import { postedTexts } from '../document/posted-texts.ts'
import type { ThreadWithSource } from '../read-thread.ts'

const exportedTweetSchema = z.object({
  position: z.number().int().positive().describe('From 1.'),
  text: z.string().describe('As it is posted, with its number where the thread has numbers.'),
  plain: z.string().describe('Without its number.'),
  length: z.number().int().nonnegative().describe('Of `text`, in the network’s own count.'),
  verdict: z
    .enum(verdicts)
    .nullable()
    .describe('Whether the source backs it: wholly, in part, not at all; or an opinion. Null for unchecked.'),
  passages: z.array(z.string()).describe('What of the source backs it, in the source’s own words.'),
})

/** A thread as it leaves Threadr. It is the JSON format itself, and what the other formats are written from. */
export const exportedThreadSchema = z
  .object({
    $schema: z.url().describe('Where this description lies.'),
    format: z.literal('threadr.thread/1').describe('Changes when what is here changes its meaning.'),
    title: z.string(),
    language: z.string().nullable().describe('BCP 47, of the tweets; null where it isn’t known.'),
    createdAt: z.iso.datetime().describe('When the thread was begun.'),
    network: z.enum(networks).describe('What it is written for, and whose count the lengths are.'),
    numbering: z.boolean().describe('Whether each tweet ends with its number, such as 2/7.'),
    source: z.object({
      title: z.string().nullable(),
      url: z.url().nullable().describe('Null where the thread was made from a text or a file.'),
      siteName: z.string().nullable(),
      byline: z.string().nullable(),
      publishedAt: z.string().nullable().describe('ISO 8601, as exact as the source says it.'),
    }),
    tweets: z.array(exportedTweetSchema),
  })
  .describe('A thread as Threadr exports it.')

export type ExportedThread = z.infer<typeof exportedThreadSchema>

/** A thread of its owner's as it is exported. `schemaUrl` is where the schema of this format is served. */
export function exportedThread(thread: ThreadWithSource, schemaUrl: string): ExportedThread {
  const { snapshot } = thread
  const posted = postedTexts(thread)
  return {
    $schema: schemaUrl,
    format: 'threadr.thread/1',
    title: thread.title,
    language: thread.language ?? snapshot?.language ?? null,
    createdAt: thread.createdAt.toISOString(),
    network: 'x',
    numbering: thread.numbering,
    source: {
      title: snapshot?.title ?? null,
      url: sourceAddress(thread),
      siteName: snapshot?.siteName ?? null,
      byline: snapshot?.byline ?? null,
      publishedAt: snapshot?.publishedAt ?? null,
    },
    tweets: thread.tweets.map(({ position, text: plain, verdict, spans }, at) => {
      const text = posted[at] ?? plain
      const passages = spans.map(({ start, end }) => snapshot?.text.slice(start, end) ?? '')
      return { position, text, plain, length: measure(text, 'x').length, verdict, passages }
    }),
  }
}

/** Where a thread's source can be read, as the page itself says it; null for a text or a file. */
export function sourceAddress({
  source,
  snapshot,
}: Pick<ThreadWithSource, 'source' | 'snapshot'>): string | null {
  if (source.url === null) return null
  return [snapshot?.url, source.url].find((url) => url != null && isWebAddress(url)) ?? null
}
