import type pg from 'pg'
import { z } from 'zod'
import { hashOfToken } from '../secret-token.ts'
import { isCheckedToken } from './checked-token.ts'
import { type ApiScope, keptScopes } from './scopes.ts'

/** By which a key is known for one of Threadr's. */
export const keyPrefix = 'thr_'

const rowSchema = z.object({
  id: z.uuid(),
  userId: z.uuid(),
  scopes: keptScopes,
  usedLongAgo: z.boolean(),
})

/** Who a key acts for, and within which scopes; null for one that is revoked, made up, or of somebody who is kept out. */
export async function findKey(
  pool: pg.Pool,
  token: string,
): Promise<{ userId: string; scopes: ApiScope[] } | null> {
  if (!isCheckedToken(keyPrefix, token)) return null
  const { rows } = await pool.query({
    name: 'find-api-key',
    text: `select k.id, k.user_id as "userId", k.scopes,
             coalesce(k.last_used_at < now() - interval '1 minute', true) as "usedLongAgo"
           from api_keys k join users u on u.id = k.user_id
           where k.token_hash = $1 and u.disabled_at is null`,
    values: [hashOfToken(token)],
  })
  if (rows[0] === undefined) return null
  const { id, userId, scopes, usedLongAgo } = rowSchema.parse(rows[0])
  if (usedLongAgo)
    await pool.query(
      `update api_keys set last_used_at = now()
       where id = $1 and coalesce(last_used_at < now() - interval '1 minute', true)`,
      [id],
    )
  return { userId, scopes }
}
