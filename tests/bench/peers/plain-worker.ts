import { randomBytes } from 'node:crypto'
import { Logger, type RunnerOptions, run } from 'graphile-worker'
import pg from 'pg'
import { countStarts } from '../starts.ts'

export type PlainWorker = {
  /** From adding a job that does nothing to the start of its task, in milliseconds. */
  pickUp(): Promise<number>
  /** So many jobs that do nothing, from when all stand in the queue to the start of the last, in milliseconds. */
  workOff(count: number): Promise<number>
  close(): Promise<void>
}

/**
 * Plain graphile-worker, with its defaults unless settings are given, in a database of its own on the same server, since one
 * that makes its schema ends all others of the database. `tasks` is how many it knows, as looking for a job takes longer the
 * more there are.
 */
export async function plainWorker(
  pool: pg.Pool,
  serverUrl: string,
  { preset = {}, tasks = 1 }: { preset?: RunnerOptions['preset']; tasks?: number } = {},
): Promise<PlainWorker> {
  const name = `plain_${randomBytes(6).toString('hex')}`
  await pool.query(`create database ${name}`)
  const url = new URL(serverUrl)
  url.pathname = name
  const own = new pg.Pool({ connectionString: url.href })
  // The queue wants all of these heard.
  own.on('error', () => {})
  own.on('connect', (client) => client.on('error', () => {}))
  const starts = countStarts()
  const runner = await run({
    pgPool: own,
    noHandleSignals: true,
    logger: new Logger(() => () => {}),
    taskList: Object.fromEntries([
      ['nothing', async () => starts.started()],
      ...Array.from({ length: tasks - 1 }, (_, at) => [`other-${at}`, async () => {}]),
    ]),
    preset,
  })
  return {
    async pickUp(): Promise<number> {
      const start = starts.last(1)
      const addedAt = performance.now()
      await runner.addJob('nothing', {})
      return (await start) - addedAt
    },
    async workOff(count) {
      const last = starts.last(count)
      await own.query(
        `select graphile_worker.add_jobs(array(
           select ('nothing', '{}', null, null, null, null, null, null)::graphile_worker.job_spec
           from generate_series(1, $1)))`,
        [count],
      )
      const addedAt = performance.now()
      return (await last) - addedAt
    },
    async close() {
      await runner.stop()
      await own.end()
      await pool.query(`drop database if exists ${name} with (force)`)
    },
  }
}
