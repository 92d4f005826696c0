import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { z } from 'zod'
import { migrate } from '#local/database.ts'
import { ownerUrl } from '#local/postgres/cluster.ts'
import { leasePostgres } from '#local/postgres/lease.ts'
import { schemaVersion } from '#tests/setup/schema-version.ts'

/** On a server of its own, so that nothing that cleans up after tests meets it. */
const folder = fileURLToPath(new URL('../../.cache/bench-postgres', import.meta.url))

type Kept<Note> = {
  /** Lower-case letters and underscores. */
  name: string
  /** The files that say what is in it. */
  madeBy: URL[]
  /** What is kept beside it of its making, such as whose the rows are. */
  note: z.ZodType<Note>
  fill(pool: pg.Pool): Promise<Note>
}

/**
 * A database that took long to fill, found again where its schema and what fills it are what they were, else made
 * anew in the place of the older. It has its name only once it is whole. Whoever uses it leaves it as it was.
 */
export async function keptDatabase<Note>(
  kept: Kept<Note>,
): Promise<{ url: string; pool: pg.Pool; note: Note; release(): Promise<void> }> {
  const lease = await leasePostgres(folder, { durable: false })
  const urlOf = (name: string) => ownerUrl(lease.cluster, lease.port, name)
  const admin = new pg.Client({ connectionString: urlOf('postgres') })
  try {
    await admin.connect()
    // Of several who want it at once, one makes it.
    await admin.query('select pg_advisory_lock(hashtext($1))', [kept.name])
    const name = nameOf(kept)
    const note = (await noteOf(admin, kept, name)) ?? (await make(admin, { ...kept, name, urlOf }))
    const pool = quietPool(urlOf(name))
    const release = async () => {
      await pool.end()
      await lease.release()
    }
    return { url: urlOf(name), pool, note, release }
  } catch (error) {
    await lease.release()
    throw error
  } finally {
    await admin.end()
  }
}

function quietPool(connectionString: string): pg.Pool {
  const pool = new pg.Pool({ connectionString, max: 2 })
  // A connection may still be closing when the server under it is stopped.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  return pool
}

function nameOf({ name, madeBy }: Pick<Kept<unknown>, 'name' | 'madeBy'>): string {
  const hash = createHash('sha256').update(schemaVersion())
  for (const file of madeBy) hash.update(readFileSync(file))
  return `kept_${name}_${hash.digest('hex').slice(0, 12)}`
}

const foundSchema = z.object({ note: z.string() })

async function noteOf<Note>(admin: pg.Client, { note }: Kept<Note>, name: string): Promise<Note | null> {
  const { rows } = await admin.query(
    `select shobj_description(oid, 'pg_database') as note from pg_database where datname = $1`,
    [name],
  )
  const found = foundSchema.safeParse(rows[0])
  return found.success ? note.parse(JSON.parse(found.data.note)) : null
}

async function make<Note>(
  admin: pg.Client,
  { name, urlOf, fill, ...kept }: Kept<Note> & { urlOf(name: string): string },
): Promise<Note> {
  const unfinished = `${name}_unfinished`
  const { rows } = await admin.query('select datname from pg_database where starts_with(datname, $1)', [
    name.replace(/[^_]+$/, ''),
  ])
  for (const { datname } of rows) await admin.query(`drop database ${datname} with (force)`)
  await admin.query(`create database ${unfinished}`)
  await migrate(urlOf(unfinished))
  const pool = quietPool(urlOf(unfinished))
  const note = kept.note.parse(await fill(pool).finally(() => pool.end()))
  await admin.query(`comment on database ${unfinished} is ${pg.escapeLiteral(JSON.stringify(note))}`)
  await admin.query(`alter database ${unfinished} rename to ${name}`)
  return note
}
