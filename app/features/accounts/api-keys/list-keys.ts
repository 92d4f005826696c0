import type { Db } from '#app/platform/db.server.ts'
import { type ApiScope, keptScopes } from './scopes.ts'

export type KeyRow = {
  id: string
  name: string
  /** Its first characters. */
  hint: string
  scopes: ApiScope[]
  createdAt: Date
  /** To the minute; null for one that was never used. */
  lastUsedAt: Date | null
}

/** A person's keys, the newest first. */
export async function listKeys(db: Db, userId: string): Promise<KeyRow[]> {
  const keys = await db.apiKey.findMany({
    where: { userId },
    select: { id: true, name: true, hint: true, scopes: true, createdAt: true, lastUsedAt: true },
    orderBy: { id: 'desc' },
  })
  return keys.map((key) => ({ ...key, scopes: keptScopes.parse(key.scopes) }))
}
