import { readdirSync, readFileSync } from 'node:fs'
import { cpus } from 'node:os'
import type pg from 'pg'
import type { Fleet, Member } from '#tests/setup/fleet.ts'
import { scrape } from '#tests/setup/scraped.ts'

/** Linux counts the time of processes in hundredths of a second. */
const ticksASecond = 100

/**
 * What has been used of processors so far, in seconds, and written to PostgreSQL's log, in bytes. PostgreSQL's time is not known
 * where there is no /proc.
 */
export type Used = {
  web: number[]
  worker: number[]
  postgres: number | null
  machine: number
  logBytes: number
}

export async function readUsed(fleet: Fleet): Promise<Used> {
  const of = (members: Member[]) =>
    Promise.all(
      members.map(async ({ address }) =>
        (await scrape(address, fleet.metricsToken)).sum('process_cpu_seconds_total'),
      ),
    )
  return {
    web: await of(fleet.webs),
    worker: await of(fleet.workers),
    postgres: await postgresUsed(fleet.pool),
    logBytes: await writtenToLog(fleet.pool),
    machine:
      cpus().reduce((sum, { times }) => sum + times.user + times.nice + times.sys + times.irq, 0) / 1000,
  }
}

export const usedBetween = (before: Used, after: Used): Used => ({
  web: after.web.map((used, at) => used - (before.web[at] ?? 0)),
  worker: after.worker.map((used, at) => used - (before.worker[at] ?? 0)),
  postgres: after.postgres === null || before.postgres === null ? null : after.postgres - before.postgres,
  machine: after.machine - before.machine,
  logBytes: after.logBytes - before.logBytes,
})

export const sum = (numbers: readonly number[]) => numbers.reduce((all, each) => all + each, 0)

async function writtenToLog(pool: pg.Pool): Promise<number> {
  const { rows } = await pool.query<{ bytes: number }>(
    `select (pg_current_wal_lsn() - '0/0'::pg_lsn)::float8 as bytes`,
  )
  return rows[0]?.bytes ?? 0
}

/** The server and all of its processes, those that have ended too. */
async function postgresUsed(pool: pg.Pool): Promise<number | null> {
  const { rows } = await pool.query<{ pid: number }>('select pg_backend_pid() as pid')
  const server = statOf(rows[0]?.pid ?? 0)?.parent
  if (server === undefined) return null
  const own = statOf(server)
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => statOf(Number(name)))
    .filter((stat) => stat?.parent === server)
  const ticks = (own?.own ?? 0) + (own?.ended ?? 0) + sum(children.map((stat) => stat?.own ?? 0))
  return ticks / ticksASecond
}

/** proc_pid_stat(5): the parent, the process's own time, and that of its children that have ended; null for none. */
function statOf(pid: number): { parent: number; own: number; ended: number } | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number)
    const [parent = 0] = fields.slice(1)
    const [user = 0, system = 0, endedUser = 0, endedSystem = 0] = fields.slice(11)
    return { parent, own: user + system, ended: endedUser + endedSystem }
  } catch {
    return null
  }
}
