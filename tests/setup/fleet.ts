import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type pg from 'pg'
import { ensureBuilt } from '#local/build.ts'
import { type Keeper, keepRunning } from '#local/child-process.ts'
import { freePort } from '#local/free-port.ts'
import { type RunningNginx, startNginx } from './nginx.ts'
import { serviceVariables } from './running-service.ts'
import { scratchDatabase } from './scratch-database.ts'

/** One process of a fleet, which may be ended and started again at the same address. */
export type Member = {
  kind: 'web' | 'worker'
  /** Of its own, past the balancer: the pages of a web process, and the metrics of either. */
  address: string
  start(): Promise<void>
  stop(): Promise<void>
}

export type Fleet = {
  /** The balancer's. */
  address: string
  nginx: RunningNginx
  webs: Member[]
  workers: Member[]
  /** What `/metrics` of its members is read with. */
  metricsToken: string
  /** As the schema's owner. */
  pool: pg.Pool
  close(): Promise<void>
}

/** So many web processes behind the nginx of deploy/nginx, and so many workers, as built, over a database of their own. */
export async function startFleet(
  nginxProgram: string,
  { webs, workers, variables = {} }: { webs: number; workers: number; variables?: Record<string, string> },
): Promise<Fleet> {
  await ensureBuilt(() => {})
  const closers: (() => unknown)[] = []
  const close = async () => {
    for (const each of closers.splice(0).reverse()) await each()
  }
  try {
    const folder = mkdtempSync(join(tmpdir(), 'threadr-fleet-'))
    closers.push(() => rmSync(folder, { recursive: true, force: true }))
    const { pool, url: databaseUrl, drop } = await scratchDatabase()
    closers.push(drop)
    const metricsToken = randomBytes(12).toString('hex')
    const env = {
      ...serviceVariables({ folder, databaseUrl }),
      TRUSTED_PROXIES: '1',
      METRICS_TOKEN: metricsToken,
      ...variables,
    }
    const members = (kind: Member['kind'], count: number) =>
      Promise.all(Array.from({ length: count }, () => member(kind, env)))
    const fleet = { webs: await members('web', webs), workers: await members('worker', workers) }
    const all = [...fleet.webs, ...fleet.workers]
    closers.push(() => Promise.all(all.map((each) => each.stop())))
    await Promise.all(all.map((each) => each.start()))
    const nginx = await startNginx(
      nginxProgram,
      fleet.webs.map(({ address }) => Number(new URL(address).port)),
    )
    closers.push(nginx.close)
    return { ...fleet, address: `http://localhost:${nginx.port}`, nginx, metricsToken, pool, close }
  } catch (error) {
    await close()
    throw error
  }
}

async function member(kind: Member['kind'], env: Record<string, string>): Promise<Member> {
  const port = String(await freePort())
  const own = { ...env, ...(kind === 'web' ? { PORT: port } : { MONITORING_PORT: port }) }
  let keeper: Keeper | undefined
  return {
    kind,
    address: `http://localhost:${port}`,
    async start() {
      keeper = await keepRunning({ name: kind, args: [`build/server/${kind}.js`], env: own })
    },
    async stop() {
      await keeper?.stop()
    },
  }
}
