import { setTimeout as sleep } from 'node:timers/promises'
import { runMigrations } from 'graphile-worker'
import pg from 'pg'
import { z } from 'zod'
import { reasonOf } from '#app/platform/error-reason.ts'
import { applyMigrations } from './apply-migrations.ts'
import { migrationFiles } from './migration-files.ts'

/** Two deployments may migrate at once; the second waits. Any number, the same for all. */
const lockKey = 7_482_301

const envSchema = z.object({
  DATABASE_URL: z.string('is not set: give the address of the database, as its owner').min(1),
  /** The database itself, where the other is a pooler's address: locks are held from one transaction to the next. */
  DATABASE_DIRECT_URL: z.string().optional(),
  /** The role that the web process signs in as; it is granted what it needs and no more. */
  DATABASE_APP_ROLE: z.string().optional(),
})

/**
 * Brings the database up to date: the job queue's own tables, then this schema's migrations, then the rights of the
 * web process's role. Run as a process of its own: `npm run migrate`.
 */
async function migrate(): Promise<void> {
  const parsed = envSchema.safeParse(process.env)
  if (!parsed.success) {
    throw new Error(parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`).join('; '))
  }
  const pool = new pg.Pool({
    connectionString: parsed.data.DATABASE_DIRECT_URL || parsed.data.DATABASE_URL,
    max: 5,
    connectionTimeoutMillis: 10_000,
  })
  // graphile-worker wants to know that a lost connection is heard; what it breaks reports the loss itself.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  const guard = await pool.connect()
  await takeLock(guard)
  await runMigrations({ pgPool: pool })
  const applied = await applyMigrations(guard, migrationFiles())
  if (parsed.data.DATABASE_APP_ROLE) await grant(guard, parsed.data.DATABASE_APP_ROLE)
  for (const name of applied) console.info(`applied ${name}`)
}

/**
 * Asked for again and again rather than waited for in one statement: an index that is made concurrently by the other waits
 * for every statement that is under way, and so each would wait for the other.
 */
async function takeLock(client: pg.PoolClient): Promise<void> {
  for (;;) {
    const { rows } = await client.query('select pg_try_advisory_lock($1) as taken', [lockKey])
    if (rows[0].taken) return
    await sleep(100)
  }
}

/** Rows may be read and written by the web process, the audit trail's, the books' and those on risks only added, the books' sums only read; the schema and the queue are out of its reach. */
async function grant(client: pg.PoolClient, role: string): Promise<void> {
  const name = pg.escapeIdentifier(role)
  await client.query(`
    grant usage on schema public to ${name};
    grant select, insert, update, delete on all tables in schema public to ${name};
    revoke all on "_prisma_migrations", "worker_pools" from ${name};
    grant select on "_prisma_migrations" to ${name};
    revoke update, delete, truncate on "audit_events", "risk_entries", "ledger_entries", "subscription_changes" from ${name};
    revoke insert, update, delete, truncate on "money_days", "money_standing" from ${name};
    grant usage on sequence "risk_entries_id_seq" to ${name};
    grant execute on function "enqueue_job"(text, json, int, text, int, text) to ${name};
    grant execute on function "queue_facts"(timestamptz) to ${name};
    grant execute on function "queue_state"(), "worker_state"() to ${name};
  `)
}

try {
  await migrate()
  process.exit(0)
} catch (error) {
  console.error(`The database could not be migrated: ${reasonOf(error)}`)
  process.exit(1)
}
