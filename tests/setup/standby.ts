import { spawnSync } from 'node:child_process'
import { appendFileSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createGzip } from 'node:zlib'
import pg from 'pg'
import { pack as newPack } from 'tar-stream'
import { copyCluster } from '#local/backup/copy-cluster.ts'
import { unpack } from '#local/backup/unpack.ts'
import { type Cluster, owner, ownerUrl } from '#local/postgres/cluster.ts'
import { openToAll } from '#local/postgres/elsewhere.ts'
import type { PostgresLease } from '#local/postgres/lease.ts'
import { ensureServer, stopServer } from '#local/postgres/server.ts'
import { serverProcess } from '#local/postgres/server-process.ts'
import { giveTo } from '#local/postgres/unprivileged-user.ts'

export type Standby = {
  /** Of a database there, as its owner. */
  urlOf(database: string): string
  /** Holds back what comes of the log; it is still received. */
  pause(): Promise<void>
  resume(): Promise<void>
  /** Has all its processes go silent where they are; gives how they go on. */
  freeze(): () => void
  /** By force, at once. */
  kill(): void
  /** Again, at the same port. */
  start(): Promise<void>
  close(): Promise<void>
}

/** A second server that follows the first by its log, as a copy of its files from now. */
export async function startStandby({ cluster: primary, port }: PostgresLease): Promise<Standby> {
  const place = mkdtempSync(join(tmpdir(), 'threadr-standby-'))
  openToAll(place)
  const folder = join(place, 'postgres')
  const pack = newPack()
  const copied = copyCluster(pack, { folder: primary.folder, url: ownerUrl(primary, port, 'postgres') })
  const unpacked = unpack(pack.pipe(createGzip({ level: 1 })), place, primary.user)
  await copied
  pack.finalize()
  await unpacked
  renameSync(join(place, 'cluster'), folder)
  const cluster: Cluster = { ...primary, folder }
  follow(cluster, primary, port)
  const own = await ensureServer(cluster)
  const urlOf = (database: string) => ownerUrl(cluster, own, database)
  const ask = async (statement: string) => {
    const client = new pg.Client({ connectionString: urlOf('postgres') })
    await client.connect()
    await client.query(statement).finally(() => client.end())
  }
  return {
    urlOf,
    // It says so before it has come to a halt.
    pause: () =>
      ask(`do $$ begin perform pg_wal_replay_pause();
           while pg_get_wal_replay_pause_state() <> 'paused' loop perform pg_sleep(0.01); end loop; end $$`),
    resume: () => ask('select pg_wal_replay_resume()'),
    freeze() {
      const server = serverProcess(cluster)
      if (!server) throw new Error('the standby does not run')
      const { stdout } = spawnSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' })
      const pids = stdout
        .split('\n')
        .map((line) => line.trim().split(/ +/).map(Number))
        .flatMap(([pid, parent]) => (pid && (pid === server.pid || parent === server.pid) ? [pid] : []))
      for (const pid of pids) process.kill(pid, 'SIGSTOP')
      return () => {
        for (const pid of pids) process.kill(pid, 'SIGCONT')
      }
    },
    kill() {
      const server = serverProcess(cluster)
      if (server) process.kill(server.pid, 'SIGKILL')
    },
    async start() {
      await ensureServer(cluster, { port: own })
    },
    async close() {
      await stopServer(cluster)
      rmSync(place, { recursive: true, force: true })
    },
  }
}

/** What makes a copy a standby; reads that are in the way of the log are ended after a tenth of a second. */
function follow(cluster: Cluster, primary: Cluster, port: number): void {
  const signal = join(cluster.folder, 'standby.signal')
  writeFileSync(signal, '')
  if (cluster.user) giveTo(cluster.user, signal)
  const connection = `host=127.0.0.1 port=${port} user=${owner} password=${primary.ownerPassword}`
  appendFileSync(
    join(cluster.folder, 'postgresql.auto.conf'),
    `primary_conninfo = '${connection}'\nmax_standby_streaming_delay = '100ms'\n`,
  )
}
