import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'
import { z } from 'zod'
import { sweepDigests } from '#app/features/digests/sweep-digests.ts'
import { createDatabase } from '#app/platform/db.server.ts'
import { createLogger } from '#app/platform/logger.server.ts'
import { type RunningService, startService } from '#tests/setup/running-service.ts'
import { fillQuickly } from './fill-quickly.ts'
import type { Figure } from './ratio.ts'

const due = 10_000
/** In seconds. */
const most = 60

/**
 * How long the worker takes over 10,000 digests that are due at once, each with a thread to tell of, from the sweep that
 * finds them to the last message in the outbox; nothing sends them.
 */
export async function digests(): Promise<Figure[]> {
  const service = await startService({})
  const logger = createLogger({ level: 'error', name: 'bench' })
  const url = service.env.DATABASE_URL ?? ''
  const database = createDatabase({ url, poolMax: 2, name: 'bench', logger })
  try {
    await fill(service.pool)
    const started = performance.now()
    await sweepDigests(database.prisma)
    await allWritten(service)
    const seconds = (performance.now() - started) / 1000
    return [
      { name: `${due} due digests written, seconds / ${most}`, ratio: seconds / most, bar: { atMost: 1 } },
    ]
  } finally {
    await database.close()
    await service.close()
  }
}

async function allWritten({ pool }: RunningService): Promise<void> {
  for (;;) {
    const { rows } = await pool.query(
      `select (select count(*)::int from mails) as written, (select count(*)::int from digest_settings where next_at <= now()) as left`,
    )
    const { written, left } = z.object({ written: z.number(), left: z.number() }).parse(rows[0])
    if (left === 0 && written !== due) throw new Error(`${written} digests were written of ${due}`)
    if (left === 0) return
    await sleep(100)
  }
}

/** People with a thread that was made an hour ago, and a daily digest that is due. */
async function fill(pool: pg.Pool): Promise<void> {
  await fillQuickly(pool, async (client) => {
    await client.query(
      `create temporary table made on commit drop as
       select n, gen_random_uuid() as user_id, uuidv7() as id, gen_random_uuid() as source_id, gen_random_uuid() as snapshot_id
       from generate_series(1, ${due}) n`,
    )
    for (const statement of statements) await client.query(statement)
  })
  await pool.query('analyze')
}

const statements = [
  `insert into users (id, name, email) select user_id, 'Somebody', 'somebody' || n || '@example.com' from made`,
  `insert into sources (id, user_id, origin, key, snapshot_id) select source_id, user_id, 'text', id::text, snapshot_id from made`,
  `insert into snapshots (id, source_id, number, kind, title, text, blocks, content_hash, read_at)
   select snapshot_id, source_id, 1, 'text', 'Title ' || n, 'Text', '[]', md5(id::text), now() from made`,
  `insert into threads (id, source_id, user_id, snapshot_id, created_at, updated_at)
   select id, source_id, user_id, snapshot_id, now() - interval '1 hour', now() from made`,
  `insert into generations (id, thread_id, status, options, progress) select uuidv7(), id, 'ready', '{}', '{}' from made`,
  `insert into tweets (id, thread_id, position, text)
   select gen_random_uuid(), id, position, 'A tweet' from made, generate_series(1, 8) position`,
  `insert into library_entries (thread_id, owner, state, snapshot_id) select id, user_id, 'ready', snapshot_id from made`,
  `insert into digest_settings (user_id, rhythm, hour, weekday, zone, next_at)
   select user_id, 'daily', 8, 1, 'Europe/Berlin', date_trunc('hour', now()) from made`,
]
