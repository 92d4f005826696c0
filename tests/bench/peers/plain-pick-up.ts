import { randomBytes } from 'node:crypto'
import { Logger, run } from 'graphile-worker'
import pg from 'pg'

/**
 * Plain graphile-worker with its defaults, in a database of its own on the same server, since one that makes its schema
 * ends all others of the database: how long from adding a job that does nothing to the start of its task, in milliseconds.
 */
export async function plainPickUp(pool: pg.Pool, serverUrl: string) {
  const name = `plain_${randomBytes(6).toString('hex')}`
  await pool.query(`create database ${name}`)
  const url = new URL(serverUrl)
  url.pathname = name
  const own = new pg.Pool({ connectionString: url.href })
  own.on('error', () => {})
  let started: (at: number) => void = () => {}
  const runner = await run({
    pgPool: own,
    noHandleSignals: true,
    logger: new Logger(() => () => {}),
    taskList: { nothing: async () => started(performance.now()) },
  })
  return {
    async pickUp(): Promise<number> {
      const start = new Promise<number>((resolve) => {
        started = resolve
      })
      const addedAt = performance.now()
      await runner.addJob('nothing', {})
      return (await start) - addedAt
    },
    async close() {
      await runner.stop()
      await own.end()
      await pool.query(`drop database if exists ${name} with (force)`)
    },
  }
}
