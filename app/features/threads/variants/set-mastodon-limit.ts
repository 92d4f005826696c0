import { z } from 'zod'
import type { Db } from '#app/platform/db.server.ts'
import { type Owner, ownerColumns } from '#app/platform/owner.ts'
import { threadInTrash, threadNotFound } from '../thread-not-found.ts'

/** Of a post on a Mastodon server, in characters: fewer hold no thread, and no server is known to take more. */
const fewest = 200
const most = 100_000

const bounds = `A server’s number lies between ${fewest} and ${most.toLocaleString('en')}.`

/** A server's number as it was typed; nothing is Mastodon's own. */
export const mastodonLimitSchema = z
  .string()
  .trim()
  .regex(/^\d{0,3}[\s,.’']?\d{0,3}$/, bounds)
  .transform((typed) => (typed === '' ? null : Number(typed.replaceAll(/\D/g, ''))))
  .pipe(z.int(bounds).min(fewest, bounds).max(most, bounds).nullable())

/**
 * Keeps how many characters a post has on the Mastodon server that a thread goes to; null is Mastodon's own number. The
 * thread itself stays as it is. Throws AppErrors: `thread-not-found` (404) and `thread-in-trash` (409).
 */
export async function setMastodonLimit(
  db: Db,
  owner: Owner,
  { threadId, limit }: { threadId: string; limit: number | null },
): Promise<void> {
  const where = { id: threadId, ...ownerColumns(owner) }
  const { count } = await db.thread.updateMany({
    where: { ...where, entry: { trashedAt: null } },
    data: { mastodonLimit: limit },
  })
  if (count > 0) return
  throw (await db.thread.count({ where })) === 0 ? threadNotFound() : threadInTrash()
}
