import { randomBytes } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { generationChannel } from '#app/features/generation/generation-channel.ts'
import { createDatabase } from '#app/platform/db.server.ts'
import { createLogger } from '#app/platform/logger.server.ts'
import { createNotifications } from '#app/platform/notifications.server.ts'
import { migrate } from '#local/database.ts'
import { clusterUrl, ownerUrl } from '#local/postgres/cluster.ts'
import { leasePostgres } from '#local/postgres/lease.ts'
import type { TestDatabase } from '#tests/setup/test-database.ts'

const folder = fileURLToPath(new URL('../../../.cache/test-postgres', import.meta.url))
const appRole = 'threadr_app'

/** Does something with a database of its own, on a real server, which is dropped afterwards. */
export async function inWorld<T>(work: (database: TestDatabase) => Promise<T>): Promise<T> {
  const lease = await leasePostgres(folder, { durable: false })
  const name = `fault_${randomBytes(8).toString('hex')}`
  const server = new pg.Client({ connectionString: ownerUrl(lease.cluster, lease.port, 'postgres') })
  await server.connect()
  try {
    const role = await server.query('select 1 from pg_roles where rolname = $1', [appRole])
    if (role.rowCount === 0) await server.query(`create role ${appRole} login password 'app'`)
    await server.query(`create database ${name}`)
    const url = ownerUrl(lease.cluster, lease.port, name)
    await migrate(url, appRole)
    const logger = createLogger({ level: 'silent', name: 'fault' })
    const appUrl = clusterUrl(lease.port, appRole, 'app', name)
    const database: TestDatabase = {
      ownerUrl: url,
      appUrl,
      logger,
      owner: createDatabase({ url, poolMax: 10, name: 'fault-owner', logger }),
      app: createDatabase({ url: appUrl, poolMax: 10, name: 'fault-app', logger }),
      notifications: createNotifications({ url: appUrl, channels: [generationChannel], logger }),
    }
    try {
      return await work(database)
    } finally {
      await database.notifications.close()
      await database.owner.close()
      await database.app.close()
    }
  } finally {
    await server.query(`drop database if exists ${name} with (force)`)
    await server.end()
    await lease.release()
  }
}
