import { mkdtempSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { leasePostgres } from '#local/postgres/lease.ts'
import { serverProcess } from '#local/postgres/server-process.ts'
import { isAlive, sendSignal } from '#local/processes.ts'
import { databaseOn, type ScratchDatabase } from '#tests/setup/scratch-database.ts'

export type OwnServer = {
  database(): Promise<ScratchDatabase>
  /** Ends it at once, every connection with it and nothing tidied up: it recovers as after a crash when it starts again. */
  stopHard(): Promise<void>
  /** Settles once it answers again, at the same address. */
  start(): Promise<void>
  close(): Promise<void>
}

/** A PostgreSQL server of its own, which writes as one in production does. */
export async function ownServer(): Promise<OwnServer> {
  const folder = mkdtempSync('.cache/faults-postgres-')
  const lease = await leasePostgres(folder)
  return {
    database: () => databaseOn(lease, async () => {}),
    async stopHard() {
      const server = serverProcess(lease.cluster)
      if (!server) throw new Error('there is no PostgreSQL to stop')
      sendSignal(server.pid, 'SIGQUIT')
      while (isAlive(server.pid)) await sleep(20)
    },
    start: () => lease.revive(AbortSignal.timeout(60_000)),
    async close() {
      await lease.release()
      // Its files may lie elsewhere, where its user can reach them.
      for (const each of [dirname(lease.cluster.folder), folder])
        rmSync(each, { recursive: true, force: true })
    },
  }
}
