import { statfs } from 'node:fs/promises'
import { dirname } from 'node:path'
import type pg from 'pg'
import { z } from 'zod'
import type { Env } from '#app/platform/env.ts'
import { ownMigrations } from '#app/platform/monitoring/own-migrations.ts'
import { type QueueRow, readQueue } from '#app/platform/queue/read-queue.ts'
import { readWorkers } from '#app/platform/queue/read-workers.ts'
import type { Redis } from '#app/platform/redis/redis.ts'
import type { Replica, ReplicaStanding } from '#app/platform/replica/replica.ts'

const databaseSchema = z.object({
  version: z.string(),
  bytes: z.coerce.number(),
  connections: z.number(),
  most: z.number(),
})
const migrationsSchema = z.array(z.string())
const breakersSchema = z.array(
  z.object({ name: z.string(), failures: z.number(), opened_at: z.date().nullable() }),
)
const mailSchema = z.object({ sent: z.date().nullable(), waiting: z.date().nullable() })

export type Health = {
  database: {
    version: string
    bytes: number
    /** Of all processes together, and how many the server allows. */
    connections: number
    most: number
    /** How long it took to answer, in milliseconds. */
    ms: number
    /** Those of this version that are not applied. */
    missing: string[]
  }
  /** As this web process sees it. */
  replica: ReplicaStanding
  /** `answerMs` is null where it does not answer; what stands in for it within the process always does. */
  redis: { kind: Redis['kind']; answerMs: number | null }
  queue: {
    task: string
    ready: number
    running: number
    scheduled: number
    failed: number
    ageSeconds: number
  }[]
  workers: { lane: string; seenAt: Date }[]
  breakers: { name: string; failures: number; openedAt: Date | null }[]
  /** When the last message was sent, and since when the oldest waits. */
  mail: { lastSentAt: Date | null; waitingSince: Date | null; ways: string[]; isNeeded: boolean }
  /** Of the disk that files are kept on; null where they lie elsewhere. */
  disk: { free: number; size: number } | null
}

const sentLast = `select settled_at from mails where state = 'sent' order by id desc limit 200`
const oldestIn = (state: 'waiting' | 'sending') =>
  `select created_at from mails where state = '${state}' order by id limit 1`

type Asked = {
  pool: pg.Pool
  replica: Pick<Replica, 'standing'>
  redis: Redis
  env: Pick<Env, 'mode' | 'mail' | 'storage'>
}

/** How everything that Threadr runs on stands at this moment. Throws where the database can't be asked. */
export async function readHealth({ pool, replica, redis, env }: Asked): Promise<Health> {
  const [database, missing, redisMs, queue, workers, breakers, mail, disk] = await Promise.all([
    readDatabase(pool),
    readMissing(pool),
    timed(() => redis.lend(null, (client) => client.ping())),
    readQueue(pool),
    readWorkers(pool),
    pool.query(
      'select name, failures, opened_at from circuit_breakers order by opened_at is null, name limit 50',
    ),
    pool.query(
      // Of the newest that were sent one was sent last; each part is found at the end of an index.
      `select (select max(settled_at) from (${sentLast}) s) as sent,
              (select min(created_at) from ((${oldestIn('waiting')}) union all (${oldestIn('sending')})) w) as waiting`,
    ),
    readDisk(env.storage),
  ])
  const { sent, waiting } = mailSchema.parse(mail.rows[0])
  return {
    database: { ...database, missing },
    replica: replica.standing(),
    redis: { kind: redis.kind, answerMs: redis.kind === 'in-process' ? 0 : redisMs },
    queue: byTask(queue),
    workers,
    breakers: breakersSchema
      .parse(breakers.rows)
      .map(({ opened_at: openedAt, ...breaker }) => ({ ...breaker, openedAt })),
    mail: {
      lastSentAt: sent,
      waitingSince: waiting,
      ways: waysOf(env.mail),
      isNeeded: env.mode === 'production',
    },
    disk,
  }
}

async function readDatabase(pool: pg.Pool) {
  const began = performance.now()
  const { rows } = await pool.query(
    `select current_setting('server_version') as version, pg_database_size(current_database()) as bytes,
            (select count(*)::int from pg_stat_activity where datname = current_database()) as connections,
            current_setting('max_connections')::int as most`,
  )
  return { ...databaseSchema.parse(rows[0]), ms: Math.round(performance.now() - began) }
}

async function readMissing(pool: pg.Pool): Promise<string[]> {
  const { rows } = await pool.query(
    `select coalesce(json_agg(migration_name), '[]') as names from _prisma_migrations
     where finished_at is not null and rolled_back_at is null`,
  )
  const applied = new Set(migrationsSchema.parse(rows[0]?.names))
  return ownMigrations().filter((name) => !applied.has(name))
}

/** How long something took to answer, in milliseconds; null where it gave nothing. */
async function timed(ask: () => Promise<unknown>): Promise<number | null> {
  const began = performance.now()
  return (await ask()) === null ? null : Math.round(performance.now() - began)
}

function byTask(rows: QueueRow[]): Health['queue'] {
  const tasks = new Map<string, Health['queue'][number]>()
  for (const { task, state, jobs, ageSeconds } of rows) {
    const known = tasks.get(task) ?? { task, ready: 0, running: 0, scheduled: 0, failed: 0, ageSeconds: 0 }
    known[state] += jobs
    known.ageSeconds = Math.max(known.ageSeconds, ageSeconds)
    tasks.set(task, known)
  }
  return [...tasks.values()]
}

const waysOf = (mail: Env['mail']): string[] =>
  mail ? [...(mail.resend ? ['Resend'] : []), ...(mail.smtp === null ? [] : ['SMTP'])] : []

/** What is free where files are, or will be, kept. */
async function readDisk(storage: Env['storage']): Promise<Health['disk']> {
  if (storage.kind !== 'folder') return null
  // The folder is made when the first file comes.
  for (let folder = storage.folder; ; folder = dirname(folder)) {
    const measured = await statfs(folder).catch(() => null)
    if (measured) return { free: measured.bavail * measured.bsize, size: measured.blocks * measured.bsize }
    if (folder === dirname(folder)) return null
  }
}
