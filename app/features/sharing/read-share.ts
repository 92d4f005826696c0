import type { Db } from '#app/platform/db.server.ts'
import { type Owner, ownerColumns } from '#app/platform/owner.ts'
import type { Sealer } from '#app/platform/sealer.server.ts'
import type { ShareWish } from './share-thread.ts'
import { openShareToken } from './share-token.ts'

/** `token` is null where the link can't be shown again. */
export type OwnShare = ShareWish & { token: string | null; createdAt: Date }

/** A thread's public page as its owner sees it; null where there is none. */
export async function readShare(
  db: Db,
  sealer: Sealer,
  owner: Owner,
  threadId: string,
): Promise<OwnShare | null> {
  const row = await db.share.findFirst({ where: { threadId, thread: ownerColumns(owner) } })
  if (!row) return null
  const { token, showVerdicts, isIndexed, createdAt } = row
  return { token: openShareToken(sealer, token), showVerdicts, isIndexed, createdAt }
}
