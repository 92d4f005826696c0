import { createHash, randomUUID } from 'node:crypto'
import type pg from 'pg'
import { z } from 'zod'
import { isLone, loneStatements } from './lone-migration.ts'
import type { MigrationFile } from './migration-files.ts'

/** What keeps a database from being migrated, in one sentence. */
class MigrationFault extends Error {
  override name = 'MigrationFault'
}

/** As Prisma's schema engine makes it, so that its command line reads what is recorded here. */
const recordTable = `
  create table if not exists "_prisma_migrations" (
    id                  varchar(36) primary key not null,
    checksum            varchar(64) not null,
    finished_at         timestamptz,
    migration_name      varchar(255) not null,
    logs                text,
    rolled_back_at      timestamptz,
    started_at          timestamptz not null default now(),
    applied_steps_count integer not null default 0
  )`

const recordSchema = z.array(
  z.object({ migration_name: z.string(), checksum: z.string(), finished: z.boolean() }),
)

/**
 * Applies what the database has not seen yet, oldest first, each migration in one transaction together with its
 * record: a migration that fails or is cut off leaves nothing behind (a lone one is run again from its start). Gives the names of those applied. The caller
 * holds a lock against others. Throws a MigrationFault where a migration fails or the records and the files differ.
 */
export async function applyMigrations(client: pg.ClientBase, files: MigrationFile[]): Promise<string[]> {
  await client.query(recordTable)
  const pending = await notYetApplied(client, files)
  for (const file of pending) await apply(client, file)
  return pending.map(({ name }) => name)
}

async function notYetApplied(client: pg.ClientBase, files: MigrationFile[]): Promise<MigrationFile[]> {
  const { rows } = await client.query(
    `select migration_name, checksum, finished_at is not null as finished
     from "_prisma_migrations" where rolled_back_at is null order by started_at`,
  )
  const records = new Map(recordSchema.parse(rows).map((record) => [record.migration_name, record]))
  for (const record of records.values()) {
    const name = record.migration_name
    const file = files.find((candidate) => candidate.name === name)
    if (!file)
      throw new MigrationFault(
        `it has the migration ${name}, which this version of Threadr doesn’t know; run the version that last used this database, or a newer one.`,
      )
    if (!record.finished)
      throw new MigrationFault(
        `its migration ${name} was begun and never finished; put back a copy of the database from before it.`,
      )
    if (!checksums(file.script).includes(record.checksum))
      throw new MigrationFault(
        `prisma/migrations/${name} was changed after it was applied; put the file back as it was and make a new migration instead.`,
      )
  }
  return files.filter(({ name }) => !records.has(name))
}

async function apply(client: pg.ClientBase, { name, script }: MigrationFile): Promise<void> {
  try {
    if (isLone(script)) for (const statement of loneStatements(script)) await client.query(statement)
    await client.query('begin')
    if (!isLone(script)) await client.query(script)
    await client.query(
      `insert into "_prisma_migrations" (id, checksum, finished_at, migration_name, started_at, applied_steps_count)
       values ($1, $2, clock_timestamp(), $3, now(), 1)`,
      [randomUUID(), sha256(script), name],
    )
    await client.query('commit')
  } catch (error) {
    // Where the connection is lost, the server has rolled back by itself.
    await client.query('rollback').catch(() => {})
    throw new MigrationFault(
      `its migration ${name} failed, ${error instanceof Error ? error.message : error}.`,
    )
  }
}

/** The script's own first; then those of the other kinds of line ends, which a checkout may have changed. */
function checksums(script: string): string[] {
  const unix = script.replaceAll('\r\n', '\n')
  return [script, unix, unix.replaceAll('\n', '\r\n')].map(sha256)
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
