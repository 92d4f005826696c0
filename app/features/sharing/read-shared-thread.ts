import { hashOfToken } from '#app/features/accounts/secret-token.ts'
import { findBreach } from '#app/features/content-filter/find-breach.ts'
import { partOfTweets } from '#app/features/content-filter/parts.ts'
import { beginning } from '#app/features/sources/kinds/plain-text.ts'
import type { Verdict } from '#app/features/support/verdict.ts'
import { postedTexts } from '#app/features/threads/document/posted-texts.ts'
import { sourceAddress } from '#app/features/threads/exports/exported-thread.ts'
import { readThread, type ThreadWithSource } from '#app/features/threads/read-thread.ts'
import type { Readable } from '#app/platform/replica/replica.ts'
import type { ReadStale } from '#app/platform/replica/stale-reads.server.ts'
import { shareTokenSchema } from './share-token.ts'

export type SharedThread = {
  title: string
  /** Whether its title is its owner's or its page's, and not how the thread begins. */
  isNamed: boolean
  /** BCP 47; null where it isn't known. */
  language: string | null
  /** In order; `text` has its number where the thread has numbers. */
  tweets: { position: number; text: string; verdict: Verdict | null }[]
  /** Where it was made from a page: what it is called, and where it is. */
  source: { name: string; url: string } | null
  showVerdicts: boolean
  isIndexed: boolean
}

/** In characters. */
const longestTitle = 80

/**
 * A thread as everybody reads it who has its link, as it is now; null for a link that leads nowhere (any more). Of the
 * source it holds name and address alone, of the owner nothing. Withheld where it lies in the trash, where its owner is
 * suspended, or where our own rules refuse what was typed into it since it was shared. Whether it may be read the primary says,
 * what it says may be some seconds old.
 */
export async function readSharedThread(
  { database: { prisma: db }, readStale }: { database: Readable; readStale: ReadStale },
  token: unknown,
): Promise<SharedThread | null> {
  const given = shareTokenSchema.safeParse(token)
  if (!given.success) return null
  const share = await db.share.findUnique({
    where: { tokenHash: hashOfToken(given.data) },
    include: {
      thread: {
        select: {
          userId: true,
          visitorId: true,
          user: { select: { disabledAt: true } },
          entry: { select: { trashedAt: true } },
        },
      },
    },
  })
  if (!share || share.thread.user?.disabledAt || share.thread.entry?.trashedAt) return null
  const { threadId, thread: row, showVerdicts, isIndexed } = share
  const owner = row.userId === null ? { visitorId: row.visitorId ?? '' } : { userId: row.userId }
  const thread = await readStale(({ prisma }) => readThread(prisma, owner, threadId))
  const texts = postedTexts(thread)
  const { text: whole, place } = partOfTweets([thread.ownTitle ?? '', ...texts])
  if (texts.length === 0 || findBreach(whole, place)) return null
  return {
    ...publicTitle(thread),
    language: thread.language ?? thread.snapshot?.language ?? null,
    tweets: thread.tweets.map(({ position, text, verdict }, at) => ({
      position,
      text: texts[at] ?? text,
      verdict: showVerdicts ? verdict : null,
    })),
    source: publicSource(thread),
    showVerdicts,
    isIndexed,
  }
}

/** A text's or a file's own title is its owner's, so a thread of one that they gave no name is called as it begins. */
function publicTitle(thread: ThreadWithSource): { title: string; isNamed: boolean } {
  const title = thread.ownTitle ?? (thread.source.url === null ? null : thread.snapshot?.title)
  if (title) return { title, isNamed: true }
  const opening = (thread.tweets[0]?.text ?? '').replaceAll(/\s+/g, ' ')
  return { title: beginning(opening, longestTitle), isNamed: false }
}

function publicSource(thread: ThreadWithSource): SharedThread['source'] {
  const url = sourceAddress(thread)
  return url === null ? null : { url, name: thread.snapshot?.siteName ?? new URL(url).hostname }
}
