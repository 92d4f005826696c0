import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { migrate } from '#local/database.ts'
import { ownerUrl } from '#local/postgres/cluster.ts'
import { openToAll } from '#local/postgres/elsewhere.ts'
import { leasePostgres } from '#local/postgres/lease.ts'
import { type Standby, startStandby } from './standby.ts'

export type Replicated = {
  /** As the owner. */
  primaryUrl: string
  replicaUrl: string
  /** As the web process's role. */
  ofWeb: { primaryUrl: string; replicaUrl: string }
  standby: Standby
  close(): Promise<void>
}

const appRole = 'threadr_app'

/** A migrated database on a server of its own, and another server that follows it: two real ones, with the log between them. */
export async function startReplicated(): Promise<Replicated> {
  const folder = mkdtempSync(join(tmpdir(), 'threadr-primary-'))
  openToAll(folder)
  const closers: (() => unknown)[] = [() => rmSync(folder, { recursive: true, force: true })]
  const close = async () => {
    for (const each of closers.splice(0).reverse()) await each()
  }
  try {
    const lease = await leasePostgres(folder, { durable: false })
    closers.push(lease.release)
    const name = `replicated_${randomBytes(4).toString('hex')}`
    const admin = new pg.Client({ connectionString: ownerUrl(lease.cluster, lease.port, 'postgres') })
    await admin.connect()
    await admin.query(`create role ${appRole} login password 'app'`)
    await admin.query(`create database ${name}`).finally(() => admin.end())
    const primaryUrl = ownerUrl(lease.cluster, lease.port, name)
    await migrate(primaryUrl, appRole)
    const standby = await startStandby(lease)
    closers.push(standby.close)
    const replicaUrl = standby.urlOf(name)
    const ofWeb = { primaryUrl: asWeb(primaryUrl), replicaUrl: asWeb(replicaUrl) }
    return { primaryUrl, replicaUrl, ofWeb, standby, close }
  } catch (error) {
    await close()
    throw error
  }
}

function asWeb(url: string): string {
  const { host, pathname } = new URL(url)
  return `postgres://${appRole}:app@${host}${pathname}`
}
