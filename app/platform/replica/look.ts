import pg from 'pg'
import { z } from 'zod'
import { seconds } from '../durations.ts'
import { positionSchema } from './position.ts'

/** A server that takes longer to say where it stands is not one to wait for. */
const patience = seconds(1)

const primarySchema = z.object({ position: positionSchema, database: z.string() })
const standbySchema = z.object({ replayed: positionSchema.nullable(), database: z.string() })

/** The database by its server's own number, which a copy keeps, and its name. */
const which = `(select system_identifier from pg_control_system()) || ' ' || current_database() as database`

export type Look = {
  /** Where the primary is, and which database it is. */
  primary(): Promise<z.infer<typeof primarySchema>>
  /** How far a standby has replayed; null of one that follows nobody (any more). */
  standby(): Promise<z.infer<typeof standbySchema>>
  close(): Promise<void>
}

/** A connection of its own to each, so that a look never waits behind what is looked after. */
export function createLook({ primaryUrl, replicaUrl }: { primaryUrl: string; replicaUrl: string }): Look {
  const [primary, standby] = [poolOf(primaryUrl), poolOf(replicaUrl)]
  return {
    async primary() {
      const { rows } = await primary.query(`select pg_current_wal_insert_lsn()::text as position, ${which}`)
      return primarySchema.parse(rows[0])
    },
    async standby() {
      const { rows } = await standby.query(
        `select case when pg_is_in_recovery() then pg_last_wal_replay_lsn()::text end as replayed, ${which}`,
      )
      return standbySchema.parse(rows[0])
    },
    async close() {
      await Promise.all([primary.end(), standby.end()])
    },
  }
}

function poolOf(connectionString: string): pg.Pool {
  const pool = new pg.Pool({
    connectionString,
    max: 1,
    application_name: 'threadr-replica-look',
    connectionTimeoutMillis: patience,
    query_timeout: patience,
    keepAlive: true,
  })
  // Whoever looks hears of it.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  return pool
}
