import { fileURLToPath } from 'node:url'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { migrate } from '#local/database.ts'
import { clusterUrl, ownerUrl } from '#local/postgres/cluster.ts'
import { leasePostgres } from '#local/postgres/lease.ts'
import { schemaVersion } from './schema-version.ts'

const folder = fileURLToPath(new URL('../../.cache/test-postgres', import.meta.url))
const appRole = 'threadr_app'
const appPassword = 'app'

export type TestServer = {
  /** As the owner; DATABASE stands for the database's name. */
  ownerUrl: string
  /** As the web process's role. */
  appUrl: string
  template: string
}

declare module 'vitest' {
  interface ProvidedContext {
    testServer: TestServer
  }
}

/** Starts the test server and migrates a template once a set of migrations, which each test file then clones. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const lease = await leasePostgres(folder, { durable: false })
  const template = `template_${schemaVersion()}`
  const server: TestServer = {
    ownerUrl: ownerUrl(lease.cluster, lease.port, 'DATABASE'),
    appUrl: clusterUrl(lease.port, appRole, appPassword, 'DATABASE'),
    template,
  }
  const client = new pg.Client({ connectionString: ownerUrl(lease.cluster, lease.port, 'postgres') })
  await client.connect()
  await client.query('select pg_advisory_lock(1)')
  const { rowCount } = await client.query('select 1 from pg_database where datname = $1 and datistemplate', [
    template,
  ])
  if (rowCount === 0) {
    await client.query(`drop database if exists ${template}`)
    await client.query(`create database ${template}`)
    const role = await client.query('select 1 from pg_roles where rolname = $1', [appRole])
    if (role.rowCount === 0) await client.query(`create role ${appRole} login password '${appPassword}'`)
    await migrate(ownerUrl(lease.cluster, lease.port, template), appRole)
    await client.query(`alter database ${template} is_template true`)
  }
  await client.end()
  project.provide('testServer', server)
  return lease.release
}
