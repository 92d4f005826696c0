import type pg from 'pg'
import type { CacheLayer } from '#app/platform/cache/layers.ts'
import { keptThreadSchema } from './kept-thread.ts'

/** The layer that lasts: the table `thread_cache`, where a thread goes with its owner. */
export function lastingLayer(pool: pg.Pool): CacheLayer {
  return {
    name: 'postgresql',
    async get(key) {
      const { rows } = await pool.query({
        name: 'kept-thread',
        text: `select value, extract(epoch from created_at)::float8 * 1000 as created,
                 extract(epoch from expires_at - created_at)::float8 * 1000 as lives
               from thread_cache where key = $1 and expires_at > now()`,
        values: [key],
      })
      const [row] = rows
      return row ? { metadata: { createdTime: row.created, ttl: row.lives, swr: 0 }, value: row.value } : null
    },
    async set(key, { value }, leftMs) {
      const { writer, promptVersion, owner } = keptThreadSchema.parse(value)
      await pool.query(
        `insert into thread_cache (key, value, writer, prompt_version, user_id, visitor_id, expires_at)
         values ($1, $2, $3, $4, $5, $6, now() + $7 * interval '1 millisecond')
         on conflict (key) do update
         set value = excluded.value, created_at = excluded.created_at, expires_at = excluded.expires_at`,
        [
          key,
          JSON.stringify(value),
          writer,
          promptVersion,
          owner && 'userId' in owner ? owner.userId : null,
          owner && 'visitorId' in owner ? owner.visitorId : null,
          leftMs,
        ],
      )
    },
    async delete(key) {
      await pool.query('delete from thread_cache where key = $1', [key])
    },
  }
}
