import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Redis } from 'ioredis'
import { freePort } from '#local/free-port.ts'
import { type RedisServer, redisProgram, startRedisServer } from './redis-server.ts'

type Group = { servers: RedisServer[]; close(): Promise<void> }

/** A Redis Cluster of three nodes, each with a third of the keys. */
export async function startRedisCluster(): Promise<Group> {
  const servers = await Promise.all([1, 2, 3].map(() => startRedisServer({ cluster: 'node' })))
  const [first] = servers
  if (!first) throw new Error('no node')
  for (const [at, { url, busPort, ask }] of servers.entries()) {
    const [from, to] = [Math.ceil((at * 16_384) / 3), Math.ceil(((at + 1) * 16_384) / 3) - 1]
    await ask((client) => client.call('CLUSTER', 'ADDSLOTSRANGE', from, to))
    await first.ask((client) => client.call('CLUSTER', 'MEET', '127.0.0.1', new URL(url).port, busPort))
  }
  for (const { ask } of servers)
    await until(async () => {
      const info = String(await ask((client) => client.cluster('INFO')))
      return info.includes('cluster_state:ok') && info.includes('cluster_known_nodes:3')
    })
  return { servers, close: () => closeAll(servers) }
}

/** A Redis, its copy, and a Sentinel that has the copy take over once the first is gone for half a second. */
export async function startWatchedRedis(): Promise<Group & { sentinel: { host: string; port: number } }> {
  const first = await startRedisServer()
  const copy = await startRedisServer({ replicaOf: first.url })
  const servers = [first, copy]
  const folder = mkdtempSync(join(tmpdir(), 'threadr-sentinel-'))
  const port = await freePort()
  const file = join(folder, 'sentinel.conf')
  writeFileSync(
    file,
    `port ${port}
bind 127.0.0.1
dir ${folder}
sentinel monitor mymaster 127.0.0.1 ${new URL(first.url).port} 1
sentinel down-after-milliseconds mymaster 500
sentinel failover-timeout mymaster 3000
`,
  )
  const watcher = spawn(redisProgram ?? '', [file, '--sentinel'], { stdio: 'ignore' })
  const kill = () => watcher.kill('SIGKILL')
  process.once('exit', kill)
  // It takes over from none that it has not heard of.
  await until(async () =>
    String(await first.ask((client) => client.info('replication'))).includes('state=online'),
  )
  const asking = new Redis({ host: '127.0.0.1', port })
  await until(async () =>
    String(await asking.call('SENTINEL', 'MASTER', 'mymaster')).includes('num-slaves,1'),
  )
  asking.disconnect()
  return {
    servers,
    sentinel: { host: '127.0.0.1', port },
    async close() {
      await end(watcher)
      process.off('exit', kill)
      await closeAll(servers)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function end(process: ChildProcess): Promise<void> {
  const ended = once(process, 'exit')
  process.kill('SIGKILL')
  await ended
}

const closeAll = async (servers: RedisServer[]) => {
  await Promise.all(servers.map((server) => server.close()))
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 400; tries += 1) {
    if (await isSo().catch(() => false)) return
    await sleep(50)
  }
  throw new Error('the Redis servers do not find each other')
}
