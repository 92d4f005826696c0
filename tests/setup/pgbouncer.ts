import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { freePort } from '#local/free-port.ts'
import { giveTo, unprivilegedUser } from '#local/postgres/unprivileged-user.ts'
import { findOrInstallPgBouncer } from '#tests/find-program.ts'

/** The program, null where none can be had: what needs it is skipped then. */
export const pgBouncerProgram = findOrInstallPgBouncer()

/**
 * A PgBouncer before the server of an address, which lends two connections in all for a transaction each: whoever
 * asks meets what others have left on one. `url` is the same database through it.
 */
export async function startPgBouncer(direct: string): Promise<{ url: string; close(): Promise<void> }> {
  if (!pgBouncerProgram) throw new Error('no pgbouncer here')
  const { hostname, port: serverPort, username, password } = new URL(direct)
  const port = await freePort()
  const folder = mkdtempSync(join(tmpdir(), 'threadr-pgbouncer-'))
  const settings = `[databases]
* = host=${hostname} port=${serverPort}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = plain
auth_file = ${folder}/users
pool_mode = transaction
default_pool_size = 2
ignore_startup_parameters = statement_timeout
logfile = ${folder}/log
`
  // It doesn't run as root either.
  const user = unprivilegedUser()
  for (const [name, content] of [
    ['pgbouncer.ini', settings],
    ['users', `"${username}" "${decodeURIComponent(password)}"\n`],
  ] as const) {
    writeFileSync(join(folder, name), content)
    if (user) giveTo(user, join(folder, name))
  }
  chmodSync(folder, 0o700)
  if (user) giveTo(user, folder)
  const bouncer = spawn(pgBouncerProgram, ['-q', join(folder, 'pgbouncer.ini')], {
    stdio: 'ignore',
    cwd: '/',
    ...user,
  })
  const kill = () => bouncer.kill('SIGKILL')
  process.once('exit', kill)
  const through = new URL(direct)
  through.host = `127.0.0.1:${port}`
  await untilReady(through.href)
  return {
    url: through.href,
    async close() {
      const ended = once(bouncer, 'exit')
      kill()
      await ended
      process.off('exit', kill)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function untilReady(url: string): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    const client = new pg.Client({ connectionString: url })
    client.on('error', () => {})
    try {
      await client.connect()
      return await client.end()
    } catch (error) {
      if (tries > 100) throw error
      await sleep(50)
    }
  }
}
