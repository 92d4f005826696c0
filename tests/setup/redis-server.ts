import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Redis } from 'ioredis'
import { freePort } from '#local/free-port.ts'
import { findOrInstallRedis } from '#tests/find-program.ts'

/** The program, null where none can be had: what needs it is skipped then. */
export const redisProgram = findOrInstallRedis()

export type RedisServer = {
  url: string
  /** Ends it at once; what it held is gone. */
  stop(): Promise<void>
  /** Starts it again, empty, at the same address. */
  start(): Promise<void>
  /** Lets it hang: connections stay and new ones are taken, and nothing is answered. */
  freeze(): void
  thaw(): void
  /** Where the nodes of a cluster speak to each other. */
  busPort: number
  /** Asks it something. */
  ask<Answer>(work: (client: Redis) => Promise<Answer>): Promise<Answer>
  /** How many keys it holds. */
  keys(): Promise<number>
  close(): Promise<void>
}

type RedisServerOptions = {
  /** `whole` is a Redis Cluster of one node, `node` one that is still to be joined with others. */
  cluster?: 'whole' | 'node'
  /** Whose copy it is. */
  replicaOf?: string
}

/** A Redis server of its own on a free port. Throws where there is no program. */
export async function startRedisServer({
  cluster,
  replicaOf,
}: RedisServerOptions = {}): Promise<RedisServer> {
  if (!redisProgram) throw new Error('no redis-server here')
  const program = redisProgram
  const folder = mkdtempSync(join(tmpdir(), 'threadr-redis-'))
  const port = await freePort()
  const busPort = await freePort()
  const args = [
    '--port',
    `${port}`,
    '--bind',
    '127.0.0.1',
    '--dir',
    folder,
    '--save',
    '',
    '--appendonly',
    'no',
  ]
  if (cluster)
    args.push(
      ...['--cluster-enabled', 'yes', '--cluster-announce-ip', '127.0.0.1'],
      '--cluster-port',
      `${busPort}`,
    )
  if (replicaOf) args.push('--replicaof', new URL(replicaOf).hostname, new URL(replicaOf).port)
  const url = `redis://127.0.0.1:${port}`
  let server: ChildProcess | null = null
  const kill = () => server?.kill('SIGKILL')
  process.once('exit', kill)

  async function start() {
    server = spawn(program, args, { stdio: 'ignore' })
    await untilReady(url, cluster === 'whole')
  }
  async function stop() {
    const ended = server && once(server, 'exit')
    kill()
    await ended
    server = null
  }
  await start()
  return {
    url,
    busPort,
    ask: (work) => withClient(url, work),
    start,
    stop,
    freeze: () => server?.kill('SIGSTOP'),
    thaw: () => server?.kill('SIGCONT'),
    keys: () => withClient(url, (client) => client.dbsize()),
    async close() {
      process.off('exit', kill)
      await stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function untilReady(url: string, cluster: boolean): Promise<void> {
  const isReady = async (client: Redis): Promise<boolean> => {
    await client.ping()
    if (!cluster) return true
    if (!(await client.cluster('INFO')).includes('cluster_slots_assigned:16384'))
      await client.call('CLUSTER', 'ADDSLOTSRANGE', '0', '16383')
    return (await client.cluster('INFO')).includes('cluster_state:ok')
  }
  for (let tries = 0; tries < 200; tries += 1) {
    if (await withClient(url, isReady).catch(() => false)) return
    await sleep(50)
  }
  throw new Error('redis-server does not start')
}

async function withClient<T>(url: string, work: (client: Redis) => Promise<T>): Promise<T> {
  const client = new Redis(url, { lazyConnect: true, retryStrategy: null, maxRetriesPerRequest: 0 })
  client.on('error', () => {})
  try {
    await client.connect()
    return await work(client)
  } finally {
    client.disconnect()
  }
}
