import pg from 'pg'
import { seconds } from '#app/platform/durations.ts'
import { migrationFiles } from '#prisma/migration-files.ts'
import { dataFolder } from './data-folder.ts'
import { clusterUrl, ownerUrl } from './postgres/cluster.ts'
import { keepServer, type ServerKeeper } from './postgres/keep-server.ts'
import { leasePostgres } from './postgres/lease.ts'
import { runToEnd } from './run-child.ts'

const databaseName = 'threadr'
const appRole = 'threadr_app'
const undefinedTable = '42P01'

export type LocalDatabase = {
  /** For the worker and for commands: the owner of the schema and the queue. */
  ownerUrl: string
  /** For the web process: a role that may read and write rows and add jobs. */
  appUrl: string
  sessionSecret: string
  /** Starts the server again should it die; for who outlives that. */
  keep(): ServerKeeper
  release(): Promise<void>
}

/**
 * The embedded database of the data folder, started where needed, made where missing, and migrated: always on a start
 * of the service, only where it is behind for a command that should be quick. The signal breaks off.
 */
export async function openLocalDatabase(
  migration: 'always' | 'when-behind',
  signal: AbortSignal,
): Promise<LocalDatabase> {
  const lease = await leasePostgres(dataFolder(), { signal })
  try {
    const { cluster, port, settings } = lease
    await makeDatabase(ownerUrl(cluster, port, 'postgres'), settings.appPassword)
    const url = ownerUrl(cluster, port, databaseName)
    if (migration === 'always' || (await isBehind(url))) await migrate(url, appRole, signal)
    return {
      ownerUrl: url,
      appUrl: clusterUrl(port, appRole, settings.appPassword, databaseName),
      sessionSecret: settings.sessionSecret,
      keep: () => keepServer(lease),
      release: lease.release,
    }
  } catch (error) {
    await lease.release()
    throw error
  }
}

/** Brings a database up to date, in a process of its own. */
export async function migrate(url: string, role?: string, signal?: AbortSignal): Promise<void> {
  await runToEnd('prisma/migrate.ts', [], { DATABASE_URL: url, DATABASE_APP_ROLE: role }, signal)
}

/** Whether a migration of this checkout has not been applied. */
export async function isBehind(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: seconds(10) })
  await client.connect()
  try {
    const { rows } = await client.query(
      'select migration_name from "_prisma_migrations" where finished_at is not null and rolled_back_at is null',
    )
    const applied = new Set(rows.map((row) => row.migration_name))
    return migrationFiles().some(({ name }) => !applied.has(name))
  } catch (error) {
    if (error instanceof pg.DatabaseError && error.code === undefinedTable) return true
    throw error
  } finally {
    await client.end()
  }
}

async function makeDatabase(url: string, appPassword: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    // Two commands may come here at once, each seeing nothing yet.
    await client.query('select pg_advisory_lock(7482303)')
    const role = await client.query('select 1 from pg_roles where rolname = $1', [appRole])
    if (role.rowCount === 0) {
      await client.query(`create role ${appRole} login password ${pg.escapeLiteral(appPassword)}`)
    }
    const database = await client.query('select 1 from pg_database where datname = $1', [databaseName])
    if (database.rowCount === 0) await client.query(`create database ${databaseName}`)
  } finally {
    await client.end()
  }
}
