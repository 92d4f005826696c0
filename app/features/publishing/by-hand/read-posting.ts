import { postedTexts } from '#app/features/threads/document/posted-texts.ts'
import type { ThreadWithSource } from '#app/features/threads/read-thread.ts'
import type { Db } from '#app/platform/db.server.ts'
import { type Part, partSchema } from '../publication.ts'
import { intentLink } from './intent-link.ts'
import { byHand } from './way.ts'

export type Posting = {
  publicationId: string
  parts: Part[]
  /** The part whose turn it is, and where X lets it be posted; null where all is done. */
  current: (Part & { link: string; repliesTo: string | null }) | null
  /** The last that was posted or skipped, which can be taken back; null at the beginning. */
  lastSettled: number | null
  /** Whether the thread says something else by now than what is posted here. */
  edited: boolean
}

/** How the posting of a thread by hand stands; null where none was begun. `thread` is one that its owner has read. */
export async function readPosting(db: Db, thread: ThreadWithSource): Promise<Posting | null> {
  const row = await db.publication.findFirst({
    where: { threadId: thread.id, way: byHand, state: { not: 'dropped' } },
    include: { parts: { orderBy: { position: 'asc' } } },
    orderBy: { id: 'desc' },
  })
  if (!row) return null
  const parts = row.parts.map((part) => partSchema.parse(part))
  const next = parts.find(({ state }) => state === 'waiting')
  const before = parts.filter(({ state, position }) => state === 'posted' && position < (next?.position ?? 0))
  const parent = before.at(-1) ?? null
  const now = postedTexts(thread)
  return {
    publicationId: row.id,
    parts,
    current: next
      ? {
          ...next,
          link: intentLink(next.text, parent?.remoteId ?? null),
          repliesTo: parent?.remoteUrl ?? null,
        }
      : null,
    lastSettled: parts.findLast(({ state }) => state !== 'waiting')?.position ?? null,
    edited: now.length !== parts.length || parts.some(({ text }, at) => text !== now[at]),
  }
}
