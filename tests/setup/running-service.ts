import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'
import { z } from 'zod'
import { ensureBuilt } from '#local/build.ts'
import { keepRunning } from '#local/child-process.ts'
import { freePort } from '#local/free-port.ts'
import { builtVariables } from './built-variables.ts'
import { scratchDatabase } from './scratch-database.ts'
import { type Submitted, submit } from './submit.ts'

type Written = Submitted & {
  /** From the submission to the end, on the database's time: milliseconds. */
  ms: number
  cacheHit: boolean
}

export type RunningService = {
  address: string
  /** What its processes were started with. */
  env: Record<string, string>
  /** As the schema's owner. */
  pool: pg.Pool
  /** Has a page written about by a browser that was never here, and waits for the end. Throws where that isn't a thread. */
  write(url: string): Promise<Written>
  close(): Promise<void>
}

const rowSchema = z.object({
  status: z.string(),
  error_code: z.string().nullable(),
  cache_hit: z.boolean(),
  ms: z.number().nullable(),
})

/** What the processes of a service are set to that fetches from this computer and refuses nobody for coming often. */
export const serviceVariables = (of: { folder: string; databaseUrl: string }): Record<string, string> => ({
  ...builtVariables(of.folder),
  DATABASE_URL: of.databaseUrl,
  ALLOW_LOCAL_ADDRESSES: '1',
  REDIS_URL: '',
})

type Parts = {
  /** Which processes are started and kept running. */
  processes?: readonly ('web' | 'worker')[]
  /** Where its database comes from. */
  database?: typeof scratchDatabase
}

/** The built web and worker processes over a database of their own, which may fetch from this computer. */
export async function startService(
  variables: Record<string, string>,
  { processes = ['worker', 'web'], database = scratchDatabase }: Parts = {},
): Promise<RunningService> {
  await ensureBuilt(() => {})
  const closers: (() => unknown)[] = []
  const close = async () => {
    for (const each of closers.splice(0).reverse()) await each()
  }
  try {
    const folder = mkdtempSync(join(tmpdir(), 'threadr-service-'))
    closers.push(() => rmSync(folder, { recursive: true, force: true }))
    const { pool, url: databaseUrl, drop } = await database()
    closers.push(drop)
    const port = await freePort()
    const env = { ...serviceVariables({ folder, databaseUrl }), PORT: String(port), ...variables }
    for (const name of processes) {
      const keeper = await keepRunning({ name, args: [`build/server/${name}.js`], env })
      closers.push(() => keeper.stop())
    }
    const address = `http://localhost:${port}`
    return { address, env, pool, write: (url) => writeAbout(url, { address, pool }), close }
  } catch (error) {
    await close()
    throw error
  }
}

async function writeAbout(
  url: string,
  { address, pool }: { address: string; pool: pg.Pool },
): Promise<Written> {
  const submitted = await submit(address, { source: url })
  for (;;) {
    const { rows } = await pool.query(
      `select status, error_code, cache_hit, extract(epoch from finished_at - created_at)::float8 * 1000 as ms
       from generations where thread_id = $1 order by id desc limit 1`,
      [submitted.threadId],
    )
    const row = rowSchema.parse(rows[0])
    if (row.status === 'ready') return { ...submitted, ms: row.ms ?? Number.NaN, cacheHit: row.cache_hit }
    if (row.status === 'failed' || row.status === 'waiting')
      throw new Error(`a generation ended as ${row.status}: ${row.error_code}`)
    await sleep(10)
  }
}
